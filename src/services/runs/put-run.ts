import type { Run, RunFields } from '../../domain/run.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { requireSchedule } from './require-schedule.ts'

/**
 * Creates a run under an id that the client chose, or sets the given fields of the one that there is.
 * @throws Problem `schedule-not-found`
 */
export async function putRun(storage: ProjectStorage, id: string, fields: Partial<RunFields>): Promise<{ run: Run; created: boolean }> {
  await requireSchedule(storage, id, fields.scheduleId)
  return await storage.runs.put(id, fields)
}
