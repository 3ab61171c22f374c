import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid } from '../../domain/problems.ts'
import { type HorizonMethod, stepsLimit } from '../../domain/schedule.ts'
import { toJson } from '../../formats/json.ts'
import { type HorizonReport, horizonChoices } from '../../schedules/horizons/horizon.ts'
import type { RuleCandidate } from '../../schedules/index.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { StoredSchedule } from '../../storage/schedule-repository.ts'
import type { HorizonPool } from '../../workers/horizons/pool.ts'
import type { Attempt } from '../idempotency/answer-once.ts'
import { digestOfValues } from './digest-of-values.ts'
import { findSchedule } from './find-schedule.ts'
import { normsOfSchedule, readWholeSchedule } from './read-whole-schedule.ts'

/** Another number of steps for a schedule. */
export interface NewHorizon {
  readonly steps: number
  /** The first step that is still to be done; by default the first of the cooldown, or 0 where there is none; with `rewarm` the end. */
  readonly fromStep?: number
  /** `two-stage` for `wsd`, else `stretch`; `rewarm` where the old schedule is over. */
  readonly method?: HorizonMethod
  readonly name?: string | null
}

/**
 * Makes a schedule for another number of steps out of one that there is, and stores it.
 * @throws Problem `schedule-not-found`, `invalid-request`, `overloaded`
 */
export async function extendSchedule(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: HorizonPool,
  { id: newId, once }: Attempt<StoredSchedule>,
  id: string,
  { steps, fromStep: from, method: chosen, name }: NewHorizon
): Promise<StoredSchedule> {
  const schedule = await findSchedule(storage, id)
  if (steps < 1 || steps > stepsLimit) throw invalid('/steps', `is ${steps} optimizer steps.`, `Send 1 to ${stepsLimit}.`)
  const candidate: RuleCandidate = { rule: schedule.rule, parameters: schedule.parameters }
  const choices = horizonChoices(candidate, schedule.steps, steps)
  const isOver = from === schedule.steps && steps > schedule.steps
  const method = chosen ?? (isOver ? 'rewarm' : schedule.rule === 'wsd' ? 'two-stage' : 'stretch')
  if (!choices.methods.includes(method)) {
    throw invalid(
      '/method',
      `${method} needs a schedule with a plateau and a cooldown, but the rule of this one is ${schedule.rule}.`,
      'Leave `method` out, or send "stretch", or "rewarm" to go on after the end.'
    )
  }
  const fromStep = from ?? (method === 'rewarm' ? Math.min(steps - 1, schedule.steps) : choices.fromStep)
  requirePast(method, fromStep, steps, schedule.steps)

  const [old, norms] = await Promise.all([
    readWholeSchedule(storage, schedule, memory, 'path/id'),
    normsOfSchedule(storage, schedule, memory)
  ])
  return await pool.extend({ method, candidate, old, fromStep }, norms, steps, async ({ report, divisor, multipliers }) => {
    if (report.optimalRate === 0) {
      throw invalid('/steps', `With ${steps} steps, all multipliers from step ${fromStep} on would be 0.`, 'Send more steps.')
    }
    const peak = schedule.peakLearningRate
    const warnings = peak === null && divisor > 1 ? [...report.warnings, unknownPeak(divisor)] : report.warnings
    const made = {
      id: newId,
      identity: null,
      name: name === undefined ? schedule.name : name,
      runId: schedule.runId,
      rule: 'horizon',
      parameters: { scheduleId: schedule.id, method, fromStep },
      steps,
      peakLearningRate: peak === null ? null : peak * divisor,
      report: JSON.parse(toJson({ ...report, warnings })) as Record<string, unknown>,
      digest: await digestOfValues(multipliers),
      multipliers
    }
    return await storage.schedules.create(made, once)
  })
}

/** @throws Problem `invalid-request` where the first step that changes is not one that the method can begin with */
function requirePast(method: HorizonMethod, fromStep: number, steps: number, oldSteps: number): void {
  if (method === 'rewarm') {
    if (fromStep < 1) throw invalid('/fromStep', 'rewarm goes on from a step that is done, but none is.', 'Send at least 1.')
    if (fromStep <= oldSteps && fromStep < steps) return
    if (fromStep >= steps) throw invalid('/steps', `${steps} steps leave none after step ${fromStep}.`, `Send more than ${fromStep}.`)
    throw invalid('/fromStep', `The schedule ends after ${oldSteps} steps.`, `Send ${oldSteps} to go on from its end.`)
  }
  const end = Math.min(steps, oldSteps)
  if (fromStep < end) return
  const fix =
    steps > oldSteps
      ? `Send at most ${end - 1}; or ${oldSteps} without \`method\`, or with "rewarm", to go on after the end.`
      : `Send at most ${end - 1}.`
  throw invalid('/fromStep', `Step ${fromStep} is not one of the ${end} steps that both schedules have.`, fix)
}

function unknownPeak(divisor: number): HorizonReport['warnings'][number] {
  const factor = Number(divisor.toPrecision(7))
  const detail =
    `The multipliers, those of the past too, were divided by ${factor}, so that none is above 1, and the schedule has no peak learning rate. ` +
    `Multiply yours by ${factor}, or the rate of the past steps is not what it was.`
  return { code: 'peak-unknown', detail }
}
