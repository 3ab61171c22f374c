import type { Storage } from '../../storage/storage.ts'
import type { RunningAnswer, WorkRequest } from '../../workers/optimizers/pool.ts'
import type { OptimizerWork, ScheduleSteps } from '../../workers/optimizers/work.ts'
import type { Parts } from '../parts.ts'
import { readMultipliers } from '../schedules/read-multipliers.ts'
import { findOptimizer } from './optimizer-catalogue.ts'

export type { Operation } from '../../workers/optimizers/work.ts'

/**
 * Has an optimizer's `init`, `step` or `replay` done, its learning rates from a stored schedule where the request names one.
 * @throws Problem `optimizer-not-found`, `schedule-not-found`, `overloaded`, and those of the work
 */
export async function runOptimizer(
  { storage, pools }: Pick<Parts, 'storage' | 'pools'>,
  work: OptimizerWork & { readonly optimizer: string },
  request: Pick<WorkRequest, 'body' | 'bodyBytes' | 'signal'>
): Promise<RunningAnswer> {
  findOptimizer(work.optimizer)
  return await pools.optimizers.run({ ...request, work, readSchedule: (id, fromStep, count) => readSchedule(storage, id, fromStep, count) })
}

/** Multipliers of consecutive steps; past the end of the schedule, its last one. */
async function readSchedule(storage: Storage, id: string, fromStep: number, count: number): Promise<ScheduleSteps> {
  const found = await readMultipliers(storage, id, 0, Number.POSITIVE_INFINITY)
  const { steps, peakLearningRate } = found.schedule
  const first = Math.min(fromStep, steps - 1)
  const { pieces } = await readMultipliers(storage, id, first, fromStep + count)
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
