import { stepAt } from '../../domain/gradient-norm.ts'
import { invalid } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { SeriesLog } from '../../formats/series/series-log.ts'
import type { Once } from '../../storage/once.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { AppendOutcome, JointOutcome } from '../../storage/series-repository.ts'
import { pointsDuplicate, pointsStored, pointsSuperseded } from '../../telemetry/metrics.ts'
import { findRun } from '../runs/find-run.ts'

export type { JointOutcome } from '../../storage/series-repository.ts'

export interface SeriesOptions {
  resumeFrom?: number
  onConflict: 'replace' | 'reject'
  /** Keeps the answer with the points. */
  once?: Once<JointOutcome>
  /** Most points that may be stored, in all series together; duplicates are not. */
  newPointsMax?: number
}

/**
 * Stores points of several series, all of them or nothing; durable when it returns.
 * @throws Problem `run-not-found`, `norm-conflict`, `start-step-required`, `too-many-points`, `invalid-request`
 */
export async function appendSeries(
  storage: ProjectStorage,
  runId: string,
  { parts, startless }: SeriesLog,
  { resumeFrom, onConflict, once, newPointsMax }: SeriesOptions
): Promise<JointOutcome> {
  const filled = [...parts].filter(([, { values }]) => values.length > 0)
  if (filled.length === 0) {
    if (resumeFrom === undefined) {
      throw invalid('', 'The body has no points.', 'Send at least one. Only with `resumeFrom` may a body have none.')
    }
    // With no series to begin, nothing else would notice.
    await findRun(storage, runId)
  }
  for (const [name, { steps }] of filled) {
    const first = stepAt(steps, 0)
    if (resumeFrom !== undefined && first < resumeFrom) {
      throw invalid(
        'query/resumeFrom',
        `The first step of ${name} is ${first}, before ${resumeFrom}.`,
        'Send only points from `resumeFrom` on.'
      )
    }
  }
  const stored = await storage.series.appendJointly(runId, {
    parts: new Map(filled.map(([name, points]) => [name, { points, startless }])),
    onConflict,
    ...(once && { once }),
    ...(newPointsMax === undefined ? {} : { newPointsMax }),
    ...(resumeFrom === undefined ? {} : { resumeFrom })
  })
  for (const [name, outcome] of stored) count(name, outcome)
  return stored
}

/** Counts what became of points. */
export function count(name: SeriesName, { appended, duplicates, superseded }: AppendOutcome): void {
  pointsStored.with(name).value += appended
  pointsDuplicate.with(name).value += duplicates
  pointsSuperseded.with(name).value += superseded
}
