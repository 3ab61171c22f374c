import type { NormLog } from '../../formats/logs/norm-log.ts'
import type { PlainProblem } from '../threads/plain-problem.ts'

/** JSON to parse: a log of gradient norms, or an object whose lists under some names are numbers. */
export interface JsonTask {
  readonly bytes: Uint8Array
  readonly as: { readonly log: true } | { readonly numberLists: readonly string[] }
}

/** What comes back: what was parsed, or the problem. */
export type JsonOutcome = { readonly log: NormLog } | { readonly value: unknown } | { readonly problem: PlainProblem }
