import { invalid } from '../domain/problems.ts'
import { stepsLimit } from '../domain/schedule.ts'
import { branch } from './branch.ts'
import { cosine } from './cosine.ts'
import { cosineRestarts } from './cosine-restarts.ts'
import { exponential } from './exponential.ts'
import { flat } from './flat.ts'
import { inverse } from './inverse.ts'
import { inverseSqrt } from './inverse-sqrt.ts'
import { linear } from './linear.ts'
import { noam } from './noam.ts'
import { oneCycle } from './one-cycle.ts'
import { type ResolvedRule, type RuleCandidate, resolveRule } from './parts/resolve-rule.ts'
import type { ScheduleRule } from './parts/schedule-rule.ts'
import { piecewise } from './piecewise.ts'
import { polynomial } from './polynomial.ts'
import { stepwise } from './stepwise.ts'
import { trapezoid } from './trapezoid.ts'
import { warmup } from './warmup.ts'
import { wsd } from './wsd.ts'

export type { RuleCandidate } from './parts/resolve-rule.ts'
export type { ScheduleRule } from './parts/schedule-rule.ts'

/** Rules that contain no other rule. */
const bases: readonly ScheduleRule[] = [
  flat,
  inverse,
  inverseSqrt,
  noam,

  linear,
  cosine,
  cosineRestarts,
  polynomial,
  exponential,
  stepwise,

  wsd,
  trapezoid,
  oneCycle,
  piecewise
]

const composed: readonly ScheduleRule[] = [...bases, warmup(bases)]

/** Every rule. The catalogue, the tests and the tables in the docs read this list. */
export const scheduleRules: readonly ScheduleRule[] = [...composed, branch(composed)]

export const findScheduleRule = (name: string): ScheduleRule | undefined => scheduleRules.find((rule) => rule.name === name)

/**
 * The rule and all parameters of a candidate, defaults filled in, checked for so many steps.
 * @param pointer where the candidate stands in the request: `/candidate` gives places such as `/candidate/parameters/power`
 * @throws Problem `invalid-request`
 */
export function resolveCandidate(candidate: RuleCandidate, steps: number, pointer = ''): ResolvedRule {
  if (!Number.isInteger(steps) || steps < 1 || steps > stepsLimit) {
    throw invalid('/steps', `A schedule has 1 to ${stepsLimit} steps, in whole numbers.`)
  }
  return resolveRule(scheduleRules, candidate, steps, pointer)
}

/**
 * The multipliers of a rule, shape `[steps]`, and its parameters with defaults filled in. 10 to 100 ns a step: off the event loop
 * (`workers/rules/pool.ts`) where there may be many.
 * @param pointer where the candidate stands in the request, `""` unless given
 * @throws Problem `invalid-request`, which names the place: unknown rule, unknown parameter, value out of its range
 */
export function multipliersOf(
  candidate: RuleCandidate,
  steps: number,
  pointer = ''
): { multipliers: Float64Array; parameters: Record<string, unknown> } {
  const { rule, parameters } = resolveCandidate(candidate, steps, pointer)
  return { multipliers: rule.multipliers(steps, parameters), parameters }
}
