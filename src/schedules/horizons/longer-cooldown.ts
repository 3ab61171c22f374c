import { cooldownTo, type StableDecay } from './stable-decay.ts'
import type { OptimalRate } from './two-stage.ts'

/**
 * Fills in a plateau with the cooldown, over N steps, at which γ\* comes nearest to that of the old schedule: what was tuned for it stays
 * right. The longer the cooldown, the higher is γ\*. Where even a cooldown of all steps leaves it too low, that; then it is not met.
 *
 *     c = 0.45 and 0.63 for 1.5 and 2 times the steps, after a cooldown of a fifth of 4000
 *
 * @param out the ramp, where there is one, is there; what follows is filled in
 * @param old γ\* of the old schedule
 * @returns N as a fraction of the steps after the ramp
 * @see Schaipp, Hägele, Taylor, Şimşekli, Bach, The Surprising Agreement Between Convex Optimization Theory and Learning-Rate Scheduling
 *   for Large Model Training, 2025, section 5.1. arXiv:2501.18965
 */
export function longerCooldown(
  out: Float64Array,
  rule: StableDecay,
  old: number,
  optimalRate: OptimalRate
): { cooldown: number; N: number; isMet: boolean } {
  const rateOf = (N: number): number => {
    out.fill(1, rule.L, out.length - N)
    cooldownTo(out, N, rule, 1)
    return optimalRate(out)
  }
  const steps = out.length - rule.L
  let low = 0
  let high = Math.max(0, steps - 1)
  const isMet = high > 0 && rateOf(high) >= old && rateOf(low) <= old
  if (!isMet) {
    const N = rateOf(high) < old ? high : low
    rateOf(N)
    return { cooldown: N === high ? 1 : 0, N, isMet }
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (rateOf(middle) >= old) high = middle
    else low = middle
  }
  const N = Math.abs(rateOf(low) - old) <= Math.abs(rateOf(high) - old) ? low : high
  rateOf(N)
  return { cooldown: N === steps - 1 ? 1 : N / steps, N, isMet }
}
