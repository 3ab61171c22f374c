/** How close a fit is to a schedule. */
export interface Closeness {
  /** 1 − SSE/SST. For a schedule without variation: 1 if the fit is exact, else 0. */
  readonly r2: number
  /** The largest error at any step. */
  readonly maxError: number
}

/** Σ (m_j − mean)²: SST of r². */
export function variation(multipliers: Float64Array): number {
  let sum = 0
  for (let j = 0; j < multipliers.length; j++) sum += multipliers[j]!
  const mean = sum / multipliers.length
  let squares = 0
  for (let j = 0; j < multipliers.length; j++) squares += (multipliers[j]! - mean) ** 2
  // Rounding of the mean does not count as variation.
  return squares <= multipliers.length * 1e-30 ? 0 : squares
}

/**
 * Measures how close a fit is.
 * @param total  from {@link variation}
 * @param fitted same shape as the multipliers
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
