import type { HeldMemory } from '../../domain/memory-budget.ts'
import { forecast } from '../../forecasts/forecast.ts'
import type { ChartOptions } from '../../formats/charts/chart.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { ForecastPool } from '../../workers/forecasts/pool.ts'
import { type ForecastAnswer, forecastAnswer } from './forecast-answer.ts'
import { type ForecastRequest, forecastTask } from './forecast-request.ts'

/**
 * Forecasts the losses of schedules from the losses and rates of runs, in a thread.
 * @throws Problem `invalid-request`, `run-not-found`, `schedule-not-found`, `no-losses`, `no-learning-rates`, `too-large-for-memory`, `overloaded`
 */
export async function forecastLosses(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: ForecastPool,
  request: ForecastRequest
): Promise<ForecastAnswer> {
  return forecastAnswer(await pool.forecast(await forecastTask({ storage, memory }, request)))
}

/** Points of each curve of a picture, unless the request says more. */
const pointsDrawn = 200

/** The same as a picture, SVG. */
export async function drawForecastOf(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: ForecastPool,
  request: ForecastRequest,
  chart: ChartOptions
): Promise<string> {
  const points = Math.max(request.points ?? 0, pointsDrawn)
  return await pool.draw(await forecastTask({ storage, memory }, { ...request, points }), chart)
}

/** The same of curves that are all said, in this process and thread, with no database. @throws Problem `invalid-request` */
export const forecastLogs = async (request: ForecastRequest): Promise<ForecastAnswer> =>
  forecastAnswer(forecast(await forecastTask(null, request)))
