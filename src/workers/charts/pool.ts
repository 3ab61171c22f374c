import type { Columns } from '../../formats/charts/columns.ts'
import type { RuleBeside } from '../../formats/charts/schedule-chart.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { bytesToPrepare, type ChartColumns, type ChartTask, type NormsTask } from './task.ts'

/** Prepares series and schedules for pictures, off the event loop and within bounds. */
export interface ChartPool {
  /** @throws Problem `overloaded`, `series-too-long` */
  prepare(task: NormsTask): Promise<ChartColumns>
  /**
   * The rule to draw beside a schedule.
   * @throws Problem `overloaded`
   */
  beside(multipliers: Columns): Promise<RuleBeside>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

const work = { file: 'charts/compute', what: 'pictures' }

export function createChartPool(bounds: PoolBounds = {}): ChartPool {
  const pool = createBoundedPool<ChartTask, ChartColumns | RuleBeside>(work, bounds)
  return {
    prepare: async (task) => (await pool.run({ bytes: bytesToPrepare(task), place: 'path/runId' }, task)) as ChartColumns,
    beside: async ({ low, high }) =>
      (await pool.run({ bytes: 16 * low.length, place: 'path/id' }, { multipliers: { low, high } })) as RuleBeside,
    close: () => pool.close()
  }
}
