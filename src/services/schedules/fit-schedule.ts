import { didYouMean } from '../../domain/closest-name.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid } from '../../domain/problems.ts'
import { fittableRules } from '../../schedules/fits/nearest-rules.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { FitPool, ScheduleFits } from '../../workers/fits/pool.ts'
import { findSchedule } from './find-schedule.ts'
import { normsOfSchedule, readWholeSchedule } from './read-whole-schedule.ts'

/** Longer schedules would take gigabytes and a minute. */
const fittedStepsMax = 2 ** 25

export interface FitOptions {
  /** Rules to fit; all that can be unless given. */
  readonly rules?: readonly string[]
  /** Largest error of the segments, 0.01 unless given. */
  readonly tolerance?: number
}

/**
 * What a schedule is near to: a warm-up with polynomial decay, a member of each rule, a few straight pieces.
 * @throws Problem `schedule-not-found`, `invalid-request`, `overloaded`
 */
export async function fitSchedule(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: FitPool,
  id: string,
  { rules = fittableRules, tolerance = 0.01 }: FitOptions
): Promise<ScheduleFits> {
  for (const [k, rule] of rules.entries()) if (!fittableRules.includes(rule)) throw notFittable(rule, k)
  const schedule = await findSchedule(storage, id)
  if (schedule.steps > fittedStepsMax) {
    throw invalid(
      'path/id',
      `The schedule has ${schedule.steps} steps; the limit for fits is ${fittedStepsMax}.`,
      'Make the same schedule with fewer steps (POST /v1/schedules/{id}/horizons with method stretch) and fit that.'
    )
  }
  const [multipliers, norms] = await Promise.all([
    readWholeSchedule(storage, schedule, memory, 'path/id'),
    normsOfSchedule(storage, schedule, memory)
  ])
  return await pool.fit(multipliers, norms, [...new Set(rules)], tolerance)
}

function notFittable(rule: string, k: number) {
  return invalid(
    `/rules/${k}`,
    'No rule of this name can be fitted.',
    didYouMean(rule, fittableRules) ?? `Send some of ${fittableRules.join(', ')}.`
  )
}
