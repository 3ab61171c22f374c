/**
 * Π numerators / Π denominators, where what comes between may be beyond float64 though the result is not: mantissas and exponents are
 * multiplied apart. A result is 0 or Infinity only where the true value rounds to that. Relative error about 2⁻⁵² for each factor.
 * @param numerators   ≥ 0, infinite at most where none is 0
 * @param denominators ≥ 0, not NaN; 0 gives Infinity, unless a numerator is 0
 */
export function scaledRatio(numerators: readonly number[], denominators: readonly number[] = []): number {
  if (numerators.includes(0) || denominators.includes(Number.POSITIVE_INFINITY)) return 0
  if (denominators.includes(0) || numerators.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY
  let mantissa = 1
  let exponent = 0
  for (const factor of numerators) {
    const power = exponentOf(factor)
    mantissa *= byPowerOfTwo(factor, -power)
    exponent += power
  }
  for (const factor of denominators) {
    const power = exponentOf(factor)
    mantissa /= byPowerOfTwo(factor, -power)
    exponent -= power
  }
  return byPowerOfTwo(mantissa, exponent)
}

/** The exponent of a finite number above 0, off by one at most where its logarithm rounds up. */
const exponentOf = (value: number): number => Math.floor(Math.log2(value))

/** x·2^k, rounded once. */
function byPowerOfTwo(x: number, k: number): number {
  if (Math.abs(k) <= 1000) return x * 2 ** k
  const half = Math.trunc(k / 2)
  if (Math.abs(half) > 1000) return k > 0 ? Number.POSITIVE_INFINITY : 0
  return x * 2 ** half * 2 ** (k - half)
}
