import { type ChartOptions, chartSvg, columnsMax } from '../formats/charts/chart.ts'
import { ColumnGatherer } from '../formats/charts/columns.ts'
import { multiplierPanel } from '../formats/charts/schedule-chart.ts'
import type { Storage } from '../storage/storage.ts'
import type { PreparedPicture } from './draw-run.ts'
import { findSchedule } from './find-schedule.ts'

/**
 * A picture of a schedule.
 * @throws Problem `schedule-not-found`
 */
export async function drawSchedule(storage: Storage, id: string, options: ChartOptions): Promise<PreparedPicture> {
  const schedule = await findSchedule(storage, id)
  const { steps, rule, name } = schedule
  return {
    state: JSON.stringify([id, schedule.digest, name, options]),
    async draw() {
      const columns = new ColumnGatherer(0, steps - 1, columnsMax)
      let step = 0
      for await (const piece of storage.schedules.multipliers(schedule, 0, steps)) for (const value of piece) columns.add(step++, value)
      const panel = multiplierPanel(rule, columns, steps, null)
      return chartSvg(name ?? `Schedule, rule ${rule}`, `Learning-rate schedule of ${steps} steps, rule ${rule}.`, [panel], options)
    }
  }
}
