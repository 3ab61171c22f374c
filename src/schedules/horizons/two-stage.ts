import { rootBetween } from './false-position.ts'
import { cooldownTo, type StableDecay } from './stable-decay.ts'

/** γ\* of a schedule of shape `[steps]`: the base rate with the least general bound. */
export type OptimalRate = (multipliers: Float64Array) => number

/** Height ρ of the second plateau, and whether γ\* equals the old schedule's. */
export interface TwoStage {
  readonly factor: number
  readonly isMet: boolean
}

/** The search for ρ goes this many factors of √2 below and above 1. */
const stepsOfFactor = 40

/**
 * Continues a schedule with a second plateau at height ρ, then a cooldown from ρ to ρ·final. Steps before `fromStep` stay. Takes the ρ
 * nearest to 1 whose γ\* equals the old schedule's, so that the tuned peak stays right; if there is none, the ρ that comes nearest.
 *
 *     ρ = 0.64, 0.53, 0.38 for 1.5, 2 and 4 times the steps, if the old cooldown was a fifth of 4000 steps
 *
 * @param out holds the multipliers before `fromStep`; the rest is filled in, above 1 if ρ > 1
 * @param old γ\* of the old schedule
 * @see Schaipp, Hägele, Taylor, Şimşekli, Bach, The Surprising Agreement Between Convex Optimization Theory and Learning-Rate Scheduling
 *   for Large Model Training, 2025, section 5.1. arXiv:2501.18965
 */
export function twoStage(out: Float64Array, fromStep: number, rule: StableDecay, old: number, optimalRate: OptimalRate): TwoStage {
  const cooldown = Math.min(rule.cooldownSteps(out.length), out.length - fromStep)
  const excess = (log: number): number => {
    const factor = Math.exp(log)
    out.fill(factor, fromStep, out.length - cooldown)
    cooldownTo(out, cooldown, rule, factor)
    return Math.log(optimalRate(out) / old)
  }
  let at = 0
  let value = excess(0)
  // A longer schedule lowers γ*; a lower ρ raises it again, but below some ρ the end hardly counts and γ* falls once more.
  const step = (value < 0 ? -0.5 : 0.5) * Math.LN2
  let factor = 1
  let isMet = Math.abs(value) <= 1e-12
  for (let k = 0; k < stepsOfFactor && !isMet; k++) {
    const next = at + step
    const nextValue = excess(next)
    if (nextValue * value <= 0) {
      factor = Math.exp(rootBetween(excess, at, value, next, nextValue, 1e-13))
      isMet = true
    } else if (Math.abs(nextValue) >= Math.abs(value)) break
    else {
      at = next
      value = nextValue
      factor = Math.exp(at)
    }
  }
  excess(Math.log(factor))
  return { factor, isMet }
}
