import { inParts } from '../kernels/in-parts.ts'

/**
 * Computes the schedule with the least general bound, exactly, in O(n), without iteration.
 *
 * In the tail sums S_t = Σ_{s≥t} λ_s the bound F telescopes (see `general-bound-gradient.ts`) to
 *
 *     2F = D²/S₀ + Σ_{t<n−1} (S_t − S_{t+1})²·h_t/S_{t+1} + S_{n−1}·h_{n−1}
 *
 * Each S appears only with its neighbours, so dynamic programming applies. The cost from step t on, given S_t, is S_t/u_t, where with
 * w = 1/h
 *
 *     u_{n−1} = w_{n−1},    u_t = u_{t+1} + ½·w_t/(1 + √(1 + y_t)),    y_t = w_t/u_{t+1},    S_{t+1} = S_t/√(1 + y_t)
 *
 * minimises (S_t − S_{t+1})²·h_t/S_{t+1} + S_{t+1}/u_{t+1} over S_{t+1}. So u₀ is like the closed form's Σw with each weight counted
 * about a quarter; S₀ = D·√u₀, and the least bound is D/√u₀.
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831, Theorem 10, for the
 *   bound; the authors minimise it by L-BFGS
 * @see Bellman, Dynamic Programming, 1957, for the recursion from the end
 */

/** u of the earliest step so far, and the rounding error of its sum. */
export interface Ratios {
  sum: number
  dropped: number
}

/** Length of the blocks that are summed plainly before they join the running sum. */
const block = 128

/**
 * Overwrites weights with the ratios y_t = w_t/u_{t+1}; the last step's is Infinity. Call it with the last part of a series first.
 * @param weights w > 0, shape `[k]`; overwritten
 * @param u       u_{t+1} of the part's last step, 0 at the end of the series; updated
 */
export function toRatios(weights: Float64Array, u: Ratios): void {
  let end = weights.length
  if (u.sum === 0 && end > 0) {
    end--
    u.sum = weights[end]!
    weights[end] = Number.POSITIVE_INFINITY
  }
  for (; end > 0; end -= block) {
    const start = Math.max(0, end - block)
    const beyond = u.sum + u.dropped
    let inBlock = 0
    for (let t = end - 1; t >= start; t--) {
      const weight = weights[t]!
      const ratio = weight / (beyond + inBlock)
      weights[t] = ratio
      inBlock += (0.5 * weight) / (1 + Math.sqrt(1 + ratio))
    }
    const next = u.sum + inBlock
    u.dropped += u.sum >= inBlock ? u.sum - next + inBlock : inBlock - next + u.sum
    u.sum = next
  }
}

/**
 * Overwrites the ratios with step sizes λ_t = S_t − S_{t+1}, in units of S₀ = 1.
 * @param ratios of all steps, shape `[n]`
 * @returns the largest step size
 */
export function leastBoundSteps(ratios: Float64Array): number {
  const state = Float64Array.of(1, 0)
  inParts(ratios.length, (from, to) => toSteps(ratios, state, from, to))
  return state[1]!
}

function toSteps(ratios: Float64Array, state: Float64Array, from: number, to: number): void {
  let tail = state[0]!
  let largest = state[1]!
  for (let t = from; t < to; t++) {
    const ratio = ratios[t]!
    const root = Math.sqrt(1 + ratio)
    // 1 − 1/√(1 + y) = y/(√(1 + y)·(1 + √(1 + y))), without cancellation for small y.
    const step = ratio === Number.POSITIVE_INFINITY ? tail : (tail * ratio) / (root * (1 + root))
    ratios[t] = step
    if (step > largest) largest = step
    tail /= root
  }
  state[0] = tail
  state[1] = largest
}
