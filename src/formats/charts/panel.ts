import type { Columns } from './columns.ts'
import { bandPath, linePath, type Place } from './line-path.ts'
import { type LabelBox, placeLabel } from './place-label.ts'
import { linearScale, type Scale } from './scale.ts'
import { svgText } from './svg-text.ts'
import { compact } from './ticks.ts'

/** A series drawn over the x axis. */
export interface Drawn {
  readonly columns: Columns
  readonly kind: 'band' | 'first' | 'second' | 'third'
  /** Its name, in a word or two. */
  readonly label: string
}

const strokes = { first: '', second: ' dashed', third: ' dotted' } as const
const textColours = { band: 'muted', first: 't1', second: 't2', third: 'muted' } as const

export interface Panel {
  readonly heading: string
  readonly series: readonly Drawn[]
  readonly scale: Scale
  /** Steps of the first and the last column. */
  readonly from: number
  readonly to: number
  /** Shown in place of a plot. */
  readonly message?: string
}

/** Position of a panel in the picture. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const headingHeight = 26
const axisHeight = 34
const scaleWidth = 52
const rightMargin = 16

/** Approximate width of a text at 12 px in a sans-serif font. */
const textWidth = (text: string): number => 6.6 * text.length

/** Draws a plot with its axes. */
export function panelSvg({ heading, series, scale, from, to, message }: Panel, { left, top, width, height }: Frame): string {
  const plot = { left: left + scaleWidth, right: left + width - rightMargin, top: top + headingHeight, bottom: top + height - axisHeight }
  const head = `<text class="head" x="${left + 14}" y="${top + 16}">${svgText(heading)}</text>`
  if (message !== undefined) {
    return `${head}<text class="muted" x="${left + 14}" y="${top + headingHeight + 16}">${svgText(message)}</text>`
  }
  const y = (value: number) => Math.round((plot.bottom - scale.position(value) * (plot.bottom - plot.top)) * 100) / 100
  const spread = (columns: number) => (column: number) =>
    columns === 1 ? (plot.left + plot.right) / 2 : plot.left + (column / (columns - 1)) * (plot.right - plot.left)
  const drawn = series.map(({ columns, kind }) => {
    const place: Place = { x: spread(columns.low.length), y }
    if (kind === 'band') return `<path class="band" d="${bandPath(columns, place)}"/>`
    return `<path class="line ${kind}${strokes[kind]}" d="${linePath(columns, place)}"/>`
  })
  const { left: x1, right: x2 } = plot
  return [
    head,
    ...scale.ticks.map((tick) => {
      const at = Math.round(y(tick)) + 0.5
      return `<path class="grid" d="M${x1},${at}H${x2}"/><text class="muted end" x="${x1 - 8}" y="${at + 4}">${compact(tick)}</text>`
    }),
    ...xAxis(from, to, plot),
    ...drawn,
    ...labels(series, y, plot)
  ].join('')
}

interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function xAxis(from: number, to: number, { left, right, bottom }: Plot): string[] {
  const scale = linearScale(from, to, Math.max(2, Math.floor((right - left) / 90)))
  const name = `<text class="muted end" x="${right}" y="${bottom + 30}">optimizer step</text>`
  const whole = scale.ticks.filter((tick) => Number.isInteger(tick))
  return [
    ...whole.map((tick) => {
      const at = Math.round((left + scale.position(tick) * (right - left)) * 10) / 10
      const text = compact(tick)
      // Keep the label within the plot.
      const anchor = at + textWidth(text) / 2 > right + rightMargin - 2 ? 'end' : 'mid'
      return `<path class="grid" d="M${at},${bottom}v4"/><text class="muted ${anchor}" x="${at}" y="${bottom + 17}">${text}</text>`
    }),
    name
  ]
}

/** Names each series beside its line, on a halo in the paper's colour. */
function labels(series: readonly Drawn[], y: Place['y'], plot: Plot): string[] {
  const taken: LabelBox[] = []
  const all = series.map(({ columns }) => columns)
  return series.map(({ label, kind, columns }, index) => {
    const n = columns.low.length
    const x = (column: number) => (n === 1 ? (plot.left + plot.right) / 2 : plot.left + (column / (n - 1)) * (plot.right - plot.left))
    const box = placeLabel(all, index, { x, y }, plot, textWidth(label), taken)
    if (box === null) return ''
    taken.push(box)
    const at = `x="${Math.round(box.x)}" y="${Math.round(box.y)}"`
    const colour = textColours[kind]
    return `<text class="mid halo" ${at}>${svgText(label)}</text><text class="mid ${colour}" ${at}>${svgText(label)}</text>`
  })
}
