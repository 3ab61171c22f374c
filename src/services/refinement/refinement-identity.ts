import { createHash } from 'node:crypto'
import { canonicalOptions } from '../../refinement/options.ts'
import type { PreparedRuns } from './prepare-refinement.ts'

/**
 * Names what a refined schedule is made from: the run, the version of its series, and the options with their defaults; of several runs the
 * first, whose schedule it is, and all of them in any order.
 */
export function refinementIdentity({ runs, options }: PreparedRuns): string {
  const versions = runs.map(({ run, version }) => [run.id, version])
  const first = versions[0] as string[]
  const made = versions.length === 1 ? first : [first[0], ...versions.map((one) => JSON.stringify(one)).sort()]
  return createHash('sha256')
    .update(JSON.stringify([...made, canonicalOptions(options)]))
    .digest('base64url')
}
