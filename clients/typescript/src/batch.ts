import type { Schemas } from './api.ts'

/** Names of norms as the contract has them. */
export type NormName = 'l1' | 'l2' | 'linf'

/** Norms of one series that are sent together. Steps strictly increase. */
export interface Batch {
  readonly norm: NormName
  /** Training went back to this step before these points. */
  readonly resumeFrom: number | null
  readonly steps: number[]
  readonly values: number[]
}

/** JSON has no NaN and no infinities: the contract has these words. */
type WireNumber = Schemas['Float']

export const wireNumber = (value: number): WireNumber => (Number.isFinite(value) ? value : (String(value) as WireNumber))

/** The body of a batch: steps are left out where they follow one another. */
export function bodyOf({ steps, values }: Batch): { startStep: number; values: WireNumber[] } | { steps: number[]; values: WireNumber[] } {
  const startStep = steps[0] ?? 0
  const numbers = values.map(wireNumber)
  return steps.every((step, index) => step === startStep + index) ? { startStep, values: numbers } : { steps, values: numbers }
}

/** One batch as a line of a file, and back. NaN and infinities survive. */
export const lineOf = ({ norm, resumeFrom, steps, values }: Batch): string =>
  `${JSON.stringify({ norm, resumeFrom, steps, values: values.map(wireNumber) })}\n`

/** @throws SyntaxError for a line that was cut off */
export function batchOf(line: string): Batch {
  const { norm, resumeFrom, steps, values } = JSON.parse(line) as Batch
  return { norm, resumeFrom, steps, values: values.map(Number) }
}
