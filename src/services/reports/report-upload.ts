import type { ImportReceipt } from '../../domain/import.ts'
import { isGradientNorm } from '../../domain/series.ts'
import { receiptOfRuns } from '../imports/import-log.ts'
import type { PlannedRun } from '../imports/plan-runs.ts'
import { type ReadingWishes, readUpload } from '../imports/read-upload.ts'
import type { Upload } from '../imports/upload.ts'
import type { Parts } from '../parts.ts'
import { type DrawnReport, drawnReport } from './drawn-report.ts'
import { subjectOfLog } from './log-subject.ts'
import { makeReport, reportOn } from './make-report.ts'
import type { ReportOptions } from './report-subject.ts'
import { workInPools } from './report-work.ts'

/** What is made of a log that was sent, and not stored. */
export interface UploadReport extends DrawnReport {
  readonly receipt: ImportReceipt
  /** The run that the report is about; others of the log are in the receipt. */
  readonly runId: string
}

/**
 * Reads a log that was sent, and says what it is and what is made of it; nothing is stored. Of several runs it takes the first that has norms, or the first.
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
    const subject = subjectOfLog(run, options)
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
  readUpload(pools.imports, memory, upload, wishes, ({ planned }) => {
    const run = shownOf(planned)
    const others = planned.filter((one) => one !== run).map(calledBy)
    const note =
      others.length === 0 ? [] : [`The log holds ${planned.length} runs. This is ${calledBy(run)}; the others are ${listed(others)}.`]
    return makeReport(subjectOfLog({ ...run, warnings: [...note, ...run.warnings] }, options), workInPools(pools), version)
  })

const hasNorms = ({ series }: PlannedRun): boolean => series.some(({ name }) => isGradientNorm(name))

const shownOf = (planned: readonly PlannedRun[]): PlannedRun => planned.find(hasNorms) ?? (planned[0] as PlannedRun)

const calledBy = ({ id, name }: PlannedRun): string => JSON.stringify(name ?? id)

const listed = (names: readonly string[]): string => `${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`
