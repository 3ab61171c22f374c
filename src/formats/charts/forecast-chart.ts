import { type ChartOptions, chartSvg, columnsMax } from './chart.ts'
import { ColumnGatherer, type Columns } from './columns.ts'
import type { Drawn, Panel } from './panel.ts'
import { linearScale } from './scale.ts'

/** A line of losses over steps; with `low` and `high` also a band. */
export interface LossLine {
  readonly name: string
  readonly steps: ArrayLike<number>
  readonly losses: ArrayLike<number>
  readonly low?: ArrayLike<number>
  readonly high?: ArrayLike<number>
}

const kinds = ['first', 'second', 'third'] as const
/** Forecasts of one picture: more lines cannot be told apart. */
export const linesMax = kinds.length

/** The loss that was logged with the forecast of its end and the band of that, and below it other schedules on one axis. */
export const forecastChart = (
  title: string,
  logged: LossLine | null,
  own: LossLine | null,
  others: readonly LossLine[],
  options: ChartOptions
): string => chartSvg(title, forecastDescription(own, others), forecastPanels(logged, own, others), options)

/** The panels of that picture: none where there is nothing to draw. */
export function forecastPanels(logged: LossLine | null, own: LossLine | null, others: readonly LossLine[]): Panel[] {
  const shown = others.slice(0, linesMax)
  return [
    ...(logged === null && own === null
      ? []
      : [panelOf('Loss: logged, and its forecast with an interval of 90 %', logged, own === null ? [] : [own])]),
    ...(shown.length === 0 ? [] : [panelOf('Loss: forecasts of other schedules', logged, shown)])
  ]
}

/** The picture in words. */
export function forecastDescription(own: LossLine | null, others: readonly LossLine[]): string {
  const all = [...(own === null ? [] : [own]), ...others.slice(0, linesMax)]
  const description = all.map(({ name, losses }) => `${name} ends at ${Number(losses[losses.length - 1]!.toPrecision(4))}`).join('; ')
  return description === '' ? 'There is nothing to draw.' : `${description}.`
}

function panelOf(heading: string, logged: LossLine | null, lines: readonly LossLine[]): Panel {
  const begin = Math.min(...lines.map(({ steps }) => steps[0]!), ...(lines.length === 0 && logged !== null ? [logged.steps[0]!] : []))
  const ends = [...lines, ...(logged === null ? [] : [logged])].map(({ steps }) => steps[steps.length - 1]!)
  const to = Math.max(...ends)
  const series: Drawn[] = [
    ...(logged === null ? [] : [{ columns: gathered(logged.steps, logged.losses, begin, to), kind: 'band' as const, label: 'logged' }]),
    ...lines.flatMap((line, k) => drawn(belowLogged(line, logged), kinds[k]!, begin, to, lines.length === 1))
  ]
  const [low, high] = extent(series.map(({ columns }) => columns))
  const margin = 0.05 * (high - low) || Math.abs(high) / 2 || 1
  return { heading, series, scale: linearScale(low - margin, high + margin, 4), from: begin, to }
}

/** A law says little of the first steps after a warm-up, where it may be far above every loss: there is nothing to see. */
function belowLogged(line: LossLine, logged: LossLine | null): LossLine {
  if (logged === null) return line
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < logged.losses.length; i++)
    if (logged.losses[i]! > most && logged.losses[i]! < Number.POSITIVE_INFINITY) most = logged.losses[i]!
  const first = Array.from(line.losses).findIndex((loss) => loss <= most)
  if (first <= 0) return line
  const from = (values: ArrayLike<number>) => Array.from(values).slice(first)
  const { low, high } = line
  const band = low === undefined || high === undefined ? {} : { low: from(low), high: from(high) }
  return { name: line.name, steps: from(line.steps), losses: from(line.losses), ...band }
}

function drawn(
  { name, steps, losses, low, high }: LossLine,
  kind: (typeof kinds)[number],
  from: number,
  to: number,
  withBand: boolean
): Drawn[] {
  const line = { columns: gathered(steps, losses, from, to), kind, label: name }
  if (!withBand || low === undefined || high === undefined) return [line]
  const columns = { low: gathered(steps, low, from, to).low, high: gathered(steps, high, from, to).high }
  return [{ columns, kind: 'band', label: '90 %' }, line]
}

/** Points on lines between them, in even columns; none before the first and after the last. */
function gathered(steps: ArrayLike<number>, values: ArrayLike<number>, from: number, to: number): Columns {
  const columns = new ColumnGatherer(from, to, columnsMax)
  const width = (to - from) / columnsMax
  for (let i = 0; i < steps.length; i++) {
    if (steps[i]! < from || steps[i]! > to) continue
    columns.add(steps[i]!, values[i]!)
    const next = steps[i + 1]
    if (next === undefined) continue
    for (let step = steps[i]! + width; step < next && step <= to && width > 0; step += width) {
      columns.add(step, values[i]! + ((values[i + 1]! - values[i]!) * (step - steps[i]!)) / (next - steps[i]!))
    }
  }
  return columns
}

function extent(all: readonly Columns[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const columns of all) {
    for (const value of columns.low) if (value < low) low = value
    for (const value of columns.high) if (value > high) high = value
  }
  return low <= high ? [low, high] : [0, 1]
}
