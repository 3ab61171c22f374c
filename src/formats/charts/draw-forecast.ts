import type { ChartOptions } from './chart.ts'
import { forecastChart, type LossLine } from './forecast-chart.ts'

type Curve = Omit<LossLine, 'name'>

/** What a picture shows of a forecast. Curves are null where no points were asked for. */
export interface ForecastToDraw {
  readonly law: string
  readonly self: { readonly path: Curve | null } | null
  readonly forecasts: readonly { readonly name: string; readonly finalLoss: number; readonly curve: Curve | null }[]
}

/** A forecast as a picture: what was logged with the forecast of its end, and the best of the other schedules. */
export function drawForecast({ law, self, forecasts }: ForecastToDraw, logged: Curve | null, options: ChartOptions): string {
  const own = self?.path == null ? null : { name: 'forecast', ...self.path }
  const others: LossLine[] = [...forecasts]
    .sort((a, b) => a.finalLoss - b.finalLoss)
    .flatMap(({ name, curve }) => (curve === null ? [] : [{ name, ...curve }]))
  return forecastChart(`Forecast of the loss by ${law}`, logged === null ? null : { name: 'logged', ...logged }, own, others, options)
}
