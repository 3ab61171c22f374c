/** Length of the blocks that are summed plainly; the sums of whole blocks are added with their rounding errors. */
const block = 128

/** The sum of nothing: where tail sums begin. The sum so far and its rounding error, which their sum corrects. */
export const emptyCarry = (): Float64Array => new Float64Array(2)

/**
 * Exclusive sums from the end: `out[t] = Σ_{p>t} values[p]`, so that the last is 0.
 *
 * Plain sums of up to 128 values on top of a compensated sum of what lies beyond: for values ≥ 0 the relative error is below
 * 128·2⁻⁵³ ≈ 1.4e-14 however many values there are (a plain sum of 10⁸ has 10⁸·2⁻⁵³ ≈ 1e-8 as its bound).
 * @param values ≥ 0, shape `[n]`
 * @param out    shape `[n]`; may be `values` itself
 * @param carry  the sum of what comes after the values, which it is added to; so a long series can be taken in parts, the last first
 * @see Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974
 */
export function tailSums(values: Float64Array, out: Float64Array, carry: Float64Array = emptyCarry()): Float64Array {
  let sum = carry[0]!
  let error = carry[1]!
  for (let end = values.length; end > 0; end -= block) {
    const start = Math.max(0, end - block)
    const beyond = sum + error
    let inBlock = 0
    for (let t = end - 1; t >= start; t--) {
      const value = values[t]!
      out[t] = beyond + inBlock
      inBlock += value
    }
    const next = sum + inBlock
    error += sum >= inBlock ? sum - next + inBlock : inBlock - next + sum
    sum = next
  }
  carry[0] = sum
  carry[1] = error
  return out
}
