import { rootBetween } from './root.ts'
import { cooldownTo, type StableDecay } from './stable-decay.ts'

/** Of a schedule, shape `[steps]`, γ\*: the base rate at which the general bound is least. */
export type OptimalRate = (multipliers: Float64Array) => number

/** A second plateau, and whether γ\* is that of the old schedule. */
export interface TwoStage {
  readonly factor: number
  readonly isMet: boolean
}

/** As far below and above 1 the factor is looked for, in steps of a factor of √2. */
const stepsOfFactor = 40

/**
 * Fills in a schedule that goes on after the plateau of an old one: as it was before `fromStep`, then ρ, then the cooldown from ρ to
 * ρ·final, with the ρ nearest to 1 at which γ\* is that of the old schedule: what was tuned for it stays right. Where no ρ gives that,
 * the one that comes nearest.
 *
 *     ρ = 0.64, 0.53, 0.38 for 1.5, 2 and 4 times the steps, after a cooldown of a fifth of 4000
 *
 * @param out     multipliers before `fromStep` are there; those from it on are filled in, some above 1 where ρ is
 * @param old     γ\* of the old schedule
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
  // A longer schedule has the lower γ*, and less of it raises that; below some ρ the end counts for little, and γ* falls again.
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
