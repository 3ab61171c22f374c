import { Problem } from '../../domain/problems.ts'
import type { GeneralBoundTerms } from '../../refinement/general-bound.ts'
import type { RefinementOptions, ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { WeightedBound } from '../../refinement/weighted-bound.ts'
import { pointsOf } from '../../workers/comparison/compute.ts'
import type { ComparisonPool } from '../../workers/comparison/pool.ts'
import type { TaskWeights } from '../../workers/comparison/task.ts'
import { prepareRun } from '../refinement/prepare-refinement.ts'
import { refinementIdentity } from '../refinement/refined-schedule.ts'
import { type Candidate, comparisonCandidate, type ResolvedCandidate, type StoredSchedules } from './comparison-candidate.ts'
import { type ComparisonNorms, comparisonNorms, type NormsSource } from './comparison-norms.ts'

export interface BoundRequest {
  readonly candidate: Candidate
  readonly steps?: number
  readonly norms: NormsSource
  readonly distance?: number
  readonly peakLearningRate?: number
}

export interface ScheduleBound {
  readonly T: number
  readonly optimalRate: number
  readonly optimalBound: number
  /** At the peak rate that was given. */
  readonly bound?: number
  /** At the peak rate that was given, else at the best one. */
  readonly terms: GeneralBoundTerms
  readonly weighted?: WeightedBound
}

/**
 * The general bound of a schedule on some norms; beside it, where the schedule is made of weights, the bound of Theorem A.
 * @throws Problem `invalid-request`, `run-not-found`, `schedule-not-found`, `too-few-norms`, `series-too-long`, `overloaded`
 */
export async function boundSchedule(
  stored: StoredSchedules,
  pool: ComparisonPool,
  { candidate, steps, norms: source, distance = 1, peakLearningRate: rate }: BoundRequest
): Promise<ScheduleBound> {
  const norms = await comparisonNorms(stored.storage, stored.memory, source, [candidate])
  const resolved = await comparisonCandidate(stored, candidate, norms, steps, '/candidate')
  const weights = await weightsOf(stored, resolved, norms)
  const { shape, pointer } = resolved
  const [evaluation] = await pool.evaluate({
    norms: norms.norms,
    distance,
    ...(rate === undefined ? {} : { rate }),
    candidates: [{ shape, steps: resolved.steps, pointer, ...(weights === undefined ? {} : { weights }) }]
  })
  const { T, optimalRate, optimalBound, bound, terms, weighted } = evaluation!
  return { T, optimalRate, optimalBound, ...(rate === undefined ? {} : { bound }), terms, ...(weighted === undefined ? {} : { weighted }) }
}

/** The weights that a schedule is made of: linear decay to 0 of equal ones, a closed form of those of its norms. */
async function weightsOf(
  stored: StoredSchedules,
  { shape, steps, schedule }: ResolvedCandidate,
  { norms }: ComparisonNorms
): Promise<TaskWeights | undefined> {
  if ('refined' in shape) {
    return isMadeOfWeights(shape.refined) ? { points: pointsOf(norms, steps), options: shape.refined } : undefined
  }
  const made = schedule ?? ('rule' in shape ? shape : null)
  if (made === null) return undefined
  if (made.rule === 'linear') return made.parameters.final === 0 && steps > 1 ? 'equal' : undefined
  return schedule?.rule === 'refined' ? await weightsOfStored(stored, schedule) : undefined
}

/** Whether the schedule is the closed form of weights that are powers of the filtered norms, and nothing was done to it. */
const isMadeOfWeights = ({ preset, method, warmupFloor, ramp, normFloor, scaleBy, final }: ResolvedRefinementOptions): boolean =>
  preset !== 'robust' &&
  method === 'closed-form' &&
  scaleBy === 'none' &&
  [warmupFloor, ramp, normFloor, final].every((amount) => amount === 0)

/** The weights of a stored refinement, computed again from the norms of its run, where these are still what they were. */
async function weightsOfStored(
  { storage, memory }: StoredSchedules,
  schedule: NonNullable<ResolvedCandidate['schedule']>
): Promise<TaskWeights | undefined> {
  const { window, ...options } = schedule.parameters as RefinementOptions & { window?: number | null }
  if (schedule.runId === null || options.method === 'numeric' || options.warmupFloor !== 0) return undefined
  try {
    const prepared = await prepareRun(storage, memory, schedule.runId, typeof window === 'number' ? { ...options, window } : options)
    if (!isMadeOfWeights(prepared.options)) return undefined
    const same = await storage.schedules.findByIdentity(refinementIdentity(prepared))
    return same?.id === schedule.id ? { points: prepared.points, options: prepared.options } : undefined
  } catch (error) {
    if (error instanceof Problem && (error.type === 'run-not-found' || error.type === 'too-few-norms')) return undefined
    throw error
  }
}
