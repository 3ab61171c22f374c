import { cooldownTo, type StableDecay } from './stable-decay.ts'
import type { OptimalRate } from './two-stage.ts'

/**
 * Fills in a plateau and a cooldown of N steps, with the N whose γ\* is nearest to the old schedule's, so that the tuned peak stays right.
 * γ\* grows with N. If even a cooldown of all steps gives too low a γ\*, uses that and sets `isMet` to false.
 *
 *     c = 0.45 for 1.5 times the steps and 0.63 for 2 times, if the old cooldown was a fifth of 4000 steps
 *
 * @param out holds the ramp, if any; the rest is filled in
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
