import { interpolateEven } from '../../kernels/interpolate.ts'
import { cooldownTo, type StableDecay } from './stable-decay.ts'
import type { OptimalRate } from './two-stage.ts'

/** The ramp takes this part of the steps that are added. */
const rampPart = 0.05

/**
 * Goes on after the end of a schedule: keeps its multipliers before `fromStep`, rises along a line from the last of them to ρ, then decays:
 * by the cooldown of the rule, or, where it has none, along a line to the multiplier that the old schedule ended with.
 *
 *     ρ = γ*(the old curve, stretched over all steps) / γ*(the old curve), at most 1
 *
 * So the second peak is what the tuned peak would be for a training of this length: about √(n/n') of the first.
 * @param out shape `[n']`, receives the multipliers
 * @param old shape `[n]`; γ\* of it is `oldRate`
 * @see Ibrahim et al., Simple and Scalable Strategies to Continually Pre-train Large Language Models, 2024, on re-warming and re-decaying.
 *   arXiv:2403.08763
 */
export function rewarm(
  old: Float64Array,
  fromStep: number,
  rule: StableDecay | null,
  out: Float64Array,
  oldRate: number,
  optimalRate: OptimalRate
): { factor: number } {
  interpolateEven(old, out)
  const factor = Math.min(1, optimalRate(out) / oldRate)
  out.set(old.subarray(0, fromStep))
  const added = out.length - fromStep
  const ramp = Math.max(1, Math.floor(rampPart * added + 0.5))
  const from = old[fromStep - 1]!
  for (let k = 1; k <= ramp; k++) out[fromStep + k - 1] = from + (factor - from) * (k / ramp)
  const start = fromStep + ramp
  if (rule === null) {
    const last = old.at(-1)!
    const decay = out.length - start
    const final = Math.min(factor, last)
    for (let k = 1; k <= decay; k++) out[start + k - 1] = k === decay ? final : factor - (factor - final) * (k / decay)
  } else {
    const cooldown = Math.min(rule.cooldownSteps(added + rule.L), out.length - start)
    out.fill(factor, start, out.length - cooldown)
    cooldownTo(out, cooldown, rule, factor)
  }
  return { factor }
}
