import type { ProjectStorage } from '../../storage/project-storage.ts'
import { scheduleNotFound } from './find-schedule.ts'

/** @throws Problem `schedule-not-found` */
export async function deleteSchedule(storage: ProjectStorage, id: string): Promise<void> {
  if (!(await storage.schedules.delete(id))) throw scheduleNotFound(id)
}
