import { createHash } from 'node:crypto'
import { canonicalOptions } from '../refinement/options.ts'
import type { PreparedRun } from './prepare-refinement.ts'

/** Names what a refined schedule is made from: the run, the version of its series, and the options with their defaults. */
export const refinementIdentity = ({ run, reading, options }: PreparedRun): string =>
  createHash('sha256')
    .update(JSON.stringify([run.id, String(reading.head.version), canonicalOptions(options)]))
    .digest('base64url')
