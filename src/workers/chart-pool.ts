import { createBoundedPool, type PoolBounds } from './bounded-pool.ts'
import type { ChartColumns, ChartTask } from './chart-task.ts'

/** Prepares series for pictures, off the event loop and within bounds. */
export interface ChartPool {
  /** @throws Problem `overloaded`, `series-too-long` */
  prepare(task: ChartTask): Promise<ChartColumns>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

const work = { worker: 'chart-worker', work: 'Pictures', pointsPerSecond: 2e6 }

export function createChartPool(bounds: PoolBounds = {}): ChartPool {
  const pool = createBoundedPool<ChartTask, ChartColumns>(work, bounds)
  return {
    prepare: (task) =>
      pool.run(
        Math.max(task.values.length, task.options?.steps ?? 0),
        () => task,
        (columns) => columns
      ),
    close: () => pool.close()
  }
}
