import type { MemoryBudget } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { type LogFiles, logsAmong } from '../../formats/logs/log-files.ts'
import type { SeriesReading } from '../../formats/logs/read-series.ts'
import type { ImportPool } from '../../workers/imports/pool.ts'
import type { ImportTask, SpooledFile } from '../../workers/imports/task.ts'
import { type PlannedRun, planRuns } from './plan-runs.ts'
import type { Upload } from './upload.ts'

/** What a person says of a log besides its files. */
export interface ReadingWishes {
  /** The run that all goes to. */
  readonly runId?: string
  readonly map: ReadonlyMap<SeriesName, string | null>
  /** The format, where it is not to be found by what is in the files. */
  readonly input?: string
  readonly step?: string
  /** As the log calls it, or the folder or file of the run where several are sent. */
  readonly run?: string
}

/** Logs that were read, by the runs that they are of. */
export interface ReadUpload {
  readonly planned: readonly PlannedRun[]
  readonly format: string
  /** Files that are no logs. */
  readonly passed: readonly string[]
}

/**
 * Reads the logs among files that were sent.
 * @param use what is done with the points: their memory is counted until it ends
 * @throws Problem `ambiguous-log`, `invalid-request`, `too-large-for-memory`, `overloaded`
 */
export async function readUpload<Used>(
  pool: ImportPool,
  memory: MemoryBudget,
  upload: Upload,
  { map, input, step, run, runId }: ReadingWishes,
  use: (read: ReadUpload) => Promise<Used>,
  { signal, progress }: { readonly signal?: AbortSignal; readonly progress?: Float64Array } = {}
): Promise<Used> {
  const { logs, passed } = logsAmong(upload.files.map(({ name }) => name))
  if (logs.length === 0) throw noLog(passed)
  const byName = new Map(upload.files.map((file) => [file.name, file]))
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
        runId,
        `log-${upload.digest.slice(0, 12)}`
      )
      const format = [...new Set(readings.map((reading: SeriesReading) => reading.format))].join(', ')
      return await use({ planned: planned.filter(isWished(planned, run)), format, passed })
    },
    signal
  )
}

/** Of several logs, as of the folders of several runs, the one that the wished run is; files that name no runs are read whatever the wish. */
function isWished(planned: readonly PlannedRun[], run: string | undefined): (one: PlannedRun) => boolean {
  const isIt = ({ id, name }: PlannedRun) => (name ?? id) === run
  return planned.length > 1 && planned.some(isIt) ? isIt : () => true
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
