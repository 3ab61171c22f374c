import { logForecastTask } from './log-forecast-task.ts'
import { makeReport } from './make-report.ts'
import type { ReportSubject } from './report-subject.ts'
import { workHere } from './report-work.ts'

/**
 * The report of one log, made in this process and thread, with no database.
 * @throws Problem `invalid-request`, `series-too-long`
 */
export const reportLog = (log: Omit<ReportSubject, 'forecastTask'>, version: string): Promise<string> =>
  makeReport({ ...log, forecastTask: (request) => logForecastTask(log, request) }, workHere, version)
