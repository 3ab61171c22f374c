import type { Schedule } from '../../domain/schedule.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { scheduleNotFound } from './find-schedule.ts'

export interface StepMultiplier {
  schedule: Schedule
  multiplier: number
  /** The step is past the end: the multiplier is the last one. */
  clamped: boolean
}

/**
 * The multiplier of one step. Trainers ask for one a step, so it comes from memory, and then at once and not as a promise.
 * @throws Problem `schedule-not-found`
 */
export function readMultiplier(storage: ProjectStorage, id: string, step: number): StepMultiplier | Promise<StepMultiplier> {
  const found = storage.schedules.findRecent(id)
  return isPromise(found) ? found.then((schedule) => multiplierOf(storage, id, schedule, step)) : multiplierOf(storage, id, found, step)
}

function multiplierOf(
  storage: ProjectStorage,
  id: string,
  schedule: Schedule | null,
  step: number
): StepMultiplier | Promise<StepMultiplier> {
  if (schedule === null) throw scheduleNotFound(id)
  const clamped = step >= schedule.steps
  const multiplier = storage.schedules.multiplierAt(schedule, clamped ? schedule.steps - 1 : step)
  return isPromise(multiplier) ? multiplier.then((value) => ({ schedule, multiplier: value, clamped })) : { schedule, multiplier, clamped }
}

const isPromise = <T>(value: T | Promise<T>): value is Promise<T> => value instanceof Promise
