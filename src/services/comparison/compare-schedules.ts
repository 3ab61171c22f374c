import { invalid } from '../../domain/problems.ts'
import type { ComparisonPool } from '../../workers/comparison/pool.ts'
import { type Candidate, comparisonCandidate, type ResolvedCandidate, type StoredSchedules } from './comparison-candidate.ts'
import { comparisonNorms, type NormsSource } from './comparison-norms.ts'
import { type Comparison, rank } from './rank-schedules.ts'

export interface ComparisonRequest {
  readonly candidates: readonly Candidate[]
  readonly steps?: number
  readonly norms: NormsSource
  readonly distance?: number
  /** Of so many multipliers of each schedule the answer tells, at most. */
  readonly points?: number
}

/** Steps of all candidates together that are computed at once. */
const totalStepsMax = 2e8

/**
 * Ranks schedules by their general bounds on the same norms, each at its best base rate.
 * @throws Problem `invalid-request`, `run-not-found`, `schedule-not-found`, `too-few-norms`, `series-too-long`, `overloaded`
 */
export async function compareSchedules(
  stored: StoredSchedules,
  pool: ComparisonPool,
  { candidates, steps, norms: source, distance = 1, points = 0 }: ComparisonRequest
): Promise<Comparison> {
  const norms = await comparisonNorms(stored.storage, stored.memory, source, candidates)
  const resolved: ResolvedCandidate[] = []
  for (const [i, candidate] of candidates.entries()) {
    resolved.push(await comparisonCandidate(stored, candidate, norms, steps, `/candidates/${i}`))
    requireTotal(resolved)
  }
  const tasks = resolved.map(({ shape, steps: own, pointer }) => ({ shape, steps: own, pointer }))
  return rank(resolved, await pool.evaluate({ norms: norms.norms, distance, candidates: tasks, points }), norms.norm)
}

function requireTotal(candidates: readonly ResolvedCandidate[]): void {
  const total = candidates.reduce((sum, { steps }) => sum + steps, 0)
  if (total <= totalStepsMax) return
  throw invalid('/steps', `The candidates have more than ${totalStepsMax} steps in total.`, 'Compare fewer candidates, or use fewer steps.')
}
