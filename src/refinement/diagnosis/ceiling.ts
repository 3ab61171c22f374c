import { largestWithCount } from '../../kernels/extrema.ts'
import { inParts } from '../../kernels/in-parts.ts'

/** How norms pile up at their largest, as norms do that are taken after clipping. In plain numbers, so that it travels. */
export interface Ceiling {
  readonly points: number
  readonly largest: number
  /** Points within a hair of the largest. */
  readonly atLargest: number
  /** Every point is the same number: nothing is known of a ceiling then. */
  readonly areEqual: boolean
}

/**
 * How near the largest norm counts as equal. Clipped norms differ in the last bits of float32; and PyTorch divides by ‖g‖ + 1e-6, which leaves norms
 * of c·(1 − 1e-6/‖g‖): for small clips more than that.
 */
const toleranceAt = (largest: number): number => Math.min(1e-3, Math.max(1e-5, 1e-6 / largest))

/** @param values finite and ≥ 0, shape `[n]`, n ≥ 1 */
export function ceilingOf(values: Float64Array): Ceiling {
  const [largest, count] = largestWithCount(values)
  const bound = largest * (1 - toleranceAt(largest))
  let atLargest = 0
  inParts(values.length, (from, to) => {
    atLargest += countFrom(values, bound, from, to)
  })
  return { points: values.length, largest, atLargest, areEqual: count === values.length }
}

function countFrom(values: Float64Array, bound: number, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (values[i]! >= bound) count++
  return count
}

/** Both together, as of the logs of several runs, each with a ceiling of its own. */
export const together = (ceilings: readonly Ceiling[]): Ceiling =>
  ceilings.reduce((a, b) => ({
    points: a.points + b.points,
    largest: Math.max(a.largest, b.largest),
    atLargest: a.atLargest + b.atLargest,
    areEqual: a.areEqual && b.areEqual
  }))

/** Whether the largest of the norms is the clip, to a hair. */
export const endsAt = ({ largest }: Ceiling, clip: number): boolean => Math.abs(largest - clip) <= 2 * toleranceAt(clip) * clip
