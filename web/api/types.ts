/** What the service says, by its contract. */
import type { components } from '../../clients/typescript/src/contract.ts'

type Schemas = components['schemas']

export type Run = Schemas['Run']
export type Schedule = Schemas['Schedule']
