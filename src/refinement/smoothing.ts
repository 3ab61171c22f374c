import { interpolateEven } from '../kernels/interpolate.ts'
import { slidingMedian } from '../kernels/sliding-median.ts'
import { referencePositions } from './even-grid.ts'

/** Width of the filter in the script of the authors: 2·⌊⌊0.1·10 000⌋/2⌋ + 1, whatever the length of the log. */
const referenceWidth = 1001

/** Norms after the median filter, ĝ, and the width of the filter in points. */
export interface SmoothedNorms {
  readonly values: Float64Array
  readonly filterWidth: number
}

/** The odd width 2·⌊⌊w·n⌋/2⌋ + 1 of a window that is a fraction w of n points. */
export const filterWidth = (window: number, n: number): number => 2 * Math.floor(Math.floor(window * n) / 2) + 1

/**
 * The median filter of the paper: left edge repeating the first point, right edge mirrored without repeating the last.
 * @param window 0 ≤ w < 1, fraction of the points
 * @param into   shape `[n]`, receives ĝ
 */
export function smooth(values: Float64Array, window: number, into: Float64Array): SmoothedNorms {
  const width = filterWidth(window, values.length)
  return { values: slidingMedian(values, width, into), filterWidth: width }
}

/**
 * The same filter with the fixed width of the authors' script, then linear interpolation down to 10 000 positions.
 * @param into   shape `[n]`, receives the filtered values before interpolation
 */
export function smoothAsReference(values: Float64Array, into: Float64Array): SmoothedNorms {
  const filtered = slidingMedian(values, referenceWidth, into)
  const isLong = filtered.length > referencePositions
  return { values: isLong ? interpolateEven(filtered, new Float64Array(referencePositions)) : filtered, filterWidth: referenceWidth }
}
