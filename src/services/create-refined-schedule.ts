import { createHash } from 'node:crypto'
import type { Schedule } from '../domain/schedule.ts'
import { toJson } from '../formats/json.ts'
import { canonicalOptions, type RefinementOptions } from '../refinement/options.ts'
import type { Storage } from '../storage/storage.ts'
import type { RefinementPool } from '../workers/refinement-pool.ts'
import { digestOfValues } from './digest-of-values.ts'
import { prepareRefinement } from './prepare-refinement.ts'
import { refinePrepared } from './refine-run.ts'

/**
 * Refines the norms of a run into a schedule and stores it. The same options, defaults filled in, on the same norms are the same
 * schedule: it is found again and not computed.
 * @param id for a new schedule
 * @throws Problem `run-not-found`, `too-few-norms`, `series-too-long`, `invalid-request`, `overloaded`
 */
export async function createRefinedSchedule(
  storage: Storage,
  pool: RefinementPool,
  id: string,
  runId: string,
  { name = null, ...options }: RefinementOptions & { name?: string | null }
): Promise<{ schedule: Schedule; created: boolean }> {
  const prepared = await prepareRefinement(storage, runId, options)
  const identity = digestOf(JSON.stringify([runId, String(prepared.reading.head.version), canonicalOptions(prepared.options)]))
  const known = await storage.schedules.findByIdentity(identity)
  if (known !== null) return { schedule: known, created: false }

  const { multipliers, report } = await refinePrepared(pool, prepared)
  return await storage.schedules.create({
    id,
    identity,
    name,
    runId,
    rule: 'refined',
    parameters: { ...prepared.options },
    steps: multipliers.length,
    peakLearningRate: prepared.run.peakLearningRate,
    report: JSON.parse(toJson(report)) as Record<string, unknown>,
    digest: await digestOfValues(multipliers),
    multipliers
  })
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
