import { type ChartOptions, chartSizes } from '../../formats/charts/chart.ts'
import { forecastChart, type LossLine } from '../../formats/charts/forecast-chart.ts'
import type { ForecastAnswer } from '../forecasts/forecast-answer.ts'
import type { ForecastCurveRequest } from '../forecasts/forecast-request.ts'

const usual: ChartOptions = { width: chartSizes.width.default, height: chartSizes.height.two, theme: 'auto' }

/** A forecast as a picture: what was logged with the forecast of its end, and the best of the other schedules. Curves need points. */
export function drawForecast({ law, self, forecasts }: ForecastAnswer, curves: readonly ForecastCurveRequest[], options = usual): string {
  const { losses, steps } = curves[self?.curve ?? 0] ?? {}
  const logged = losses === undefined ? null : { name: 'logged', losses, steps: steps ?? Float64Array.from(losses, (_, i) => i) }
  const own = self?.path == null ? null : { name: 'forecast', ...self.path }
  const others: LossLine[] = [...forecasts]
    .sort((a, b) => a.finalLoss - b.finalLoss)
    .flatMap(({ name, curve }) => (curve === null ? [] : [{ name, ...curve }]))
  return forecastChart(`Forecast of the loss by ${law}`, logged, own, others, options)
}
