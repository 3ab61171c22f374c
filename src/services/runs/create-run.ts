import type { Run, RunFields } from '../../domain/run.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { requireSchedule } from './require-schedule.ts'

/**
 * Stores a run under an id that the service made. With the id of an earlier, broken attempt it finds what that one stored.
 * @throws Problem `schedule-not-found`
 */
export async function createRun(storage: ProjectStorage, id: string, fields: Partial<RunFields>): Promise<Run> {
  await requireSchedule(storage, id, fields.scheduleId)
  const { run } = await storage.runs.put(id, fields)
  return run
}
