import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid } from '../../domain/problems.ts'
import type { Run } from '../../domain/run.ts'
import { stepsLimit } from '../../domain/schedule.ts'
import { loggedExtent } from '../../refinement/step-spacing.ts'
import type { Meant } from '../../schedules/audits/meant-by.ts'
import { resolveCandidate } from '../../schedules/index.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'
import { findSchedule } from '../schedules/find-schedule.ts'
import { readWholeSchedule } from '../schedules/read-whole-schedule.ts'

/** The schedule that was meant, as a request names it: one of `rule`, `scheduleId` and `multipliers`. */
export interface AgainstCandidate {
  readonly rule?: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly scheduleId?: string
  readonly multipliers?: Float64Array
  readonly name?: string
}

/** What decides where the schedule itself says nothing. */
export interface AuditFacts {
  readonly run: Pick<Run, 'totalSteps' | 'peakLearningRate'> | null
  readonly rates: Points
  readonly steps: number | undefined
  readonly peakLearningRate: number | undefined
}

/** A schedule to compare with, and how it is called in the answer. */
export interface Against {
  readonly meant: Meant
  readonly name: string
  readonly scheduleId: string | null
}

/** @throws Problem `invalid-request`, `schedule-not-found` */
export async function againstOf(
  storage: ProjectStorage,
  memory: HeldMemory,
  candidate: AgainstCandidate,
  facts: AuditFacts
): Promise<Against> {
  const { rule, parameters, scheduleId, multipliers } = candidate
  if (scheduleId !== undefined) return await againstStored(storage, memory, scheduleId, facts, '/against/scheduleId')
  if (parameters !== undefined && rule === undefined) {
    throw invalid('/against/parameters', 'belong to a rule, but there is no `rule`.', 'Leave them out, or send `rule`.')
  }
  return multipliers === undefined
    ? againstRule({ rule: rule ?? '', parameters }, facts)
    : againstValues(multipliers, candidate.name, facts)
}

/**
 * A rule over the steps that were meant: those said, else those of the run, else as many as the log spans from step 0 on.
 * @throws Problem `invalid-request`
 */
export function againstRule(
  candidate: { rule: string; parameters?: Readonly<Record<string, unknown>> | undefined },
  facts: AuditFacts
): Against {
  const steps = facts.steps ?? facts.run?.totalSteps ?? spannedSteps(facts.rates)
  if (steps > stepsLimit) {
    throw invalid('/steps', `The schedule would have ${steps} steps; the limit is ${stepsLimit}.`, `Send \`steps\`, at most ${stepsLimit}.`)
  }
  const { rule, parameters } = resolveCandidate(candidate, steps, '/against')
  const meant = { multipliers: null, rule: { rule: rule.name, parameters }, steps, peakLearningRate: peakOf(null, facts) }
  return { meant, name: rule.name, scheduleId: null }
}

/** @param place where in the request the schedule is named */
export async function againstStored(
  storage: ProjectStorage,
  memory: HeldMemory,
  id: string,
  facts: AuditFacts,
  place: string
): Promise<Against> {
  const schedule = await findSchedule(storage, id)
  requireSteps(schedule.steps, facts.steps)
  const multipliers = await readWholeSchedule(storage, schedule, memory, place)
  const rule = { rule: schedule.rule, parameters: schedule.parameters }
  const meant = { multipliers, rule, steps: schedule.steps, peakLearningRate: peakOf(schedule.peakLearningRate, facts) }
  return { meant, name: schedule.rule, scheduleId: id }
}

function againstValues(given: Float64Array, name: string | undefined, facts: AuditFacts): Against {
  if (given.length === 0) throw invalid('/against/multipliers', 'There are no multipliers.', 'Send at least one.')
  const wrong = given.findIndex((value) => value - value !== 0)
  if (wrong >= 0) throw invalid(`/against/multipliers/${wrong}`, `must be finite and ≥ 0, but is ${given[wrong]}.`)
  if (given.every((value) => value === 0)) throw invalid('/against/multipliers', 'Every multiplier is 0.', 'Send at least one above 0.')
  requireSteps(given.length, facts.steps)
  const { values } = onSharedMemory({ steps: { first: 0, stride: 1 }, values: given })
  const meant = { multipliers: values, rule: null, steps: values.length, peakLearningRate: peakOf(null, facts) }
  return { meant, name: name ?? 'multipliers', scheduleId: null }
}

function requireSteps(own: number, asked: number | undefined): void {
  if (asked === undefined || asked === own) return
  throw invalid('/steps', `is ${asked}, but the schedule has ${own} steps.`, `Leave \`steps\` out, or send ${own}.`)
}

/** A peak of 0 says nothing of the schedule. */
const peakOf = (ofSchedule: number | null, { peakLearningRate, run }: AuditFacts): number | null =>
  (peakLearningRate ?? ofSchedule ?? run?.peakLearningRate) || null

/** Steps from 0 to the end of a log: one that begins with its first sample has begun at step 0. */
function spannedSteps(rates: Points): number {
  const extent = loggedExtent(rates)
  const count = rates.values.length
  if (count < 2) return Math.max(1, extent)
  const [first, last] = [stepAt(rates.steps, 0), stepAt(rates.steps, count - 1)]
  const isFromStart = first <= extent - (last - first)
  return isFromStart ? extent : last + 1
}
