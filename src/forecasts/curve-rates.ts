import { type Points, stepAt, stepMax } from '../domain/gradient-norm.ts'
import { invalid } from '../domain/problems.ts'
import { findScheduleRule, type RuleCandidate } from '../schedules/index.ts'
import { loggedRatePath, pathThrough, type RatePath, rateAt, schedulePath } from './rate-path.ts'

/** A schedule of known length: a rule with all its parameters, or its multipliers, shape `[steps]`. */
export interface PlannedSchedule {
  readonly steps: number
  readonly rule: RuleCandidate | null
  readonly multipliers: Float64Array | null
}

/** What is known of the rates of a run: those that it has logged, its schedule with its peak, or both. */
export interface KnownRates {
  readonly logged: Points | null
  readonly planned: (PlannedSchedule & { readonly peakLearningRate: number }) | null
  /** Where in the request the rates stand. */
  readonly pointer: string
}

/** Peaks beyond these are no learning rates, and their powers leave float64. */
const [peakMin, peakMax] = [1e-60, 1e60]

/** Rates by a schedule. */
export function plannedPath({ steps, rule, multipliers }: PlannedSchedule, peakLearningRate: number): RatePath {
  if (multipliers !== null) return schedulePath((step) => multipliers[step]!, steps, peakLearningRate)
  const { rule: name, parameters = {} } = rule!
  return schedulePath(findScheduleRule(name)!.multiplier(steps, parameters), steps, peakLearningRate)
}

/**
 * The rates of a run at every step: as logged, and after the last logged one as planned; without a log as planned from the start.
 * @throws Problem `invalid-request`: no rate is finite, or none above 0
 */
export function ratesOf({ logged, planned, pointer }: KnownRates): RatePath {
  const path = logged === null ? plannedPath(planned!, planned!.peakLearningRate) : withPlan(loggedPath(logged, pointer), logged, planned)
  if (!(path.peak > 0)) throw invalid(pointer, 'Every learning rate is 0: nothing was trained.', 'Send the rates that were used.')
  if (path.peak < peakMin || path.peak > peakMax) {
    throw invalid(pointer, `The largest learning rate is ${path.peak}.`, `Send rates whose largest is between ${peakMin} and ${peakMax}.`)
  }
  return path
}

function loggedPath({ steps, values }: Points, pointer: string): RatePath {
  const kept: number[] = []
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0 && values[i] !== Number.NEGATIVE_INFINITY)
      throw invalid(`${pointer}/${i}`, `A learning rate must be ≥ 0, but is ${values[i]}.`)
    if (values[i]! - values[i]! === 0) kept.push(i)
  }
  if (kept.length === 0)
    throw invalid(
      pointer,
      'No learning rate is finite.',
      'Send those that were used, or the `schedule` of the run with its `peakLearningRate`.'
    )
  return loggedRatePath(
    Float64Array.from(kept, (i) => stepAt(steps, i)),
    Float64Array.from(kept, (i) => values[i]!)
  )
}

/** The logged path, which the plan goes on from its end. */
function withPlan(path: RatePath, logged: Points, planned: KnownRates['planned']): RatePath {
  const last = stepAt(logged.steps, logged.values.length - 1)
  if (planned === null || planned.steps <= last + 1) return path
  const plan = plannedPath(planned, planned.peakLearningRate)
  const rest = [...plan.steps].filter((step) => step > last + 1)
  const steps = Float64Array.from([...path.steps, last + 1, ...rest])
  return pathThrough(steps, Float64Array.from([...path.rates, ...[last + 1, ...rest].map((step) => rateAt(plan, step))]))
}

/** @throws Problem `invalid-request` at the first step that is none, or does not come after the one before it */
export function requireSteps({ steps }: Points, pointer: string): void {
  if (!(steps instanceof Float64Array)) return
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!
    if (!(Number.isInteger(step) && step >= 0 && step <= stepMax)) {
      throw invalid(`${pointer}/${i}`, `must be a whole number from 0 to 2^53 − 1, but is ${step}.`)
    }
    if (i > 0 && step <= steps[i - 1]!) {
      throw invalid(`${pointer}/${i}`, `Step ${step} comes after step ${steps[i - 1]}.`, 'Sort the points by step, each step once.')
    }
  }
}
