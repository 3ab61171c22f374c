import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { OptimizerTask, ScheduleSpan, ScheduleSteps } from '../../workers/optimizers/task.ts'
import type { RunningAnswer, WorkRequest } from '../../workers/optimizers/work.ts'
import type { Parts } from '../parts.ts'
import { readMultipliers } from '../schedules/read-multipliers.ts'
import { findOptimizer } from './optimizer-catalogue.ts'

export type { Operation } from '../../workers/optimizers/task.ts'
export type { AnswerReader } from '../../workers/optimizers/work.ts'

/**
 * Has an optimizer's `init`, `step` or `replay` done. A request that names a stored schedule is read first and computed when its steps
 * are there.
 * @throws Problem `optimizer-not-found`, `schedule-not-found`, `overloaded`, and those of the work
 */
export async function runOptimizer(
  storage: ProjectStorage,
  { pools }: Pick<Parts, 'pools'>,
  task: OptimizerTask & { readonly optimizer: string },
  request: Omit<WorkRequest, 'task'>
): Promise<RunningAnswer> {
  findOptimizer(task.optimizer)
  const found = await pools.optimizers.run({ ...request, task })
  if (!('span' in found)) return found
  const steps = await readSpan(storage, found.span).catch((error: unknown) => {
    found.giveUp(error)
    throw error
  })
  return await found.answer(steps)
}

async function readSpan(storage: ProjectStorage, { scheduleId, fromStep, count }: ScheduleSpan): Promise<ScheduleSteps> {
  const { schedule } = await readMultipliers(storage, scheduleId, 0, Number.POSITIVE_INFINITY)
  const { steps, peakLearningRate } = schedule
  const first = Math.min(fromStep, steps - 1)
  const { pieces } = await readMultipliers(storage, scheduleId, first, fromStep + count)
  const multipliers = new Float64Array(count)
  let filled = 0
  let last = 0
  for await (const piece of pieces()) {
    const fitting = piece.subarray(0, count - filled)
    multipliers.set(fitting, filled)
    filled += fitting.length
    last = piece.at(-1) ?? last
  }
  return { multipliers: multipliers.fill(last, filled), peakLearningRate }
}
