import { inParts } from '../kernels/in-parts.ts'

/**
 * The general bound F of step sizes λ and its gradient, in O(n). In the tail sums S_t = Σ_{s≥t} λ_s its last two terms telescope into
 * one, since λ_t/(S_t·S_{t+1}) = 1/S_{t+1} − 1/S_t:
 *
 *     F(λ) = ½·[ D²/S₀ + Σ_{t<n−1} λₜ²hₜ/S_{t+1} + λ_{n−1}h_{n−1} ],      h = g²
 *     ∂F/∂λ_k = −½D²/S₀² + λ_k·h_k/S_{k+1} − ½ Σ_{t<k} λₜ²hₜ/S_{t+1}²,    the last: −½D²/S₀² + ½h_{n−1} − ½ Σ_{t<n−1} λₜ²hₜ/S_{t+1}²
 *
 * F is convex (a sum of quadratics over linear functions), so a zero of the gradient is its minimum.
 * @param stepSizes    λ = η > 0, shape `[n]`
 * @param squaredNorms h, shape `[n]`
 * @param distance     D > 0
 * @param gradient     shape `[n]`, receives ∂F/∂λ; holds the tail sums meanwhile
 * @returns F(λ)
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831, Theorem 10
 */
export function generalBoundWithGradient(
  stepSizes: Float64Array,
  squaredNorms: Float64Array,
  distance: number,
  gradient: Float64Array
): number {
  const n = stepSizes.length
  const carry = new Float64Array(2)
  inParts(n, (from, to) => sumTails(stepSizes, gradient, carry, n - to, n - from))
  const mass = gradient[0]!
  const last = n - 1
  const lastStep = stepSizes[last]!
  const lastCost = squaredNorms[last]!

  const state = Float64Array.of(-0.5 * (distance / mass) ** 2, 0)
  inParts(last, (from, to) => gradientPart(stepSizes, squaredNorms, gradient, state, from, to))
  gradient[last] = state[0]! + lastCost / 2
  return ((distance * distance) / mass + state[1]! + lastStep * lastCost) / 2
}

/** Length of the blocks that are summed plainly before they join the running sum. */
const block = 128

function sumTails(values: Float64Array, tails: Float64Array, carry: Float64Array, from: number, to: number): void {
  for (let end = to; end > from; end -= block) {
    const start = Math.max(from, end - block)
    const beyond = carry[0]!
    let sum = 0
    for (let t = end - 1; t >= start; t--) {
      sum += values[t]!
      tails[t] = beyond + sum
    }
    carry[0] = beyond + sum
  }
}

/** @param state −½D²/S₀² − ½Σ λ²h/S² so far, and Σ λ²h/S so far */
function gradientPart(lambda: Float64Array, h: Float64Array, gradient: Float64Array, state: Float64Array, from: number, to: number): void {
  for (let start = from; start < to; start += block) {
    const end = Math.min(to, start + block)
    const before = state[0]!
    let inBlock = 0
    let value = 0
    for (let k = start; k < end; k++) {
      const relative = lambda[k]! / gradient[k + 1]!
      const slope = relative * h[k]!
      gradient[k] = before + inBlock + slope
      inBlock -= 0.5 * slope * relative
      value += lambda[k]! * slope
    }
    state[0] = before + inBlock
    state[1] = state[1]! + value
  }
}
