import type { RefinementOptions } from '../refinement/options.ts'
import type { Refinement } from '../refinement/refine.ts'
import type { Storage } from '../storage/storage.ts'
import type { RefinementPool } from '../workers/refinement-pool.ts'
import { type PreparedRefinement, prepareRefinement } from './prepare-refinement.ts'
import { seriesOf } from './read-series.ts'

/**
 * Refines the norms that a run has logged, and stores nothing.
 * @throws Problem `run-not-found`, `too-few-norms`, `series-too-long`, `invalid-request`, `overloaded`
 */
export const refineRun = async (storage: Storage, pool: RefinementPool, runId: string, options: RefinementOptions): Promise<Refinement> =>
  refinePrepared(pool, await prepareRefinement(storage, runId, options))

export const refinePrepared = (pool: RefinementPool, { run, points, options }: PreparedRefinement): Promise<Refinement> =>
  pool.refine(points, options, { run: { optimizer: run.optimizer, totalSteps: run.totalSteps, series: seriesOf(run) } })
