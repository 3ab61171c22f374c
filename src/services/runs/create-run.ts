import type { Run, RunFields } from '../../domain/run.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { Attempt } from '../idempotency/answer-once.ts'
import { requireSchedule } from './require-schedule.ts'

/**
 * Stores a run under an id that the service made.
 * @throws Problem `schedule-not-found`
 */
export async function createRun(storage: ProjectStorage, { id, once }: Attempt<Run>, fields: Partial<RunFields>): Promise<Run> {
  await requireSchedule(storage, id, fields.scheduleId)
  return await storage.runs.create(id, fields, once)
}
