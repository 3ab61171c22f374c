import { stepAt } from '../../domain/gradient-norm.ts'
import type { ImportedLogRun, ImportReceipt } from '../../domain/import.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { ImportOutcome } from '../../storage/import-repository.ts'
import type { Counted } from '../../storage/point-count-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { ImportPool } from '../../workers/imports/pool.ts'
import { storeCounted } from '../limits/store-counted.ts'
import type { Parts } from '../parts.ts'
import { count } from '../series/append-series.ts'
import type { PlannedRun } from './plan-runs.ts'
import { readUpload } from './read-upload.ts'
import type { Upload } from './upload.ts'

/** What is asked for with the files. */
export interface ImportWishes {
  /** Tells what would be stored, and stores nothing. */
  readonly dryRun: boolean
  /** The run that all goes to. */
  readonly runId?: string
  readonly map: ReadonlyMap<SeriesName, string | null>
  /** The format, where it is not to be found by what is in the files. */
  readonly input?: string
  readonly step?: string
  readonly run?: string
  readonly onConflict: 'replace' | 'reject'
}

/** What was stored, and whether any of it is new. */
export interface ImportResult {
  readonly receipt: ImportReceipt
  readonly created: boolean
}

export interface ImportWatch {
  readonly signal?: AbortSignal
  /** On shared memory, shape `[1]`: how far it is, from 0 to 1. */
  readonly progress?: Float64Array
  /** Stores the result with the points, in their transaction. */
  readonly keep?: (
    client: Parameters<NonNullable<Parameters<ProjectStorage['imports']['store']>[1]['once']>>[0],
    result: ImportResult
  ) => Promise<void>
}

/**
 * Reads the logs among files that were sent, and stores every series of every run in one transaction.
 * @throws Problem `ambiguous-log`, `invalid-request`, `norm-conflict`, `too-many-points`, `too-large-for-memory`, `overloaded`
 */
export async function importLog(
  { storage, limits, memory }: Pick<Parts, 'storage' | 'limits' | 'memory'>,
  pool: ImportPool,
  counted: Counted,
  upload: Upload,
  wishes: ImportWishes,
  { signal, progress, keep }: ImportWatch = {}
): Promise<ImportResult> {
  return await readUpload(
    pool,
    memory,
    upload,
    wishes,
    async ({ planned, format, passed }) => {
      const receiptOf = (outcome: ImportOutcome | null): ImportReceipt => receiptOfRuns(planned, format, passed, outcome)
      if (wishes.dryRun) return { receipt: receiptOf(null), created: false }
      const points = planned.flatMap(({ series }) => series).reduce((sum, one) => sum + one.points.values.length, 0)
      let result: ImportResult = { receipt: receiptOf(null), created: false }
      let stored = 0
      await storeCounted(storage, limits, counted, points, async (newPointsMax) => {
        const outcome = await storage.of(counted.project).imports.store(
          planned.map(({ id, name, facts, series }) => ({ id, name, facts, series: new Map(series.map((one) => [one.name, one.points])) })),
          {
            onConflict: wishes.onConflict,
            ...(newPointsMax === undefined ? {} : { newPointsMax }),
            stored(received) {
              signal?.throwIfAborted()
              stored += received
              if (progress !== undefined) progress[0] = Math.max(progress[0]!, 0.5 + (0.5 * stored) / points)
            },
            once: async (client, outcome) => {
              result = { receipt: receiptOf(outcome), created: isNew(outcome) }
              await keep?.(client, result)
            }
          }
        )
        const series = [...outcome.values()].flatMap((one) => [...one.series])
        for (const [name, one] of series) count(name, one)
        return { appended: series.reduce((sum, [, { appended }]) => sum + appended, 0) }
      })
      return result
    },
    { ...(signal && { signal }), ...(progress && { progress }) }
  )
}

/** What was read from where. @param outcome what was stored of it; null: nothing */
export const receiptOfRuns = (
  planned: readonly PlannedRun[],
  format: string,
  passed: readonly string[],
  outcome: ImportOutcome | null
): ImportReceipt => ({ format, runs: planned.map((one, i) => runOf(one, outcome, i === 0 ? passed : [])) })

const isNew = (outcome: ImportOutcome): boolean =>
  [...outcome.values()].some(({ created, series }) => created || [...series.values()].some(({ appended }) => appended > 0))

function runOf(
  { id, name, series, ignored, facts, warnings }: PlannedRun,
  outcome: ImportOutcome | null,
  passed: readonly string[]
): ImportedLogRun {
  const stored = outcome?.get(id)?.series
  return {
    runId: id,
    ...(name === null ? {} : { name }),
    series: series.map(({ name, source, step, points, dropped, superseded }) => {
      const one = stored?.get(name)
      return {
        name,
        source,
        step,
        points: points.values.length,
        firstStep: stepAt(points.steps, 0),
        lastStep: stepAt(points.steps, points.values.length - 1),
        dropped,
        superseded: superseded + (one?.superseded ?? 0),
        ...(one && { appended: one.appended, duplicates: one.duplicates })
      }
    }),
    ignored: [...ignored],
    facts: { ...facts },
    warnings: [...warnings, ...passedOver(passed)]
  }
}

function passedOver(files: readonly string[]): string[] {
  if (files.length === 0) return []
  return [`${files.length} files were passed over: ${files.slice(0, 8).join(', ')}${files.length > 8 ? ', …' : ''}.`]
}
