import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type SeriesName, seriesNames } from '../domain/series.ts'
import { seriesTitles } from '../formats/logs/choose-series.ts'
import { meaningOf } from '../formats/logs/names/meaning.ts'
import { partsOf } from '../formats/logs/names/run-names.ts'
import { type ReadRun, readSeries } from '../formats/logs/read-series.ts'
import type { LogFacts } from '../formats/logs/recorder.ts'
import { seriesMap } from '../formats/logs/series-map.ts'
import { planRuns } from '../services/imports/plan-runs.ts'
import { subjectOfLog } from '../services/reports/log-subject.ts'
import { reportLog } from '../services/reports/report-log.ts'
import type { ReportOptions } from '../services/reports/report-subject.ts'
import { version } from '../version.ts'
import { inFlags, UsageError } from './failures.ts'
import { given } from './given.ts'
import { type LogFlags, sourcesOf } from './read-log-file.ts'
import { showProgress } from './show-progress.ts'

/** What a person says of a log that is reported on. */
export interface ReportedLog extends LogFlags {
  readonly title?: string
  readonly rateColumn?: string
  /** Columns of series, as `l2=grad_norm`. */
  readonly map?: readonly string[]
  /** What is known of the run counts before what the log says. */
  readonly known: LogFacts
  readonly options: ReportOptions
}

/** Of these a report makes something; without the others it is none the worse. */
const needed: readonly SeriesName[] = ['l2', 'l1', 'linf']

/**
 * The report of one log, made in this process and thread, with no database: of norms, losses and rates, or of what there is of them. Says on
 * standard error what it read from where.
 * @throws UsageError where there is no such file, or runs of which none is named; Problem for what is in it
 */
export async function reportFile(file: string, log: ReportedLog): Promise<string> {
  const { input, step, run, title, known, options } = log
  const optional = new Set(seriesNames.filter((name) => !needed.includes(name)))
  const reading = await readSeries(await sourcesOf(file), { map: mapOf(log), optional, ...given({ input, step, run }) })
  const found = reading.runs.filter(({ series }) => series.length > 0)
  if (found.length > 1) {
    const names = found.slice(0, 20).map(({ name }) => JSON.stringify(name))
    throw new UsageError(`it holds ${found.length} runs: ${names.join(', ')}${found.length > 20 ? ', …' : ''}. Name one with --run.`)
  }
  const isPiped = file === '-'
  const called = isPiped ? 'standard input' : basename(resolve(file))
  const [planned] = planRuns([{ reading, path: isPiped ? '' : called, isFolder: false }], undefined, 'log')
  for (const read of found) process.stderr.write(readText(read))
  const subject = subjectOfLog(
    { ...planned!, facts: { ...planned!.facts, ...known }, warnings: found.flatMap(({ warnings }) => warnings.map(inFlags)) },
    options
  )
  const about = {
    title: title ?? called,
    subject: isPiped ? 'A log from standard input' : `The log ${called}`,
    dated: isPiped ? null : (await stat(file)).mtime.toISOString()
  }
  const progress = showProgress()
  try {
    return await reportLog({ ...subject, ...about }, version, (what) => progress.update(`${what} …`))
  } finally {
    progress.done()
  }
}

/** Columns by the series that they shall be. */
function mapOf({ map = [], column, columns, lossColumn, rateColumn, options }: ReportedLog): Map<SeriesName, string | null> {
  const norms = column ?? columns
  const norm = options.norm ?? (norms === undefined ? null : meaningOf(partsOf(norms).metric).norm) ?? 'l2'
  const wished: [SeriesName, string | undefined][] = [
    [norm, norms],
    ['loss', lossColumn],
    ['learning-rate', rateColumn]
  ]
  return new Map([...seriesMap(map), ...wished.filter((one): one is [SeriesName, string] => one[1] !== undefined)])
}

/** What was read, in a line for each thing that a person should know. */
function readText({ series, warnings }: ReadRun): string {
  const read = series.map(
    ({ name, source, points: { values } }) => `${values.length} ${seriesTitles[name]} from column ${JSON.stringify(source)}`
  )
  const step = series[0]?.step ?? null
  const steps = step === null ? 'no column of steps' : `steps from ${JSON.stringify(step)}`
  return [`read: ${read.join(', ')}, ${steps}`, ...warnings.map((warning) => `note: ${inFlags(warning)}`)]
    .map((line) => `${line}\n`)
    .join('')
}
