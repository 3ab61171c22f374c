import { compiledMedian } from './median/compiled-median.ts'
import { plainMedian } from './median/plain-median.ts'

/**
 * Computes the exact median of a centred window of odd width around each value, in a time that does not depend on the width.
 *
 * Before the first value the window repeats it; after the last it mirrors without repeating the last (NumPy's `edge` and `reflect`).
 * Runs compiled loops, or plain ones if those refuse. A median is one of the values, so both give the same bits.
 * @param values finite and ≥ 0 (and not −0), shape `[n]`, n < 2^31
 * @param width  odd, 1 … 2n − 1
 * @param out    shape `[n]`, not the memory of `values`
 */
export function slidingMedian(values: Float64Array, width: number, out: Float64Array = new Float64Array(values.length)): Float64Array {
  const n = values.length
  if (width % 2 !== 1 || width >> 1 > n - 1)
    throw new RangeError(`a window of width ${width} does not fit ${n} values: width is odd, 1 to 2n − 1`)
  if (width === 1) out.set(values)
  else if (!compiledMedian(values, width, out)) plainMedian(values, width, out)
  return out
}
