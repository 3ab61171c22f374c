/** Length of the blocks that are summed plainly. Sums of whole blocks are added with compensation. */
const block = 128

/** Where tail sums begin: a sum of 0 and its rounding error of 0. The corrected sum is their sum. */
export const emptyCarry = (): Float64Array => new Float64Array(2)

/**
 * Computes exclusive sums from the end: `out[t] = Σ_{p>t} values[p]`; the last is 0.
 *
 * Adds plain sums of up to 128 values to a compensated sum of all later blocks. For values ≥ 0 the relative error is below
 * 128·2⁻⁵³ ≈ 1.4e-14 for any n; for a plain sum of 10⁸ values the bound is 10⁸·2⁻⁵³ ≈ 1e-8.
 * @param values ≥ 0, shape `[n]`
 * @param out    shape `[n]`; may be `values` itself
 * @param carry  sum of the values after these; updated. So a long series can be taken in parts, the last first
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
