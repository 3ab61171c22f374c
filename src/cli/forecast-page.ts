import type { ForecastAnswer } from '../services/forecasts/forecast-answer.ts'
import type { ForecastCurveRequest } from '../services/forecasts/forecast-request.ts'
import { aligned } from './table.ts'
import { type ChartSeries, type Colour, terminalChart } from './terminal-chart.ts'

/** Forecast curves that a picture shows. */
const drawnMax = 4
const positions = 240
const colours: readonly Colour[] = ['blue', 'green', 'magenta', 'cyan']

/** A forecast as a picture of losses, a table and its sentence. */
export function forecastPage(answer: ForecastAnswer, curves: readonly ForecastCurveRequest[]): string {
  return `${[...picture(answer, curves), table(answer), answer.summary, ...search(answer)].filter((part) => part !== '').join('\n\n')}\n`
}

const short = (value: number): string => value.toPrecision(5)

function table({ self, forecasts }: ForecastAnswer): string {
  const row = (
    name: string,
    one: { finalLoss: number; interval: { low: number; high: number }; steps: number },
    more: readonly string[]
  ) => [name, short(one.finalLoss), `${short(one.interval.low)} – ${short(one.interval.high)}`, String(one.steps), ...more]
  const rows = [
    ...(self === null ? [] : [row('the run itself', self, ['', ''])]),
    ...[...forecasts]
      .sort((a, b) => a.finalLoss - b.finalLoss)
      .map((one) => row(one.name, one, [String(Number(one.peakLearningRate.toPrecision(4))), one.sumOfRates.toPrecision(4)]))
  ]
  return rows.length === 0 ? '' : aligned([['SCHEDULE', 'FINAL LOSS', '90 % INTERVAL', 'STEPS', 'PEAK RATE', 'SUM OF RATES'], ...rows])
}

function search({ search: found }: ForecastAnswer): string[] {
  if (found === null) return []
  const named = ({ rule, parameters }: { rule: string; parameters: Readonly<Record<string, unknown>> }) =>
    `${rule}=${JSON.stringify(parameters)}`
  const atPeak = found.atPeak.map((one) => [short(one.finalLoss), `${short(one.interval.low)} – ${short(one.interval.high)}`, named(one)])
  const atOwn = found.atOwnPeak.map((one) => [one.ratio.toFixed(3), named(one)])
  return [
    `Least loss at the peak ${found.peakLearningRate} over ${found.steps} steps, of ${found.tried} schedules:\n${aligned([['FINAL LOSS', '90 % INTERVAL', 'SCHEDULE'], ...atPeak])}`,
    found.detail,
    `Another question: the least bound, each schedule at its own best peak. No forecast of a loss.\n${aligned([['BOUND', 'SCHEDULE'], ...atOwn])}`
  ]
}

function picture({ self, forecasts }: ForecastAnswer, curves: readonly ForecastCurveRequest[]): string[] {
  const logged = curves[0]?.losses === undefined ? null : { steps: [...(curves[0].steps ?? [])], losses: [...curves[0].losses] }
  const best = [...forecasts].sort((a, b) => a.finalLoss - b.finalLoss).slice(0, drawnMax)
  const lines = [
    ...(self?.path == null ? [] : [{ name: 'the run itself', curve: self.path }]),
    ...best.map(({ name, curve }) => ({ name, curve }))
  ]
    .filter(({ curve }) => curve !== null)
    .slice(0, drawnMax)
  const all = [...(logged === null ? [] : [{ steps: logged.steps, losses: logged.losses }]), ...lines.map(({ curve }) => curve!)]
  if (lines.length === 0) return []
  const to = Math.max(...all.map(({ steps }) => steps.at(-1) ?? 0))
  const from = Math.min(...lines.map(({ curve }) => curve!.steps[0]!))
  const series: ChartSeries[] = [
    ...(logged === null ? [] : [{ values: sampled(logged.steps, logged.losses, from, to), colour: 'grey' as const, name: 'logged' }]),
    ...lines.map(({ name, curve }, k) => ({ values: sampled(curve!.steps, curve!.losses, from, to), colour: colours[k]!, name }))
  ]
  const terminal = { columns: process.stdout.columns ?? 100, colour: process.stdout.isTTY === true }
  return [terminalChart({ title: 'loss', series, from, to, xName: 'step', rows: 12 }, terminal).join('\n')]
}

/** Values at even positions, on lines between the points; NaN beyond them. */
function sampled(steps: readonly number[], values: readonly number[], from: number, to: number): Float64Array {
  let k = 0
  return Float64Array.from({ length: positions }, (_, i) => {
    const at = from + (i * (to - from)) / (positions - 1)
    while (k + 2 < steps.length && steps[k + 1]! < at) k++
    const [a, b] = [steps[k]!, steps[k + 1] ?? steps[k]!]
    if (at < a || at > b + (to - from) / positions) return Number.NaN
    return b === a ? values[k]! : values[k]! + ((values[k + 1]! - values[k]!) * (Math.min(at, b) - a)) / (b - a)
  })
}
