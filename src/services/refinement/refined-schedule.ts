import { createHash } from 'node:crypto'
import { toJson } from '../../formats/json.ts'
import { canonicalOptions, type ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { Refinement } from '../../refinement/refine.ts'
import { reportVersion } from '../../refinement/report.ts'
import type { NewSchedule } from '../../storage/schedule-repository.ts'
import { digestOfValues } from '../schedules/digest-of-values.ts'
import type { PreparedRuns } from './prepare-refinement.ts'

/** What is known of a refined schedule before it is computed. */
export interface ScheduleFacts extends Pick<NewSchedule, 'id' | 'identity' | 'name' | 'runId' | 'peakLearningRate'> {
  /** The runs besides that the norms are from. */
  withRuns?: readonly string[]
}

/**
 * Names what a refined schedule is made from: the run, the versions of the series that were read of it, the options with their
 * defaults, and what reports say; of several runs the first, whose schedule it is, and all of them in any order.
 */
export function refinementIdentity({ runs, options }: PreparedRuns): string {
  const versions = runs.map((one) => [one.run.id, one.versions])
  const first = versions[0] as string[]
  const made = versions.length === 1 ? first : [first[0], ...versions.map((one) => JSON.stringify(one)).sort()]
  return createHash('sha256')
    .update(JSON.stringify([...made, canonicalOptions(options), reportVersion]))
    .digest('base64url')
}

/** A refinement as the schedule that is stored. */
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
