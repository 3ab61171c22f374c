import { columnsOf, forecast } from '../../forecasts/forecast.ts'
import { drawForecast } from '../../formats/charts/draw-forecast.ts'
import { answering } from '../threads/answering.ts'
import { bytesToForecast, type ForecastWork } from './task.ts'

/** Forecasts, and draws where a picture is wanted: of a long log that takes a while too. */
function compute({ chart, ...task }: ForecastWork) {
  const result = forecast(task)
  if (chart === null) return { result, picture: null }
  const { losses } = task.curves[result.self?.curve ?? 0]!
  return { result, picture: drawForecast(result, columnsOf(losses), chart) }
}

export default answering(compute, bytesToForecast)
