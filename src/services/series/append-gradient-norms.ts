import { type NormName, stepAt } from '../../domain/gradient-norm.ts'
import { invalid } from '../../domain/problems.ts'
import { type NormLog, type Placement, placeLog } from '../../formats/logs/norm-log.ts'
import type { Once } from '../../storage/once.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { AppendOutcome } from '../../storage/series-repository.ts'
import { count } from './append-series.ts'

export type { AppendOutcome } from '../../storage/series-repository.ts'

export interface AppendOptions extends Placement {
  norm: NormName
  resumeFrom?: number
  onConflict: 'replace' | 'reject'
  /** Keeps the answer with the points. */
  once?: Once<AppendOutcome>
  /** Most points that may be stored; duplicates are not. */
  newPointsMax?: number
}

/**
 * Stores a log of gradient norms in a series, all of it or nothing; durable when it returns.
 * @throws Problem `run-not-found`, `norm-conflict`, `start-step-required`, `too-many-points`, `invalid-request`
 */
export async function appendGradientNorms(
  storage: ProjectStorage,
  runId: string,
  log: NormLog,
  options: AppendOptions
): Promise<AppendOutcome> {
  const outcome = await append(storage, runId, log, options)
  count(options.norm, outcome)
  return outcome
}

async function append(
  storage: ProjectStorage,
  runId: string,
  log: NormLog,
  { norm, resumeFrom, onConflict, once, newPointsMax, ...placement }: AppendOptions
): Promise<AppendOutcome> {
  const { points, startless } = placeLog(log, placement)
  const received = points.values.length
  const how = { onConflict, ...(once && { once }), ...(newPointsMax === undefined ? {} : { newPointsMax }) }
  if (resumeFrom === undefined) {
    if (received === 0) throw invalid('', 'The body has no points.', 'Send at least one. Only with `resumeFrom` may a body have none.')
    return await storage.series.append(runId, norm, { points, startless, ...how })
  }
  const first = stepAt(points.steps, 0)
  if (received > 0 && first < resumeFrom) {
    throw invalid(
      'query/resumeFrom',
      `The first step of the body is ${first}, before ${resumeFrom}.`,
      'Send only points from `resumeFrom` on.'
    )
  }
  // Without points there is nothing that a start step would place.
  return await storage.series.append(runId, norm, { points, startless: startless && received > 0, ...how, resumeFrom })
}
