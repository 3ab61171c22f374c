import type { Points } from '../domain/gradient-norm.ts'
import { type EvenNorms, evenNorms, referenceNorms } from './even-grid.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { type SmoothedNorms, smooth, smoothAsReference } from './smoothing.ts'
import { type UsablePoints, usablePoints } from './usable-points.ts'

/** Norms on their way from points to weights. */
export interface PreparedNorms {
  readonly usable: UsablePoints
  readonly even: EvenNorms
  readonly smoothed: SmoothedNorms
}

/**
 * What comes before the weights: usable points, evenly spaced, median-filtered.
 * @param memory shape `[m]`; where as many norms are filtered, they come to lie there
 * @throws Problem `too-few-norms`, `series-too-long`
 */
export function smoothedNorms(points: Points, options: ResolvedRefinementOptions, memory?: Float64Array): PreparedNorms {
  const { preset, window } = options
  const usable = usablePoints(points, options)
  const even = preset === 'paper' ? evenNorms(usable) : referenceNorms(usable)
  const n = even.values.length
  const into = memory?.length === n ? memory : new Float64Array(n)
  const smoothed = window === null ? smoothAsReference(even.values, into) : smooth(even.values, window, into)
  return { usable, even, smoothed }
}
