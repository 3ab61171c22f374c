import { linearScale, logScale, type Scale } from '../formats/charts/scale.ts'
import { compact } from '../formats/charts/ticks.ts'
import { BrailleCanvas } from './braille-canvas.ts'

/** Values over equally spaced positions of the x axis. */
export interface ChartSeries {
  readonly values: Float64Array
  readonly colour: Colour
  readonly name?: string
}

export interface Chart {
  readonly title: string
  /** Drawn in order: later series lie on top. Values that are not finite are left out. */
  readonly series: readonly ChartSeries[]
  /** What the first and the last value stand for on the x axis. */
  readonly from: number
  readonly to: number
  readonly xName: string
  /** Limits of the y axis; by default those of the values. */
  readonly range?: readonly [low: number, high: number]
  /** Rows of the picture without axes, 8 unless given. */
  readonly rows?: number
}

/** Where a chart is shown. */
export interface Terminal {
  readonly columns: number
  readonly colour: boolean
}

const colours = { grey: 90, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const
export type Colour = keyof typeof colours

/** Columns left of the canvas: a label, a space, the axis. */
const marginColumns = 9
const columnsMin = 40
const columnsMax = 120

/** Values that span more than this many times their smallest are drawn on a logarithmic axis. */
const logarithmicFrom = 30

/** A picture of curves in Braille dots with axes, as lines of text. */
export function terminalChart(chart: Chart, terminal: Terminal): string[] {
  const columns = Math.min(columnsMax, Math.max(columnsMin, terminal.columns)) - marginColumns - chart.xName.length - 1
  const rows = chart.rows ?? 8
  const scale = yScale(chart, Math.max(2, Math.floor(rows / 3)))
  const canvas = new BrailleCanvas(columns, rows)
  chart.series.forEach(({ values }, layer) => {
    drawSeries(canvas, layer, values, scale.position)
  })
  const paint = (text: string, colour: Colour) => (terminal.colour && text !== '' ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text)

  const legend = chart.series.flatMap(({ name, colour }) => (name === undefined ? [] : [`${paint('⣿', colour)} ${name}`]))
  const heading = [chart.title, ...legend, ...(scale.isLog ? ['log scale'] : [])].join('   ')
  const labels = yLabels(scale.ticks, scale.position, rows)
  const body = Array.from({ length: rows }, (_, row) => {
    const label = (labels.get(row) ?? '').padStart(marginColumns - 2)
    const cells = canvas.row(row).map(({ text, layer }) => (layer < 0 ? text : paint(text, (chart.series[layer] as ChartSeries).colour)))
    return `${label} ${labels.has(row) ? '┤' : '│'}${cells.join('')}`
  })
  return [`${' '.repeat(marginColumns)}${heading}`, ...body, ...xAxis(chart, columns)].map((line) => line.trimEnd())
}

function yScale({ series, range }: Chart, ticksWanted: number): Scale {
  let [low, high] = range ?? extent(series)
  if (range === undefined && low > 0 && high / low > logarithmicFrom) return logScale(low, high)
  if (!(high > low)) [low, high] = [low - Math.abs(low) / 2 - (low === 0 ? 1 : 0), high + Math.abs(high) / 2 + (high === 0 ? 1 : 0)]
  return linearScale(low, high, ticksWanted)
}

function extent(series: readonly ChartSeries[]): [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const { values } of series) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (!Number.isFinite(value)) continue
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return low <= high ? [low, high] : [0, 1]
}

/** Draws each dot column from the smallest to the largest of its values, joined to the column before. */
function drawSeries(canvas: BrailleCanvas, layer: number, values: Float64Array, position: (value: number) => number) {
  const dotRow = (value: number) => Math.round((1 - position(value)) * (canvas.dotRows - 1))
  let before: number | null = null
  for (let x = 0; x < canvas.dotColumns; x++) {
    const start = Math.floor((x * values.length) / canvas.dotColumns)
    const end = Math.max(start + 1, Math.floor(((x + 1) * values.length) / canvas.dotColumns))
    const [low, high] = extent([{ values: values.subarray(start, end), colour: 'grey' }])
    if (!values.subarray(start, end).some(Number.isFinite)) {
      before = null
      continue
    }
    const top = dotRow(high)
    const bottom = dotRow(low)
    canvas.vertical(x, before === null ? top : Math.min(top, before), before === null ? bottom : Math.max(bottom, before), layer)
    before = dotRow(values[end - 1]!)
  }
}

function yLabels(ticks: readonly number[], position: (value: number) => number, rows: number): Map<number, string> {
  const labels = new Map<number, string>()
  for (const tick of ticks) {
    const row = Math.min(rows - 1, Math.max(0, Math.round((1 - position(tick)) * (rows - 1))))
    if (!labels.has(row)) labels.set(row, compact(tick))
  }
  return labels
}

function xAxis({ from, to, xName }: Chart, columns: number): string[] {
  const line = Array.from({ length: columns }, () => '─')
  let numbers = ''
  const { ticks, position } = linearScale(from, to, Math.max(2, Math.floor(columns / 12)))
  for (const tick of ticks) {
    const at = to === from ? 0 : Math.round(position(tick) * (columns - 1))
    const text = compact(tick)
    const start = Math.max(0, Math.min(columns - text.length, at - Math.floor(text.length / 2)))
    if (at < 0 || at >= columns || (numbers !== '' && start < numbers.length + 2)) continue
    line[at] = '┬'
    numbers = numbers.padEnd(start) + text
  }
  const margin = ' '.repeat(marginColumns - 1)
  return [`${margin}└${line.join('')} ${xName}`, `${margin} ${numbers}`]
}
