import { extrema } from '../kernels/extrema.ts'

/** ⌊ramp·n⌋, of the product in decimals: 0.29 of 100 is 29, though 0.29·100 is 28.999… in float64. */
export const rampLength = (ramp: number, n: number): number => Math.min(n - 1, Math.floor(Number((ramp * n).toPrecision(15))))

/** The factor of step t of n: min(1, (t + 1)/max(1, ramp·n)). */
const rampAt = (t: number, ramp: number, n: number): number => Math.min(1, (t + 1) / Math.max(1, ramp * n))

/** The factors as an array, for engines. Shape `[n]`. */
export function rampFactors(ramp: number, n: number): Float64Array {
  const factors = new Float64Array(n).fill(1)
  for (let t = 0; t < Math.min(n, Math.ceil(ramp * n)); t++) factors[t] = rampAt(t, ramp, n)
  return factors
}

/**
 * Multiplies step sizes by the ramp.
 * @param steps not divided by their largest yet
 * @returns the largest afterwards
 */
export function rampUp(steps: Float64Array, ramp: number): number {
  const n = steps.length
  for (let t = 0; t < Math.min(n, Math.ceil(ramp * n)); t++) steps[t] = steps[t]! * rampAt(t, ramp, n)
  return extrema(steps)[1]
}
