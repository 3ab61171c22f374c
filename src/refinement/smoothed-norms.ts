import type { Points } from '../domain/gradient-norm.ts'
import { type EvenNorms, evenNorms } from './even-grid.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { type SmoothedNorms, smooth, smoothAsReference } from './smoothing.ts'

/** Norms on their way from points to weights. */
export interface PreparedNorms {
  readonly even: EvenNorms
  readonly smoothed: SmoothedNorms
}

/**
 * What comes before the weights: usable points, evenly spaced, median-filtered.
 * @param memory shape `[m]`; where as many norms are filtered, they come to lie there
 * @throws Problem `too-few-norms`, `series-too-long`
 */
export function smoothedNorms(points: Points, options: ResolvedRefinementOptions, memory?: Float64Array): PreparedNorms {
  const even = evenNorms(points, options)
  const n = even.values.length
  const into = memory?.length === n ? memory : new Float64Array(n)
  const { window } = options
  return { even, smoothed: window === null ? smoothAsReference(even.values, into) : smooth(even.values, window, into) }
}
