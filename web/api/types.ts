/** What the service says, by its contract. */
import type { components } from '../../clients/typescript/src/contract.ts'

type Schemas = components['schemas']

export type Run = Schemas['Run']
export type Schedule = Schemas['Schedule']
export type Report = Schemas['RefinementReport']
export type RefinementPreview = Schemas['RefinementPreview']
export type RefinementOptions = Schemas['RefinementPreviewOptions']
export type RateAudit = Schemas['LearningRateAudit']

/** A page of a list, newest first. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}
