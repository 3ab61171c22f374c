import { toJson } from '../../formats/json.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { Refinement } from '../../refinement/refine.ts'
import type { NewSchedule } from '../../storage/schedule-repository.ts'
import { digestOfValues } from '../schedules/digest-of-values.ts'

/** What is known of a refined schedule before it is computed. */
export interface ScheduleFacts extends Pick<NewSchedule, 'id' | 'identity' | 'name' | 'runId' | 'peakLearningRate'> {
  /** The runs besides that the norms are from. */
  withRuns?: readonly string[]
}

/** A refinement as it is stored. */
export const refinedSchedule = async (
  { withRuns, ...facts }: ScheduleFacts,
  options: ResolvedRefinementOptions,
  { multipliers, report }: Refinement
): Promise<NewSchedule> => ({
  ...facts,
  rule: 'refined',
  parameters: { ...options, ...(withRuns === undefined ? {} : { withRuns }) },
  steps: multipliers.length,
  report: JSON.parse(toJson(report)) as Record<string, unknown>,
  digest: await digestOfValues(multipliers),
  multipliers
})
