import { logForecastTask } from './log-forecast-task.ts'
import { makeReport } from './make-report.ts'
import type { ReportSubject } from './report-subject.ts'
import { toldOf, workHere } from './report-work.ts'

/**
 * The report of one log, made in this process and thread, with no database.
 * @param tell hears what begins
 * @throws Problem `invalid-request`, `series-too-long`
 */
export const reportLog = (
  log: Omit<ReportSubject, 'forecastTask'>,
  version: string,
  tell: (what: string) => void = () => {}
): Promise<string> => makeReport({ ...log, forecastTask: (request) => logForecastTask(log, request) }, toldOf(workHere, tell), version)
