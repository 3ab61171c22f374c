import { invalid } from '../../domain/problems.ts'
import type { Optimizer } from '../../optimizers/parts/optimizer.ts'
import { resolveHyperparameters } from '../../optimizers/parts/resolve-hyperparameters.ts'
import type { OptimizerRequest } from './requests/request.ts'
import type { ScheduleSpan, ScheduleSteps } from './task.ts'

/**
 * The steps of a stored schedule that a request takes its learning rates from; undefined where it names none.
 * @throws Problem `invalid-request` for a peak without a schedule
 */
export function scheduleSpanOf({ settings, steps }: OptimizerRequest): ScheduleSpan | undefined {
  const { scheduleId, peakLearningRate, firstStep = 0 } = settings
  if (scheduleId !== undefined) return { scheduleId, fromStep: firstStep, count: steps.length }
  if (peakLearningRate === undefined) return undefined
  throw invalid('/peakLearningRate', 'needs a `scheduleId`.', 'Send `learningRate` instead, or `scheduleId` too.')
}

/**
 * The learning rate of each step of a request: its own, else peak × multiplier of the stored schedule, else that of the whole replay,
 * else undefined, for which the optimizer has its default.
 * @param schedule those of {@link scheduleSpanOf}; undefined where there is no service that keeps schedules
 * @throws Problem `invalid-request` for a schedule where there is none
 */
export function learningRates(
  optimizer: Optimizer,
  { settings, steps }: OptimizerRequest,
  schedule: ScheduleSteps | undefined
): (step: number) => number | undefined {
  const { scheduleId, peakLearningRate, learningRate, hyperparameters } = settings
  if (scheduleId === undefined) return (step) => steps[step]?.learningRate ?? learningRate
  if (schedule === undefined) {
    throw invalid('/scheduleId', 'needs the service, which the command line does not use here.', 'Set `learningRate` in each step instead.')
  }
  const peak = peakLearningRate ?? schedule.peakLearningRate ?? defaultLearningRate(optimizer, hyperparameters)
  return (step) => steps[step]?.learningRate ?? peak * schedule.multipliers[step]!
}

/** The rate of a step that gives none; for an optimizer that tunes another, the other's. */
function defaultLearningRate(optimizer: Optimizer, given: Readonly<Record<string, unknown>> | undefined): number {
  const hyperparameters = resolveHyperparameters(optimizer, given)
  return optimizer.defaultLearningRate ?? optimizer.base?.(hyperparameters).optimizer.defaultLearningRate ?? 1
}
