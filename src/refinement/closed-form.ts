import { tailSums } from '../kernels/tail-sums.ts'
import type { NormScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'

/** What the closed form gives besides the multipliers, both of the scaled norms. */
export interface ClosedFormSums {
  /** Σ_t w_t */
  readonly weightSum: number
  /** max_t w_t · Σ_{p>t} w_p */
  readonly largest: number
}

/**
 * Turns filtered norms ĝ into the multipliers of the refined schedule, in place:
 *
 *     w_t = ĝ_t⁻² (inverse-square) or ĝ_t⁻¹ (inverse),   η_t = w_t · Σ_{p>t} w_p,   multiplier = η_t / max η
 *
 * The last is 0. Constant norms give linear decay.
 * @param norms shape `[n]`, n ≥ 2
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export function closedForm(norms: Float64Array, weighting: ResolvedRefinementOptions['weighting'], scale: NormScale): ClosedFormSums {
  toWeights(norms, weighting, scale)
  const tails = new Float64Array(norms.length)
  const weightSum = tailSums(norms, tails)
  let largest = 0
  for (let t = 0; t < norms.length; t++) {
    const eta = (norms[t] as number) * (tails[t] as number)
    norms[t] = eta
    if (eta > largest) largest = eta
  }
  divideAll(norms, largest)
  return { weightSum, largest }
}

function toWeights(norms: Float64Array, weighting: ResolvedRefinementOptions['weighting'], { lift, floor, divisor }: NormScale): void {
  const isSquare = weighting === 'inverse-square'
  for (let t = 0; t < norms.length; t++) {
    const lifted = (norms[t] as number) * lift
    const norm = Math.max(lifted, floor) / divisor
    norms[t] = 1 / (isSquare ? norm * norm : norm)
  }
}

/** Divides by the largest value, so that the peak is exactly 1; should all be 0, the first becomes 1. */
export function divideAll(multipliers: Float64Array, largest: number): void {
  if (largest === 0) {
    multipliers[0] = 1
    return
  }
  for (let t = 0; t < multipliers.length; t++) multipliers[t] = (multipliers[t] as number) / largest
}
