import type { Points } from '../../domain/gradient-norm.ts'
import type { ImportReceipt } from '../../domain/import.ts'
import { isGradientNorm, type SeriesName } from '../../domain/series.ts'
import { chooseNorm } from '../../refinement/choose-norm.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'
import { receiptOfRuns } from '../imports/import-log.ts'
import type { PlannedRun } from '../imports/plan-runs.ts'
import { type ReadingWishes, readUpload } from '../imports/read-upload.ts'
import type { Upload } from '../imports/upload.ts'
import type { Parts } from '../parts.ts'
import { factsOfLog } from '../refinement/log-facts.ts'
import { type DrawnReport, drawnReport } from './drawn-report.ts'
import { logForecastTask } from './log-forecast-task.ts'
import { makeReport, reportOn } from './make-report.ts'
import type { ReportOptions, ReportSubject } from './report-subject.ts'
import { workInPools } from './report-work.ts'

/** What is made of a log that was sent, and not stored. */
export interface UploadReport extends DrawnReport {
  readonly receipt: ImportReceipt
  /** The run that the report is about; others of the log are in the receipt. */
  readonly runId: string
}

/**
 * Reads a log that was sent, and says what it is and what is made of it; nothing is stored. Of several runs it takes the first that has norms.
 * @param parts see `reportOn`
 * @throws Problem `ambiguous-log`, `invalid-request`, `series-too-long`, `too-large-for-memory`, `overloaded`
 */
export const reportUpload = (
  { pools, memory, version }: Pick<Parts, 'pools' | 'memory' | 'version'>,
  upload: Upload,
  wishes: ReadingWishes,
  options: ReportOptions,
  parts: 'all' | 'brief'
): Promise<UploadReport> =>
  readUpload(pools.imports, memory, upload, wishes, async ({ planned, format, passed }) => {
    const run = shownOf(planned)
    const subject = subjectOf(run, options)
    const reported = await reportOn(subject, workInPools(pools), version, parts)
    return { receipt: receiptOfRuns(planned, format, passed, null), runId: run.id, ...drawnReport(subject, reported) }
  })

/** The same as one HTML file. @throws Problem as `reportUpload` */
export const reportUploadPage = (
  { pools, memory, version }: Pick<Parts, 'pools' | 'memory' | 'version'>,
  upload: Upload,
  wishes: ReadingWishes,
  options: ReportOptions
): Promise<string> =>
  readUpload(pools.imports, memory, upload, wishes, ({ planned }) =>
    makeReport(subjectOf(shownOf(planned), options), workInPools(pools), version)
  )

const hasNorms = ({ series }: PlannedRun): boolean => series.some(({ name }) => isGradientNorm(name))

const shownOf = (planned: readonly PlannedRun[]): PlannedRun => planned.find(hasNorms) ?? (planned[0] as PlannedRun)

const nothing: Points = { steps: { first: 0, stride: 1 }, values: new Float64Array(0) }

function subjectOf({ id, name, series, facts, warnings }: PlannedRun, options: ReportOptions): ReportSubject {
  const norms = series.map((one) => one.name).filter(isGradientNorm)
  const refinable = norms.filter((one) => one !== 'linf')
  const norm = refinable.length === 0 ? (options.norm ?? 'l2') : chooseNorm(options.norm, refinable, facts.optimizer ?? null)
  const of = (wanted: SeriesName) => series.find((one) => one.name === wanted)
  const pointsOf = (wanted: SeriesName): Points | null => {
    const found = of(wanted)
    return found === undefined ? null : onSharedMemory(found.points)
  }
  const points = pointsOf(norm) ?? nothing
  const learningRates = pointsOf('learning-rate')
  const known = {
    optimizer: facts.optimizer ?? null,
    totalSteps: facts.totalSteps ?? null,
    weightDecay: facts.weightDecay ?? null,
    clipNorm: facts.clipNorm ?? null
  }
  const run = factsOfLog(norm, points, { ...known, norms, learningRates, l2: pointsOf('l2') })
  const log = {
    title: name ?? id,
    subject: `The log ${name ?? id}`,
    dated: null,
    norm,
    points: { ...points, losses: pointsOf('loss'), weightNorms: pointsOf('weight-norm') },
    learningRates,
    sources: {
      step: of(norm)?.step ?? series[0]?.step ?? null,
      norm: of(norm)?.source ?? null,
      loss: of('loss')?.source ?? null,
      rate: of('learning-rate')?.source ?? null
    },
    notes: warnings,
    run,
    facts: Object.entries(facts).map(([fact, value]): [string, string] => [fact, String(value)]),
    options,
    peakLearningRate: facts.peakLearningRate ?? null
  }
  return { ...log, forecastTask: (request) => logForecastTask(log, request) }
}
