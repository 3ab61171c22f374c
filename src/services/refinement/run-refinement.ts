import type { Report } from '../../domain/schedule.ts'
import { toJson } from '../../formats/json.ts'
import type { TakenOperation } from '../../storage/operation-repository.ts'
import type { Storage } from '../../storage/storage.ts'
import type { RefinementPool, RefinementWatch } from '../../workers/refinement/pool.ts'
import { refinePrepared } from './refine-prepared.ts'
import { refinedSchedule } from './refined-schedule.ts'
import { unpackRefinement } from './refinement-work.ts'

/**
 * Does the work of an operation that refines, and stores what comes out: a schedule once, however often the work was begun.
 * @returns false where the operation was cancelled, or taken up by another, in the meantime; then nothing is stored
 * @throws Problem `too-few-norms`, `series-too-long`, `overloaded`
 */
export async function runRefinement(
  storage: Storage,
  pool: RefinementPool,
  taken: TakenOperation,
  watch: RefinementWatch
): Promise<boolean> {
  const { prepared, schedule } = await unpackRefinement(storage, taken)
  const known = schedule?.identity ? await storage.schedules.findByIdentity(schedule.identity) : null
  if (known !== null) return await storage.operations.finish(taken, { schedule: known, created: false })

  const refinement = await refinePrepared(pool, prepared, watch)
  if (schedule !== null) {
    return await storage.operations.finishWithSchedule(taken, await refinedSchedule(schedule, prepared.options, refinement))
  }
  const { multipliers } = refinement
  const report = JSON.parse(toJson(refinement.report)) as Report
  return await storage.operations.finish(taken, { steps: multipliers.length, report }, { multipliers })
}
