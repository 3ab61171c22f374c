import { Type } from 'typebox'
import { pointerTo } from '../../domain/json-pointer.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import type { Schedule } from '../../domain/schedule.ts'
import { resolveParameters } from '../../parameters/resolve-parameters.ts'
import { RefinementOptions, type ResolvedRefinementOptions, resolveOptions } from '../../refinement/options.ts'
import { resolveCandidate } from '../../schedules/index.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { CandidateTask, TaskShape } from '../../workers/comparison/task.ts'
import { sharedFloat64 } from '../../workers/threads/shared-memory.ts'
import { findSchedule } from '../schedules/find-schedule.ts'
import { readWholeSchedule } from '../schedules/read-whole-schedule.ts'
import { type ComparisonNorms, requireFinite, stepsOf } from './comparison-norms.ts'

/** A schedule as a request names it: one of `rule`, `scheduleId` and `multipliers`. */
export interface Candidate {
  readonly rule?: string
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly scheduleId?: string
  readonly multipliers?: Float64Array
  readonly name?: string
}

/** What a candidate that names a stored schedule is read from. */
export interface StoredSchedules {
  readonly storage: ProjectStorage
  readonly memory: HeldMemory
}

/** A candidate that has been looked up and checked. */
export interface ResolvedCandidate extends CandidateTask {
  /** Its own, or one made from what it is. */
  readonly name: string
  readonly isNamed: boolean
  /** Where it is stored. */
  readonly schedule: Schedule | null
}

/**
 * @param stored  where schedules are looked up, and what holds them; null where there are none
 * @param pointer where the candidate stands in the request
 * @throws Problem `invalid-request`, `schedule-not-found`
 */
export async function comparisonCandidate(
  stored: StoredSchedules | null,
  candidate: Candidate,
  norms: ComparisonNorms,
  asked: number | undefined,
  pointer: string
): Promise<ResolvedCandidate> {
  const { rule, parameters, scheduleId, multipliers } = candidate
  if (parameters !== undefined && rule === undefined) {
    throw invalid(pointerTo(pointer, 'parameters'), 'belong to a rule, but there is no `rule`.', 'Leave them out, or send `rule`.')
  }
  const named = (name: string) => ({ name: candidate.name ?? name, isNamed: candidate.name !== undefined })
  if (multipliers !== undefined) {
    requireFinite(multipliers, pointerTo(pointer, 'multipliers'))
    if (multipliers.length === 0) throw invalid(pointerTo(pointer, 'multipliers'), 'There are no multipliers.', 'Send at least one.')
    const shared = sharedFloat64(multipliers.length)
    shared.set(multipliers)
    const facts = named('multipliers')
    const steps = stepsOf(multipliers.length, asked, norms, facts.name)
    return { ...facts, shape: { multipliers: shared }, steps, pointer: pointerTo(pointer, 'multipliers'), schedule: null }
  }
  if (scheduleId !== undefined && stored !== null) {
    const { storage, memory } = stored
    const schedule = await findSchedule(storage, scheduleId)
    const facts = named(schedule.name ?? schedule.rule)
    const steps = stepsOf(schedule.steps, asked, norms, facts.name)
    return {
      ...facts,
      shape: { multipliers: await readWholeSchedule(storage, schedule, memory, pointerTo(pointer, 'scheduleId')) },
      steps,
      pointer: pointerTo(pointer, 'scheduleId'),
      schedule
    }
  }
  const steps = stepsOf(null, asked, norms, rule ?? '')
  return { ...named(rule ?? ''), shape: shapeOf(rule ?? '', parameters, steps, norms, pointer), steps, pointer, schedule: null }
}

function shapeOf(rule: string, parameters: Candidate['parameters'], steps: number, norms: ComparisonNorms, pointer: string): TaskShape {
  if (rule === 'refined') return { refined: refinedOptions(parameters ?? {}, steps, norms, pointerTo(pointer, 'parameters')) }
  const resolved = resolveCandidate({ rule, parameters }, steps, pointer)
  return { rule: resolved.rule.name, parameters: resolved.parameters }
}

const { norm: _norm, steps: _steps, ...refinedFields } = RefinementOptions.properties
/** What `{ "rule": "refined" }` takes: how to refine the norms that schedules are compared on. */
const refinedParameters = Type.Object(refinedFields)

/** Refinement of the norms at hand: inverse-square weights for l2 norms, inverse for l1, unless the parameters say otherwise. */
function refinedOptions(
  given: Readonly<Record<string, unknown>>,
  steps: number,
  { norm }: ComparisonNorms,
  pointer: string
): ResolvedRefinementOptions {
  const options: RefinementOptions = resolveParameters(refinedParameters, given, pointer, { of: 'refined', noun: 'parameter' })
  try {
    return resolveOptions({ ...options, steps }, { norm, totalSteps: null, extent: steps })
  } catch (error) {
    if (!(error instanceof Problem) || error.errors === undefined) throw error
    throw new Problem(error.type, error.detail, { errors: error.errors.map((part) => ({ ...part, pointer: pointer + part.pointer })) })
  }
}
