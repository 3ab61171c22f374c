import type { Points } from '../domain/gradient-norm.ts'
import type { Run } from '../domain/run.ts'
import { chooseNorm, type RefinementOptions, type ResolvedRefinementOptions, resolveOptions } from '../refinement/options.ts'
import { loggedExtent } from '../refinement/step-spacing.ts'
import type { SeriesReading } from '../storage/gradient-norm-repository.ts'
import type { Storage } from '../storage/storage.ts'
import { findRun } from './find-run.ts'
import { readSeries, seriesOf } from './read-series.ts'

/** What a refinement of a run's norms is made from. */
export interface PreparedRefinement {
  run: Run
  reading: SeriesReading
  points: Points
  options: ResolvedRefinementOptions
}

/**
 * Reads the series of a run that a refinement asks for, and fills in the defaults that depend on it.
 * @throws Problem `run-not-found`, `too-few-norms`, `invalid-request`
 */
export async function prepareRefinement(storage: Storage, runId: string, options: RefinementOptions): Promise<PreparedRefinement> {
  const run = await findRun(storage, runId)
  const norm = chooseNorm(options.norm, seriesOf(run), run.optimizer)
  const reading = await storage.gradientNorms.read(runId, norm)
  const points = await readSeries(reading)
  const resolved = resolveOptions(options, { norm, totalSteps: run.totalSteps, extent: loggedExtent(points) })
  return { run, reading, points, options: resolved }
}
