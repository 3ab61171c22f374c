import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { RefinableNorm } from '../../refinement/options.ts'
import { loggedExtent } from '../../refinement/step-spacing.ts'
import { scheduleRules } from '../../schedules/index.ts'
import { evaluate } from '../../workers/comparison/compute.ts'
import { type Candidate, comparisonCandidate } from './comparison-candidate.ts'
import type { ComparisonNorms } from './comparison-norms.ts'
import { type Comparison, rank } from './rank-schedules.ts'

/** Every rule with its defaults, and the refinements of the norms at hand: robust, and the paper's. */
export const usualCandidates = (): Candidate[] => [
  { rule: 'refined' },
  { rule: 'refined', parameters: { preset: 'paper' }, name: 'refined-paper' },
  ...scheduleRules.map(({ name }) => ({ rule: name }))
]

/**
 * Ranks schedules on one log in this process and thread, with no database.
 * @throws Problem `invalid-request`, `too-few-norms`, `series-too-long`
 */
export async function compareLog(
  points: LoggedNorms,
  candidates: readonly Candidate[],
  { norm, steps, distance = 1 }: { norm: RefinableNorm; steps?: number; distance?: number }
): Promise<Comparison> {
  const norms: ComparisonNorms = { norms: { points }, norm, steps: Math.max(1, loggedExtent(points)) }
  const resolved = await Promise.all(
    candidates.map((candidate, i) => comparisonCandidate(null, candidate, norms, steps, `/candidates/${i}`))
  )
  return rank(resolved, evaluate({ norms: norms.norms, distance, candidates: resolved }), norm)
}
