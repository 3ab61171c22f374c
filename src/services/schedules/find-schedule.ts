import { Problem } from '../../domain/problems.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Storage } from '../../storage/storage.ts'

export const scheduleNotFound = (id: string): Problem => new Problem('schedule-not-found', `There is no schedule ${JSON.stringify(id)}.`)

/** @throws Problem `schedule-not-found` */
export async function findSchedule(storage: Storage, id: string): Promise<Schedule> {
  const schedule = await storage.schedules.find(id)
  if (schedule === null) throw scheduleNotFound(id)
  return schedule
}
