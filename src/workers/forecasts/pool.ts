import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { bytesToForecast, type ForecastResult, type ForecastTask } from './task.ts'

/** Fits loss laws and forecasts off the event loop, within bounds. */
export interface ForecastPool {
  /**
   * @param task its arrays on shared memory are not copied
   * @throws Problem `invalid-request`, `too-large-for-memory`, `overloaded`
   */
  forecast(task: ForecastTask): Promise<ForecastResult>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

const work = { file: 'forecasts/compute', what: 'forecasts' }

export function createForecastPool(bounds: PoolBounds = {}): ForecastPool {
  const pool = createBoundedPool<ForecastTask, ForecastResult>(work, bounds)
  return {
    forecast: (task) => pool.run({ bytes: bytesToForecast(task), place: '/curves' }, task),
    close: () => pool.close()
  }
}
