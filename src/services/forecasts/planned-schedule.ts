import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid } from '../../domain/problems.ts'
import { stepsLimit } from '../../domain/schedule.ts'
import type { PlannedSchedule } from '../../forecasts/curve-rates.ts'
import { resolveCandidate } from '../../schedules/index.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'
import { findSchedule } from '../schedules/find-schedule.ts'
import { readWholeSchedule } from '../schedules/read-whole-schedule.ts'

/** A schedule as a request names it: one of `rule`, `scheduleId` and `multipliers`. */
export interface ForecastCandidate {
  readonly rule?: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly scheduleId?: string
  readonly multipliers?: Float64Array
  readonly name?: string
}

/** What a schedule that is stored is read from. */
export interface StoredSchedules {
  readonly storage: ProjectStorage
  readonly memory: HeldMemory
}

/** A schedule that has been looked up and checked. */
export interface NamedSchedule {
  readonly plan: PlannedSchedule
  readonly name: string
  /** How an answer names it; null for multipliers, which the caller has. */
  readonly schedule: Readonly<Record<string, unknown>> | null
  readonly peakLearningRate: number | null
}

/**
 * @param steps `asked`: what a fixed length must agree with; `usual`: the length of a rule where nothing is asked
 * @throws Problem `invalid-request`, `schedule-not-found`
 */
export async function plannedSchedule(
  stored: StoredSchedules | null,
  { rule, parameters, scheduleId, multipliers, name }: ForecastCandidate,
  { asked, usual }: { asked: number | undefined; usual: number },
  pointer: string
): Promise<NamedSchedule> {
  if (parameters !== undefined && rule === undefined) {
    throw invalid(`${pointer}/parameters`, 'belong to a rule, but there is no `rule`.', 'Leave them out, or send `rule`.')
  }
  if (scheduleId !== undefined && stored !== null) {
    const { storage, memory } = stored
    const schedule = await findSchedule(storage, scheduleId)
    const values = await readWholeSchedule(storage, schedule, memory, `${pointer}/scheduleId`)
    return {
      plan: { steps: schedule.steps, rule: null, multipliers: values },
      name: name ?? schedule.name ?? schedule.rule,
      schedule: { scheduleId, rule: schedule.rule, parameters: schedule.parameters },
      peakLearningRate: schedule.peakLearningRate
    }
  }
  if (multipliers !== undefined) {
    requireMultipliers(multipliers, `${pointer}/multipliers`)
    const { values } = onSharedMemory({ steps: { first: 0, stride: 1 }, values: multipliers })
    return {
      plan: { steps: values.length, rule: null, multipliers: values },
      name: name ?? 'multipliers',
      schedule: null,
      peakLearningRate: null
    }
  }
  const steps = asked ?? usual
  if (steps > stepsLimit) {
    throw invalid('/steps', `The schedule would have ${steps} steps; the limit is ${stepsLimit}.`, `Send \`steps\`, at most ${stepsLimit}.`)
  }
  const resolved = resolveCandidate({ rule: rule ?? '', parameters }, steps, pointer)
  const whole = { rule: resolved.rule.name, parameters: resolved.parameters }
  return { plan: { steps, rule: whole, multipliers: null }, name: name ?? whole.rule, schedule: whole, peakLearningRate: null }
}

function requireMultipliers(values: Float64Array, pointer: string): void {
  if (values.length === 0) throw invalid(pointer, 'There are no multipliers.', 'Send at least one.')
  if (values.length > stepsLimit) throw invalid(pointer, `There are ${values.length} multipliers; the limit is ${stepsLimit}.`)
  const wrong = values.findIndex((value) => value - value !== 0)
  if (wrong >= 0) throw invalid(`${pointer}/${wrong}`, `must be finite and ≥ 0, but is ${values[wrong]}.`)
  if (values.every((value) => value === 0)) throw invalid(pointer, 'Every multiplier is 0.', 'Send at least one above 0.')
}
