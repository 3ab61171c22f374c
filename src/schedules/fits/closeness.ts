/** How close a fit is to a schedule. */
export interface Closeness {
  /** 1 − SSE/SST; of a schedule without variation 1 where the fit is exact, else 0. */
  readonly r2: number
  /** The largest error at any step. */
  readonly maxError: number
}

/** Σ (m_j − mean)², the sum of squares that r² is a part of. */
export function variation(multipliers: Float64Array): number {
  let sum = 0
  for (let j = 0; j < multipliers.length; j++) sum += multipliers[j]!
  const mean = sum / multipliers.length
  let squares = 0
  for (let j = 0; j < multipliers.length; j++) squares += (multipliers[j]! - mean) ** 2
  // The rounding of the mean is no variation.
  return squares <= multipliers.length * 1e-30 ? 0 : squares
}

/**
 * @param total from {@link variation}
 * @param fitted shape of the multipliers
 */
export function closeness(multipliers: Float64Array, total: number, fitted: Float64Array): Closeness {
  let squares = 0
  let maxError = 0
  for (let j = 0; j < multipliers.length; j++) {
    const error = Math.abs(multipliers[j]! - fitted[j]!)
    squares += error * error
    if (error > maxError) maxError = error
  }
  const r2 = total > 0 ? 1 - squares / total : squares === 0 ? 1 : 0
  return { r2, maxError }
}
