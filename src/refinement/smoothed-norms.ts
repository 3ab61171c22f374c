import type { Points } from '../domain/gradient-norm.ts'
import { type EvenNorms, evenNorms } from './even-grid.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { type SmoothedNorms, smooth, smoothAsReference } from './smoothing.ts'

/** Norms on their way from points to weights. */
export interface PreparedNorms {
  readonly even: EvenNorms
  readonly smoothed: SmoothedNorms
}

/** Gives two arrays of a length for the time of a refinement: one for the filtered norms, one to sort with. */
export type Scratch = (length: number) => readonly [filtered: Float64Array, sorting: Float64Array]

const freshScratch: Scratch = (length) => [new Float64Array(length), new Float64Array(length)]

/**
 * What comes before the weights: usable points, evenly spaced, median-filtered.
 * @throws Problem `too-few-norms`, `series-too-long`
 */
export function smoothedNorms(points: Points, options: ResolvedRefinementOptions, scratch: Scratch = freshScratch): PreparedNorms {
  const even = evenNorms(points, options)
  const [filtered, sorting] = scratch(even.values.length)
  const { window } = options
  const smoothed = window === null ? smoothAsReference(even.values, filtered, sorting) : smooth(even.values, window, filtered, sorting)
  return { even, smoothed }
}
