import { Problem } from '../../domain/problems.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

/**
 * Sees that the schedule is there that a run is said to be trained with. One that the run says already may have been deleted since: a
 * trainer says it again at every start.
 * @throws Problem `schedule-not-found`
 */
export async function requireSchedule(storage: ProjectStorage, runId: string, scheduleId: string | null | undefined): Promise<void> {
  if (scheduleId === null || scheduleId === undefined) return
  if ((await storage.schedules.find(scheduleId)) !== null) return
  if ((await storage.runs.find(runId))?.scheduleId === scheduleId) return
  throw new Problem('schedule-not-found', `The schedule ${JSON.stringify(scheduleId)} does not exist.`, {
    errors: [{ pointer: '/scheduleId', detail: 'is not the id of a schedule.', fix: 'Send an id from GET /v1/schedules, or null.' }]
  })
}
