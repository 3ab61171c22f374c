import { invalid } from '../../domain/problems.ts'
import type { Optimizer } from '../../optimizers/parts/optimizer.ts'
import { resolveHyperparameters } from '../../optimizers/parts/resolve-hyperparameters.ts'
import type { OptimizerRequest } from './request.ts'
import type { Surroundings } from './work.ts'

/**
 * The learning rate of each step of a request: its own, else peak × multiplier of the stored schedule, else that of the whole replay,
 * else undefined, for which the optimizer has its default.
 * @throws Problem `schedule-not-found`; `invalid-request` for a peak without a schedule
 */
export async function learningRates(
  optimizer: Optimizer,
  { settings, steps }: OptimizerRequest,
  { readSchedule }: Surroundings
): Promise<(step: number) => number | undefined> {
  const { scheduleId, peakLearningRate, learningRate, firstStep = 0, hyperparameters } = settings
  if (scheduleId === undefined) {
    if (peakLearningRate !== undefined) {
      throw invalid('/peakLearningRate', 'is the peak of a schedule, and there is no scheduleId.', 'Send learningRate, or scheduleId too.')
    }
    return (step) => steps[step]?.learningRate ?? learningRate
  }
  const schedule = await readSchedule(scheduleId, firstStep, steps.length)
  const peak = peakLearningRate ?? schedule.peakLearningRate ?? defaultLearningRate(optimizer, hyperparameters)
  return (step) => steps[step]?.learningRate ?? peak * schedule.multipliers[step]!
}

/** The rate of a step that gives none; for an optimizer that tunes another, the other's. */
function defaultLearningRate(optimizer: Optimizer, given: Readonly<Record<string, unknown>> | undefined): number {
  const hyperparameters = resolveHyperparameters(optimizer, given)
  return optimizer.defaultLearningRate ?? optimizer.base?.(hyperparameters).optimizer.defaultLearningRate ?? 1
}
