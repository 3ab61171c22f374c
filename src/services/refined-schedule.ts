import { toJson } from '../formats/json.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { Refinement } from '../refinement/refine.ts'
import type { NewSchedule } from '../storage/schedule-repository.ts'
import { digestOfValues } from './digest-of-values.ts'

/** What is known of a refined schedule before it is computed. */
export type ScheduleFacts = Pick<NewSchedule, 'id' | 'identity' | 'name' | 'runId' | 'peakLearningRate'>

/** A refinement as it is stored. */
export const refinedSchedule = async (
  facts: ScheduleFacts,
  options: ResolvedRefinementOptions,
  { multipliers, report }: Refinement
): Promise<NewSchedule> => ({
  ...facts,
  rule: 'refined',
  parameters: { ...options },
  steps: multipliers.length,
  report: JSON.parse(toJson(report)) as Record<string, unknown>,
  digest: await digestOfValues(multipliers),
  multipliers
})
