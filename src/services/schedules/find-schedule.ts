import { Problem } from '../../domain/problems.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'

export const scheduleNotFound = (id: string): Problem =>
  new Problem('schedule-not-found', `The schedule ${JSON.stringify(id)} does not exist.`)

/** @throws Problem `schedule-not-found` */
export async function findSchedule(storage: ProjectStorage, id: string): Promise<Schedule> {
  const schedule = await storage.schedules.find(id)
  if (schedule === null) throw scheduleNotFound(id)
  return schedule
}
