import type { Schedule } from '../domain/schedule.ts'
import type { Page, PageRequest } from './page.ts'

/** A schedule to store. `identity`, where given, names what it was made from: a second one with the same identity is not stored. */
export interface NewSchedule extends Omit<Schedule, 'createdAt' | 'runDeleted'> {
  identity: string | null
  multipliers: Float64Array
}

export interface ScheduleRepository {
  create(schedule: NewSchedule): Promise<{ schedule: Schedule; created: boolean }>
  findByIdentity(identity: string): Promise<Schedule | null>
  find(id: string): Promise<Schedule | null>
  list(filter: { runId?: string }, page: PageRequest): Promise<Page<Schedule>>
  /** The multipliers from a step (inclusive) to a step (exclusive), in pieces of at most 65 536. The schedule must exist. */
  multipliers(schedule: Schedule, from: number, to: number): AsyncIterable<Float64Array>
  /** One multiplier, mostly from memory. 0 ≤ step < schedule.steps. */
  multiplierAt(schedule: Schedule, step: number): Promise<number>
  delete(id: string): Promise<boolean>
}
