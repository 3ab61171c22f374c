import { interpolateEven } from '../kernels/interpolate.ts'
import { slidingMedian } from '../kernels/sliding-median.ts'
import { referencePositions } from './even-grid.ts'

/** Filter width in the authors' script, for logs of any length: 2·⌊⌊0.1·10 000⌋/2⌋ + 1. */
const referenceWidth = 1001

/** Norms after the median filter, ĝ, and the width of the filter in points. */
export interface SmoothedNorms {
  readonly values: Float64Array
  readonly filterWidth: number
}

/** The odd width 2·⌊⌊w·n⌋/2⌋ + 1 of a window that covers a fraction w of n points. */
export const filterWidth = (window: number, n: number): number => 2 * Math.floor(Math.floor(window * n) / 2) + 1

/**
 * The paper's median filter: repeats the first point at the left edge, mirrors the points at the right edge without the last.
 * @param window 0 ≤ w < 1, fraction of the points
 * @param into   shape `[n]`, receives ĝ
 */
export function smooth(values: Float64Array, window: number, into: Float64Array): SmoothedNorms {
  const width = filterWidth(window, values.length)
  return { values: slidingMedian(values, width, into), filterWidth: width }
}

/**
 * The filter of the authors' script: fixed width, then linear interpolation down to 10 000 positions.
 * @param into   shape `[n]`, receives the filtered values before interpolation
 */
export function smoothAsReference(values: Float64Array, into: Float64Array): SmoothedNorms {
  const filtered = slidingMedian(values, referenceWidth, into)
  const isLong = filtered.length > referencePositions
  return { values: isLong ? interpolateEven(filtered, new Float64Array(referencePositions)) : filtered, filterWidth: referenceWidth }
}
