import type { ChartOptions } from '../../formats/charts/chart.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { bytesToForecast, type Forecasted, type ForecastResult, type ForecastTask, type ForecastWork } from './task.ts'

/** Fits loss laws and forecasts off the event loop, within bounds. */
export interface ForecastPool {
  /**
   * @param task its arrays on shared memory are not copied
   * @throws Problem `invalid-request`, `too-large-for-memory`, `overloaded`
   */
  forecast(task: ForecastTask): Promise<ForecastResult>
  /** The same as a picture, SVG, of as many points as the task asks for. */
  draw(task: ForecastTask, chart: ChartOptions): Promise<string>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

const work = { file: 'forecasts/compute', what: 'forecasts' }

export function createForecastPool(bounds: PoolBounds = {}): ForecastPool {
  const pool = createBoundedPool<ForecastWork, Forecasted>(work, bounds)
  const run = (task: ForecastWork) => pool.run({ bytes: bytesToForecast(task), place: '/curves' }, task)
  return {
    forecast: async (task) => (await run({ ...task, chart: null })).result,
    draw: async (task, chart) => (await run({ ...task, chart })).picture!,
    close: () => pool.close()
  }
}
