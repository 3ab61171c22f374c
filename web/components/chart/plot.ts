import type uPlot from 'uplot'
import { tick } from '../../format/number.ts'
import { type Colours, faint } from './colours.ts'
import type { ChartLine, ChartMark, Columns, Range } from './lines.ts'
import { linearRange, logRange, logTicks, wholeDistances } from './ticks.ts'

/** What a plot is drawn from, and what it tells. */
export interface PlotSettings {
  readonly lines: readonly ChartLine[]
  readonly columns: readonly Columns[]
  readonly colours: Colours
  readonly log: boolean
  readonly logSteps: boolean
  /** Charts of one name share their cursor. */
  readonly sync: string | undefined
  /** Steps to show, asked for whenever scales are set; null: all. */
  range(): Range | null
  marks(): readonly ChartMark[]
  onSelect(range: Range | null): void
  onCursor(index: number | null): void
}

const font = '12px system-ui, sans-serif'

/** The options of a plot. Colours are functions, so that a redraw takes those of the scheme as it is now. */
export function plotOptions(settings: PlotSettings): Omit<uPlot.Options, 'width' | 'height'> {
  const { lines, columns, colours, log, logSteps, sync } = settings
  const grid: uPlot.Axis.Grid = { stroke: () => faint(colours.of('--line-strong'), 0.22), width: 1 }
  const axis = (more: uPlot.Axis): uPlot.Axis => ({
    stroke: () => colours.of('--ink-soft'),
    grid,
    ticks: { show: false },
    font,
    values: (_plot, splits) => splits.map(tick),
    ...more
  })
  return {
    scales: {
      x: {
        time: false,
        ...(logSteps && { distr: 3 as const }),
        range: (_plot, min, max) => {
          const [from, to] = settings.range() ?? [min, max]
          return from < to ? [from, to] : [from - 0.5, to + 0.5]
        }
      },
      y: { ...(log && { distr: 3 as const }), range: (_plot, min, max) => (log ? logRange : linearRange)(min, max) }
    },
    axes: [
      axis({ size: 28, space: 70, incrs: [...wholeDistances], ...(logSteps && marked(8)) }),
      axis({ size: sizeOf, space: 34, ...(log && marked(6)) })
    ],
    series: [{}, ...lines.flatMap((line) => seriesOf(line, colours))],
    bands: columns.flatMap(({ low, high }, i) =>
      low === undefined || high === undefined
        ? []
        : [{ series: [high, low] as [number, number], fill: () => faint(colours.of((lines[i] as ChartLine).colour), 0.26) }]
    ),
    legend: { show: false },
    cursor: {
      points: { size: 7, width: 2 },
      drag: { x: true, y: false, setScale: false },
      ...(sync !== undefined && { sync: { key: sync, scales: ['x', null] as [string, null] } }),
      bind: {
        dblclick: () => () => {
          settings.onSelect(null)
          return null
        }
      }
    },
    hooks: {
      setSelect: [
        (plot) => {
          const { left, width } = plot.select
          // A click that trembled is no selection.
          if (width < 4) return
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
          settings.onSelect([plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')])
        }
      ],
      setCursor: [(plot) => settings.onCursor(plot.cursor.idx ?? null)],
      draw: [(plot) => drawMarks(plot, settings)]
    }
  }
}

/** Marks of a logarithmic axis. @param most so many have room */
const marked = (most: number): uPlot.Axis => ({
  splits: (_plot, _axis, min, max) => logTicks(min, max, most),
  filter: (_plot, splits) => splits
})

/** As wide as its longest label, and alike where labels are short: charts below each other share an axis of steps. */
function sizeOf(plot: uPlot, labels: readonly string[] | null): number {
  plot.ctx.font = font
  return Math.max(58, 14 + Math.ceil(Math.max(0, ...(labels ?? []).map((label) => plot.ctx.measureText(label).width))))
}

/** The least and greatest have no stroke of their own: the band between them is what is seen. */
function seriesOf({ label, colour, low, high, dash, width = 1.6 }: ChartLine, colours: Colours): uPlot.Series[] {
  const line: uPlot.Series = {
    label,
    stroke: () => colours.of(colour),
    width,
    ...(dash && { dash: [...dash] }),
    points: { show: (plot, _series, from, to) => to - from < 60 && plot.bbox.width > 0, size: 4 }
  }
  if (low === undefined || high === undefined) return [line]
  const edge: uPlot.Series = { width: 0, points: { show: false } }
  return [{ ...edge, label: `${label}, greatest` }, { ...edge, label: `${label}, least` }, line]
}

function drawMarks(plot: uPlot, { colours, marks }: PlotSettings): void {
  const { ctx, bbox } = plot
  const shown = marks().map((mark) => ({ ...mark, left: plot.valToPos(mark.step, 'x', true) }))
  if (shown.length === 0) return
  const ratio = devicePixelRatio
  ctx.save()
  ctx.strokeStyle = ctx.fillStyle = colours.of('--ink-soft')
  ctx.lineWidth = ratio
  ctx.setLineDash([3 * ratio, 3 * ratio])
  ctx.font = `${11 * ratio}px system-ui, sans-serif`
  for (const { left, label } of shown) {
    if (left < bbox.left || left > bbox.left + bbox.width) continue
    ctx.beginPath()
    ctx.moveTo(left, bbox.top)
    ctx.lineTo(left, bbox.top + bbox.height)
    ctx.stroke()
    const isNearEnd = left > bbox.left + bbox.width * 0.8
    ctx.textAlign = isNearEnd ? 'right' : 'left'
    ctx.fillText(label, left + (isNearEnd ? -4 : 4) * ratio, bbox.top + 12 * ratio)
  }
  ctx.restore()
}
