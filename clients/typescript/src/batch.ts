import type { Schemas } from './api.ts'

/** Names of norms in the HTTP API. */
export type NormName = 'l1' | 'l2' | 'linf'

/** Norms of one series, sent in one request. Steps strictly increase. */
export interface Batch {
  readonly norm: NormName
  /** The step at which training resumed from a checkpoint before these points. */
  readonly resumeFrom: number | null
  readonly steps: number[]
  readonly values: number[]
}

/** A number in JSON. NaN and the infinities, which JSON lacks, are strings. */
type WireNumber = Schemas['Float']

export const wireNumber = (value: number): WireNumber => (Number.isFinite(value) ? value : (String(value) as WireNumber))

/** The request body of a batch. Consecutive steps are sent as the first one only. */
export function bodyOf({ steps, values }: Batch): { startStep: number; values: WireNumber[] } | { steps: number[]; values: WireNumber[] } {
  const startStep = steps[0] ?? 0
  const numbers = values.map(wireNumber)
  return steps.every((step, index) => step === startStep + index) ? { startStep, values: numbers } : { steps, values: numbers }
}

/** A batch as a line of the spool. NaN and infinities survive. */
export const lineOf = ({ norm, resumeFrom, steps, values }: Batch): string =>
  `${JSON.stringify({ norm, resumeFrom, steps, values: values.map(wireNumber) })}\n`

/** The batch of a line of the spool. @throws SyntaxError the line was cut off */
export function batchOf(line: string): Batch {
  const { norm, resumeFrom, steps, values } = JSON.parse(line) as Batch
  return { norm, resumeFrom, steps, values: values.map(Number) }
}
