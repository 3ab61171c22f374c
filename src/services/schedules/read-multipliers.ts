import type { Schedule } from '../../domain/schedule.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { scheduleNotFound } from './find-schedule.ts'

/** A range of a schedule's multipliers. */
export interface MultiplierReading {
  schedule: Schedule
  /** The step of the first one. */
  from: number
  count: number
  pieces(): AsyncIterable<Float64Array>
}

/**
 * The multipliers of some steps; those past the end are left out.
 * @param from inclusive  @param to exclusive
 * @throws Problem `schedule-not-found`
 */
export async function readMultipliers(storage: ProjectStorage, id: string, from: number, to: number): Promise<MultiplierReading> {
  const schedule = await storage.schedules.findRecent(id)
  if (schedule === null) throw scheduleNotFound(id)
  const end = Math.min(to, schedule.steps)
  const start = Math.min(from, end)
  return { schedule, from: start, count: end - start, pieces: () => storage.schedules.multipliers(schedule, start, end) }
}
