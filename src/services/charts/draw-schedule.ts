import type { HeldMemory } from '../../domain/memory-budget.ts'
import type { Schedule } from '../../domain/schedule.ts'
import { type ChartOptions, chartSvg, columnsMax } from '../../formats/charts/chart.ts'
import { ColumnGatherer, type Columns } from '../../formats/charts/columns.ts'
import { multiplierPanel } from '../../formats/charts/schedule-chart.ts'
import { fittableRules } from '../../schedules/fits/nearest-rules.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { ChartPool } from '../../workers/charts/pool.ts'
import { findSchedule } from '../schedules/find-schedule.ts'
import type { PreparedPicture } from './draw-run.ts'
import { paperBeside } from './paper-beside.ts'

/**
 * A picture of a schedule; beside one that is no plain rule, the nearest rule; beside one of preset robust, that of preset paper on the same norms.
 * @throws Problem `schedule-not-found`, `overloaded`
 */
export async function drawSchedule(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: ChartPool,
  id: string,
  options: ChartOptions
): Promise<PreparedPicture> {
  const schedule = await findSchedule(storage, id)
  const { steps, rule, name } = schedule
  const paper = await paperBeside(storage, memory, pool, schedule)
  return {
    state: JSON.stringify([id, schedule.digest, name, options, paper?.versions ?? null]),
    async draw() {
      const columns = await columnsOfSchedule(storage, schedule)
      const beside = fittableRules.includes(rule) ? null : await pool.beside(columns)
      const other = (await paper?.columns()) ?? null
      const panel = multiplierPanel(rule, columns, steps, beside, other)
      const nearest =
        beside === null ? '' : `, with the nearest rule, ${beside.name}${other === null ? '' : ', and the schedule of preset paper'}`
      return chartSvg(
        name ?? `Schedule, rule ${rule}`,
        `Learning-rate schedule of ${steps} steps, rule ${rule}${nearest}.`,
        [panel],
        options
      )
    }
  }
}

/** Of a long schedule from its extrema: a column may reach into the neighbouring one by a seventh of its width. */
async function columnsOfSchedule({ schedules }: ProjectStorage, schedule: Schedule): Promise<Columns> {
  const { steps } = schedule
  const columns = new ColumnGatherer(0, steps - 1, columnsMax)
  const extrema = await schedules.extrema(schedule)
  if (extrema === null) {
    let step = 0
    for await (const piece of schedules.multipliers(schedule, 0, steps)) for (const value of piece) columns.add(step++, value)
    return columns
  }
  const { low, high, length } = extrema
  for (let stretch = 0; stretch < low.length; stretch++) {
    const [first, last] = [stretch * length, Math.min(steps, (stretch + 1) * length) - 1]
    for (const value of [low[stretch]!, high[stretch]!]) for (const step of [first, last]) columns.add(step, value)
  }
  return columns
}
