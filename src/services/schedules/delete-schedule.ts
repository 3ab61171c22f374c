import type { Storage } from '../../storage/storage.ts'
import { scheduleNotFound } from './find-schedule.ts'

/** @throws Problem `schedule-not-found` */
export async function deleteSchedule(storage: Storage, id: string): Promise<void> {
  if (!(await storage.schedules.delete(id))) throw scheduleNotFound(id)
}
