import { type NormName, stepAt } from '../domain/gradient-norm.ts'
import { invalid } from '../domain/problems.ts'
import { type NormLog, type Placement, placeLog } from '../formats/logs/norm-log.ts'
import type { AppendOutcome } from '../storage/gradient-norm-repository.ts'
import type { Storage } from '../storage/storage.ts'

export interface AppendOptions extends Placement {
  norm: NormName
  resumeFrom?: number
  onConflict: 'replace' | 'reject'
}

/**
 * Stores a log of gradient norms in a series, all of it or nothing; durable when it returns.
 * @throws Problem `run-not-found`, `norm-conflict`, `start-step-required`, `invalid-request`
 */
export async function appendGradientNorms(
  storage: Storage,
  runId: string,
  log: NormLog,
  { norm, resumeFrom, onConflict, ...placement }: AppendOptions
): Promise<AppendOutcome> {
  const { points, startless } = placeLog(log, placement)
  if (resumeFrom === undefined) {
    if (points.values.length === 0)
      throw invalid('', 'There are no points in the body.', 'Send one at least; none is for `resumeFrom` alone.')
    return await storage.gradientNorms.append(runId, norm, { points, startless, onConflict })
  }
  if (points.values.length > 0 && stepAt(points.steps, 0) < resumeFrom) {
    throw invalid(
      'query/resumeFrom',
      `The first step of the body, ${stepAt(points.steps, 0)}, is before ${resumeFrom}.`,
      'Send the points from there on.'
    )
  }
  return await storage.gradientNorms.append(runId, norm, { points, startless, onConflict, resumeFrom })
}
