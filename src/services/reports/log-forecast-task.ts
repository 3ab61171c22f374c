import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'
import type { ForecastTask } from '../../forecasts/forecast.ts'
import type { ForecastRequest } from '../forecasts/forecast-request.ts'
import { plannedSchedule } from '../forecasts/planned-schedule.ts'
import type { ReportSubject } from './report-subject.ts'

/**
 * The task of forecasting schedules from the losses and rates of a log.
 * @throws Problem `no-losses`, `no-learning-rates`, `invalid-request`
 */
export async function logForecastTask(
  { points: { losses }, learningRates, run }: Pick<ReportSubject, 'points' | 'learningRates' | 'run'>,
  { candidates = [], steps, points = 0 }: Pick<ForecastRequest, 'candidates' | 'steps' | 'points'>
): Promise<ForecastTask> {
  if (losses == null || losses.values.length === 0) throw new Problem('no-losses', 'the log has no losses.')
  if (learningRates === null || learningRates.values.length < 2) {
    throw new Problem('no-learning-rates', 'the log has no learning rates, which a law needs beside the losses.')
  }
  const usual = Math.max(run.totalSteps ?? 0, lastOf(losses) + 1)
  const planned = []
  for (const [k, candidate] of candidates.entries()) {
    const { plan, name, schedule } = await plannedSchedule(null, candidate, { asked: steps, usual }, `/candidates/${k}`)
    planned.push({ ...plan, name, schedule, peakLearningRate: null })
  }
  const curve = { losses, logged: learningRates, planned: null, pointer: '/learningRates', totalSteps: run.totalSteps, place: '/curves/0' }
  return { curves: [curve], candidates: planned, branches: null, search: null, law: 'auto', points }
}

const lastOf = ({ steps, values }: Points): number => stepAt(steps, values.length - 1)
