import type { HeldMemory } from '../../domain/memory-budget.ts'
import type { Operation } from '../../domain/operation.ts'
import type { Run } from '../../domain/run.ts'
import type { RefinementOptions } from '../../refinement/options.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { StoredSchedule } from '../../storage/schedule-repository.ts'
import type { Attempt } from '../idempotency/answer-once.ts'
import type { Parts } from '../parts.ts'
import { prepareRun, prepareRuns } from './prepare-refinement.ts'
import { refinedSchedule, refinementIdentity } from './refined-schedule.ts'
import { packRefinement, takesLong } from './refinement-operation.ts'

/**
 * Refines the norms of a run, or the median of several, into a schedule and stores it. The same options, defaults filled in, on the same
 * norms are the same schedule: it is found again and not computed. What takes long goes on as an operation.
 * @param scheduleId for the schedule of an operation
 * @throws Problem `run-not-found`, `too-few-norms`, `series-too-long`, `invalid-request`, `overloaded`
 */
export async function createRefinedSchedule(
  storage: ProjectStorage,
  memory: HeldMemory,
  { pools, operations }: Pick<Parts, 'pools' | 'operations'>,
  { attempt, scheduleId, requestId }: { attempt: Attempt<StoredSchedule | Operation>; scheduleId: string; requestId: string },
  runId: string,
  { name = null, withRuns, ...options }: RefinementOptions & { name?: string | null; withRuns?: string[] }
): Promise<StoredSchedule | Operation> {
  const prepared =
    withRuns === undefined
      ? await prepareRun(storage, memory, runId, options)
      : await prepareRuns(storage, memory, [runId, ...withRuns], options, {
          defaultSteps: 'first',
          pointerOf: (index) => `/withRuns/${index - 1}`
        })
  const identity = refinementIdentity(prepared)
  const known = await storage.schedules.findByIdentity(identity)
  if (known !== null) return { schedule: known, created: false }

  const { peakLearningRate } = (prepared.runs[0] as { run: Run }).run
  const facts = { identity, name, runId, peakLearningRate, ...(withRuns === undefined ? {} : { withRuns }) }
  if (takesLong(prepared, operations.longFrom)) {
    const packed = packRefinement(prepared, { ...facts, id: scheduleId })
    return await operations.start(storage, { id: attempt.id, kind: 'createRefinedSchedule', requestId, ...packed }, attempt.once)
  }
  const { points, options: resolved, facts: run } = prepared
  memory.take(8 * resolved.steps, '/steps')
  const refinement = await pools.refinement.refine(points, resolved, { run })
  return await storage.schedules.create(await refinedSchedule({ ...facts, id: attempt.id }, resolved, refinement), attempt.once)
}
