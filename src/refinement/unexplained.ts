import { findLevel } from './level.ts'
import { rampLength } from './ramp.ts'
import { errorOfMedian } from './scatter.ts'

/** Positions that show a level as well as all. */
const positionsMax = 2048

/** Ramp and dead band of preset robust. */
const ramp = 0.05
const deadBand = 1.25

/**
 * From such a factor on the norms change for another reason than convergence. Measured on 86 small problems, 44 of `evaluation/` and 42 with other data,
 * lengths and batches: where the change was as large, preset paper was ahead of 5 % warm-up and linear decay in 23 of 28 and behind in 3.
 */
export const unexplainedMin = 1.25

/** Norms and losses beside each other, shape `[n]` each, before and after the median filter; all > 0. */
export interface NormsAndLosses {
  readonly norms: { readonly even: Float64Array; readonly filtered: Float64Array }
  readonly losses: { readonly even: Float64Array; readonly filtered: Float64Array }
  readonly filterWidth: number
}

/**
 * The factor by which norms change that their losses do not explain: that between the largest level and the smallest that preset robust finds, whatever
 * preset is asked for. 1: the losses explain all, but for noise.
 */
export function unexplainedChange({ norms, losses, filterWidth }: NormsAndLosses): number {
  const few = (values: Float64Array) => sampled(values)
  const [raw, filtered, rawLosses, filteredLosses] = [norms.even, norms.filtered, losses.even, losses.filtered].map(few) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ]
  const level = new Float64Array(filtered.length)
  const errors = [errorOfMedian(raw, filtered, filterWidth, level), errorOfMedian(rawLosses, filteredLosses, filterWidth, level)] as const
  const startLength = rampLength(ramp, filtered.length)
  const { smallest, largest } = findLevel({ norms: filtered, losses: filteredLosses, errors, startLength, deadBand }, level)
  return largest / smallest
}

/** Values at even positions, the ends kept. */
function sampled(values: Float64Array): Float64Array {
  if (values.length <= positionsMax) return values
  const few = new Float64Array(positionsMax)
  for (let i = 0; i < positionsMax; i++) few[i] = values[Math.round((i * (values.length - 1)) / (positionsMax - 1))]!
  return few
}
