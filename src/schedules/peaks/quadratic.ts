/** L ≈ c₀ + c₁x + c₂x² by least squares, and how sure its coefficients are. */
export interface Quadratic {
  readonly coefficients: readonly [number, number, number]
  /** Covariance of (c₁, c₂) for noise of variance 1. */
  readonly covariance: { readonly c1: number; readonly c2: number; readonly both: number }
  /** Sum of squared residuals. */
  readonly squares: number
}

/**
 * @param x, y shape `[n]`, at least three different x; x should be near 0, so that powers of it do not cancel
 * @returns null where the x do not determine a parabola
 */
export function fitQuadratic(x: readonly number[], y: readonly number[]): Quadratic | null {
  const s = [0, 0, 0, 0, 0]
  const t = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k <= 4; k++) s[k]! += x[i]! ** k
    for (let k = 0; k <= 2; k++) t[k]! += x[i]! ** k * y[i]!
  }
  const [s0, s1, s2, s3, s4] = s as [number, number, number, number, number]
  const [t0, t1, t2] = t as [number, number, number]
  // The inverse of the normal equations, by cofactors.
  const a = s2 * s4 - s3 * s3
  const b = s2 * s3 - s1 * s4
  const c = s1 * s3 - s2 * s2
  const determinant = s0 * a + s1 * b + s2 * c
  if (!(Math.abs(determinant) > 1e-12 * Math.abs(s0 * s2 * s4))) return null
  const d = s0 * s4 - s2 * s2
  const e = s1 * s2 - s0 * s3
  const f = s0 * s2 - s1 * s1
  const c0 = (a * t0 + b * t1 + c * t2) / determinant
  const c1 = (b * t0 + d * t1 + e * t2) / determinant
  const c2 = (c * t0 + e * t1 + f * t2) / determinant
  let squares = 0
  for (let i = 0; i < x.length; i++) squares += (y[i]! - c0 - c1 * x[i]! - c2 * x[i]! ** 2) ** 2
  return { coefficients: [c0, c1, c2], covariance: { c1: d / determinant, c2: f / determinant, both: e / determinant }, squares }
}

/**
 * Where the minimum may be: every x at which a slope of 0 is not ruled out, (c₁ + 2c₂x)² ≤ q²·Var(c₁ + 2c₂x).
 * @param q the quantile times the standard deviation of the noise
 * @returns null where the curvature itself may be 0, so that no interval is finite
 * @see Fieller, Some Problems in Interval Estimation, Journal of the Royal Statistical Society B 16(2), 1954
 */
export function minimumInterval(
  { coefficients: [, c1, c2], covariance }: Quadratic,
  q: number
): { readonly low: number; readonly high: number } | null {
  const A = 4 * (c2 * c2 - q * q * covariance.c2)
  const B = 4 * (c1 * c2 - q * q * covariance.both)
  const C = c1 * c1 - q * q * covariance.c1
  if (!(A > 0)) return null
  const root = Math.sqrt(Math.max(0, B * B - 4 * A * C))
  return { low: (-B - root) / (2 * A), high: (-B + root) / (2 * A) }
}

/** z with P(Z ≤ z) = 0.95 for a normal Z, and its quantiles of Student's t for 1 … 10 degrees of freedom. */
const normal = 1.644854
const student = [6.313752, 2.919986, 2.353363, 2.131847, 2.015048, 1.94318, 1.894579, 1.859548, 1.833113, 1.812461]

/**
 * The quantile of 0.95 of Student's t: both tails together hold 10 %. Beyond 10 degrees to 1e-3.
 * @see Abramowitz, Stegun, Handbook of Mathematical Functions, 26.7.5
 */
export function studentQuantile(degrees: number): number {
  if (degrees <= student.length) return student[degrees - 1]!
  if (degrees === Number.POSITIVE_INFINITY) return normal
  const z = normal
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  return z + first / degrees + second / degrees ** 2
}
