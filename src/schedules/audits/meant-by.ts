import { findScheduleRule, type RuleCandidate } from '../index.ts'
import { type Curve, curveBy, curveThrough, type MeantSchedule, stretched } from './meant-schedule.ts'

/** A schedule that was meant: its values, or the rule with all its parameters; both where a stored schedule was made by a rule. */
export interface Meant {
  readonly multipliers: Float64Array | null
  readonly rule: RuleCandidate | null
  readonly steps: number
  /** The learning rate at multiplier 1; null: unknown. */
  readonly peakLearningRate: number | null
}

/** Steps whose multipliers are computed at once: to look them up is faster than to compute each several times. */
const laidOutMax = 2 ** 24

/** Memory for the multipliers of a rule. Bytes. */
export const bytesToLayOut = ({ multipliers, steps }: Meant): number => (multipliers === null && steps <= laidOutMax ? 8 * steps : 0)

/** @param largest the largest logged rate: it stands for a peak that nobody has said */
export function meantBy({ multipliers, rule, steps, peakLearningRate }: Meant, largest: number): MeantSchedule {
  const byRule = rule === null ? null : curvesOf(rule)
  const given = multipliers ?? (byRule !== null && steps <= laidOutMax ? laidOut(byRule(steps)) : null)
  const curve = given === null ? (byRule as (n: number) => Curve)(steps) : curveThrough(given)
  return {
    ...curve,
    over: byRule ?? ((n) => stretched(curve, n)),
    peakLearningRate: peakLearningRate ?? largest,
    isPeakKnown: peakLearningRate !== null
  }
}

/** A rule over any number of steps; null where it is none of the registry, as `refined`. */
function curvesOf({ rule: name, parameters = {} }: RuleCandidate): ((n: number) => Curve) | null {
  const rule = findScheduleRule(name)
  if (rule === undefined) return null
  return (n) => curveBy(n, rule.multiplier(n, parameters), Math.min(n - 1, rule.rise?.(n, parameters) ?? 0))
}

function laidOut(curve: Curve): Float64Array {
  const multipliers = new Float64Array(curve.n)
  for (let j = 0; j < curve.n; j++) multipliers[j] = curve.at(j)
  return multipliers
}
