import { stepAt } from '../../domain/gradient-norm.ts'
import type { ImportedLogRun, ImportReceipt } from '../../domain/import.ts'
import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { type LogFiles, logsAmong } from '../../formats/logs/log-files.ts'
import type { SeriesReading } from '../../formats/logs/read-series.ts'
import type { ImportOutcome } from '../../storage/import-repository.ts'
import type { Counted } from '../../storage/point-count-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { ImportPool } from '../../workers/imports/pool.ts'
import type { ImportTask, SpooledFile } from '../../workers/imports/task.ts'
import { storeCounted } from '../limits/store-counted.ts'
import type { Parts } from '../parts.ts'
import { count } from '../series/append-series.ts'
import { type PlannedRun, planRuns } from './plan-runs.ts'
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
  const { logs, passed } = logsAmong(upload.files.map(({ name }) => name))
  if (logs.length === 0) throw noLog(passed)
  const byName = new Map(upload.files.map((file) => [file.name, file]))
  const { map, input, step, run } = wishes
  const task: ImportTask = {
    bytes: await upload.spool.share(),
    logs: logs.map(({ paths }) => paths.map((path) => byName.get(path) as SpooledFile)),
    wishes: {
      map: [...map],
      ...(input === undefined ? {} : { input }),
      ...(step === undefined ? {} : { step }),
      ...(run === undefined ? {} : { run })
    },
    memoryMax: memoryFor(upload.bytes, memory.largest),
    ...(progress === undefined ? {} : { progress })
  }
  return await pool.read(
    task,
    async (readings) => {
      const planned = planRuns(
        readings.map((reading, i) => ({ reading, ...placeOf(logs[i] as LogFiles) })),
        wishes.runId,
        `log-${upload.digest.slice(0, 12)}`
      )
      const format = [...new Set(readings.map((reading: SeriesReading) => reading.format))].join(', ')
      const receiptOf = (outcome: ImportOutcome | null): ImportReceipt => ({
        format,
        runs: planned.map((one, i) => runOf(one, outcome, i === 0 ? passed : []))
      })
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
    signal
  )
}

/** Memory for points and for files that are read as a whole: a few times the bytes that came, and never all that there is. Bytes. */
const memoryFor = (bytes: number, largest: number): number => Math.min(64 * 2 ** 20 + 16 * bytes, Math.floor(largest / 2))

function noLog(passed: readonly string[]): Problem {
  const names = passed.slice(0, 8).join(', ')
  return new Problem('ambiguous-log', `None of ${passed.length} files is called like a log: ${names}${passed.length > 8 ? ', …' : ''}.`, {
    errors: [{ pointer: '', detail: 'No file is called like a log.', fix: 'Send the log alone; its name does not matter then.' }]
  })
}

/** What the files of a log call the run: their folder, or the file. */
function placeOf({ title, run, paths }: LogFiles): { path: string; isFolder: boolean } {
  const isFolder = title !== null && run !== '' && !paths.includes(run)
  return { path: isFolder || title === null ? run : (paths[0] as string), isFolder }
}

const isNew = (outcome: ImportOutcome): boolean =>
  [...outcome.values()].some(({ created, series }) => created || [...series.values()].some(({ appended }) => appended > 0))

function runOf(
  { id, series, ignored, facts, warnings }: PlannedRun,
  outcome: ImportOutcome | null,
  passed: readonly string[]
): ImportedLogRun {
  const stored = outcome?.get(id)?.series
  return {
    runId: id,
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
