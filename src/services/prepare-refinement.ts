import type { Points } from '../domain/gradient-norm.ts'
import type { Run } from '../domain/run.ts'
import { chooseNorm, type RefinementOptions, type ResolvedRefinementOptions, resolveOptions } from '../refinement/options.ts'
import { loggedExtent } from '../refinement/step-spacing.ts'
import { type RunFacts, unknownRun } from '../refinement/warnings.ts'
import type { SeriesReading } from '../storage/gradient-norm-repository.ts'
import type { Storage } from '../storage/storage.ts'
import { findRun } from './find-run.ts'
import { readSeries, seriesOf } from './read-series.ts'

/** What a refinement is made from: everything but the threads to compute it. */
export interface PreparedRefinement {
  points: Points
  options: ResolvedRefinementOptions
  facts: RunFacts
}

/** The same with the run whose norms they are, as they were read. */
export interface PreparedRun extends PreparedRefinement {
  run: Run
  reading: SeriesReading
}

/**
 * Reads the series of a run that a refinement asks for, and fills in the defaults that depend on it.
 * @throws Problem `run-not-found`, `too-few-norms`, `invalid-request`
 */
export async function prepareRun(storage: Storage, runId: string, options: RefinementOptions): Promise<PreparedRun> {
  const run = await findRun(storage, runId)
  const series = seriesOf(run)
  const norm = chooseNorm(options.norm, series, run.optimizer)
  const reading = await storage.gradientNorms.read(runId, norm)
  const points = await readSeries(reading)
  const resolved = resolveOptions(options, { norm, totalSteps: run.totalSteps, extent: loggedExtent(points) })
  return { run, reading, points, options: resolved, facts: { optimizer: run.optimizer, totalSteps: run.totalSteps, series } }
}

/**
 * Fills in the defaults for norms that came with the request, one a step.
 * @param values shape `[n]`; those on shared memory are not copied, and may be overwritten by the multipliers
 * @throws Problem `invalid-request`
 */
export function prepareValues(values: Float64Array, options: RefinementOptions): PreparedRefinement {
  const resolved = resolveOptions(options, { norm: options.norm ?? 'l2', totalSteps: null, extent: values.length })
  return { points: { steps: { first: 0, stride: 1 }, values }, options: resolved, facts: unknownRun }
}
