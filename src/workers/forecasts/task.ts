import type { ForecastResult, ForecastTask } from '../../forecasts/forecast.ts'
import type { ChartOptions } from '../../formats/charts/chart.ts'

export type { ForecastResult, ForecastTask } from '../../forecasts/forecast.ts'

/** What a thread is given. */
export interface ForecastWork extends ForecastTask {
  /** Null: no picture is wanted. */
  readonly chart: ChartOptions | null
}

/** What it answers. */
export interface Forecasted {
  readonly result: ForecastResult
  readonly picture: string | null
}

/** Memory of a path: places of its schedule with their rates. */
const bytesOfPath = 2 ** 18

/** Memory to forecast: steps and usable points of each curve, and a path for each schedule; those of a search come one after another. Bytes. */
export const bytesToForecast = ({ curves, candidates, branches, search }: ForecastTask): number => {
  const branched = (branches?.lengths.length ?? 0) * (branches?.shapes.length ?? 0)
  const paths = curves.length + candidates.length + branched + (search === null ? 0 : 1)
  return (
    curves.reduce((sum, { losses, logged }) => sum + 40 * losses.values.length + 40 * (logged?.values.length ?? 0), 0) + paths * bytesOfPath
  )
}
