import { extrema } from '../kernels/extrema.ts'
import { scaledRatio } from '../kernels/scaled-product.ts'
import { emptyCarry, tailSums } from '../kernels/tail-sums.ts'
import { toWeights } from './closed-form.ts'
import { largestNorm, type Norms, powerOfTwo } from './general-bound.ts'
import type { LoggedNorms } from './logged-norms.ts'
import { normScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { smoothedNorms } from './smoothed-norms.ts'

/** The bound of a schedule made of weights. */
export interface WeightedBound {
  /** The number of weights, the last included. */
  readonly T: number
  /** The learning rate at multiplier 1 with the least bound: γ\* times the largest w_t·Σ_{p>t}w_p/Σw. */
  readonly optimalRate: number
  readonly optimalBound: number
}

/**
 * Bounds the schedule η_t = γ·w_t·Σ_{p>t}w_p/Σw at its best rate γ\* = D/√Σw²g²:
 *
 *     E f(x_T) − f* ≤ D·√(Σ w²g²)/Σw
 *
 * It holds only for schedules made of weights and is about half of the general bound: do not compare the two.
 * @param weights  w > 0, shape `[T]`
 * @param norms    g, finite, ≥ 0, shape `[T]`, or the same at every step
 * @param distance D = ‖x₁ − x\*‖ > 0
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export function weightedBound(weights: Float64Array, norms: Norms, distance: number): WeightedBound {
  const T = weights.length
  const weightUnit = powerOfTwo(extrema(weights)[1])
  const normUnit = powerOfTwo(largestNorm(norms))
  const costs = new Float64Array(T)
  for (let t = 0; t < T; t++) costs[t] = (weights[t]! / weightUnit) * ((typeof norms === 'number' ? norms : norms[t]!) / normUnit)
  const costUnit = powerOfTwo(extrema(costs)[1])
  for (let t = 0; t < T; t++) costs[t] = (costs[t]! / costUnit) ** 2
  const root = Math.sqrt(totalOf(costs, costs)) * costUnit

  const tails = costs
  const weightSum = totalOf(weights, tails) / weightUnit
  let largest = 0
  for (let t = 0; t < T; t++) largest = Math.max(largest, (weights[t]! / weightUnit) * (tails[t]! / weightUnit))
  return {
    T,
    optimalRate: scaledRatio([distance, largest], [normUnit, weightSum, root]),
    optimalBound: scaledRatio([distance, normUnit, root], [weightSum])
  }
}

/** Sums values; writes their tail sums to `tails`. */
function totalOf(values: Float64Array, tails: Float64Array): number {
  const carry = emptyCarry()
  tailSums(values, tails, carry)
  return carry[0]! + carry[1]!
}

/**
 * Computes the weights of the closed form, w = ĝ⁻² or ĝ⁻¹ up to a factor. Shape `[n]`, n the number of filtered norms.
 * @throws Problem `too-few-norms`, `series-too-long`
 */
export function closedFormWeights(points: LoggedNorms, options: ResolvedRefinementOptions): Float64Array {
  const norms = smoothedNorms(points, options).smoothed.values
  toWeights(norms, options.weighting === 'inverse-square', normScale(norms))
  return norms
}
