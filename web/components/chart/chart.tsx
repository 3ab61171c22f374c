import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { short } from '../../format/number.ts'
import { onColours } from '../../state/theme.ts'
import './chart.css'
import { ChartTable } from './chart-table.tsx'
import { coloursOf } from './colours.ts'
import { alignedData, type ChartLine, type ChartMark, nearestValue, type PlotData, type Range } from './lines.ts'
import { plotOptions } from './plot.ts'

export interface ChartProps {
  /** Names it, for those who see it and those who do not. */
  readonly title: string
  /** Beside the title, e.g. a unit. */
  readonly note?: string
  readonly lines: readonly ChartLine[]
  readonly marks?: readonly ChartMark[]
  /** Logarithmic values. */
  readonly log?: boolean
  readonly logSteps?: boolean
  /** Steps that are shown; null: all there are. New points do not change it. */
  readonly range?: Range | null
  /** What all steps are, for charts that share an axis. Default: those of the lines. */
  readonly extent?: Range | undefined
  /** A person chose steps by dragging or by keys; null: all. Without it the chart zooms by itself. */
  readonly onRange?: (range: Range | null) => void
  /** Charts of one name share their cursor. */
  readonly sync?: string
  /** In pixels. */
  readonly height?: number
  readonly stepLabel?: string
  /** Beside the title: switches of this chart. */
  readonly children?: ComponentChildren
}

/** What a plot that is drawn already asks of the chart as it is now. */
interface Current {
  plot: PlotData
  shown: Range | null
  marks: readonly ChartMark[]
  select(range: Range | null): void
}

const noMarks: readonly ChartMark[] = []

/** Lines over steps: drag to zoom, double-click for all, arrows to move the cursor, a table for those who do not see it. */
export function Chart(props: ChartProps) {
  const { title, note, lines, marks = noMarks, log = false, logSteps = false, sync, height = 220, stepLabel = 'step' } = props
  const [ownRange, zoom] = useState<Range | null>(null)
  const [asTable, showTable] = useState(false)
  const range = props.onRange ? (props.range ?? null) : ownRange
  const select = props.onRange ?? zoom
  const plot = useMemo(() => alignedData(lines, log), [lines, log])
  const ground = useRef<HTMLDivElement>(null)
  const legend = useRef<HTMLUListElement>(null)
  const drawn = useRef<uPlot | null>(null)
  const shown = range ?? props.extent ?? null
  const current = useRef<Current>({ plot, shown, marks, select })
  current.current = { plot, shown, marks, select }

  // What cannot be changed in a plot that is there: how many lines, and how they look.
  const look = JSON.stringify([
    log,
    logSteps,
    sync,
    height,
    lines.map(({ label, colour, dash, width, low }) => [label, colour, dash, width, low !== undefined])
  ])
  useLayoutEffect(() => {
    const element = ground.current as HTMLDivElement
    const colours = coloursOf(element)
    const options = plotOptions({
      lines,
      columns: plot.columns,
      colours,
      log,
      logSteps,
      sync,
      range: () => current.current.shown,
      marks: () => current.current.marks,
      onSelect: (chosen) => current.current.select(chosen),
      onCursor: (index) => showValues(legend.current, current.current.plot, index)
    })
    const made = new uPlot({ ...options, width: Math.max(80, element.clientWidth), height }, plot.data, element)
    drawn.current = made
    const sizes = new ResizeObserver(() => made.setSize({ width: Math.max(80, element.clientWidth), height }))
    sizes.observe(element)
    const leave = onColours(() => {
      colours.forget()
      // After the style sheets have taken the change.
      requestAnimationFrame(() => made.redraw(false))
    })
    return () => {
      sizes.disconnect()
      leave()
      drawn.current = null
      made.destroy()
    }
  }, [look])

  // Before the browser paints: an effect would wait for the next frame.
  const fresh = useRef(plot)
  useLayoutEffect(() => {
    if (fresh.current !== plot) drawn.current?.setData(plot.data)
    fresh.current = plot
    showValues(legend.current, plot, drawn.current?.cursor.idx ?? null)
  }, [plot])
  useLayoutEffect(() => drawn.current?.redraw(false, true), [marks])
  useLayoutEffect(() => drawn.current?.setData(current.current.plot.data), [shown?.[0], shown?.[1]])

  return (
    <figure class="chart">
      <figcaption>
        <h3>
          {title} {note && <span class="hint">{note}</span>}
        </h3>
        <div class="row no-print">
          {range && (
            <button type="button" class="plain" onClick={() => select(null)}>
              All steps
            </button>
          )}
          {props.children}
          <button type="button" class="plain" aria-expanded={asTable} onClick={() => showTable(!asTable)}>
            Table<span class="unseen"> of {title}</span>
          </button>
        </div>
      </figcaption>
      <ul class="legend" ref={legend} aria-hidden="true">
        {lines.map(({ label, colour, dash }) => (
          <li key={label}>
            <svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
              <line x1="0" y1="4" x2="18" y2="4" stroke={`var(${colour})`} stroke-width="2.5" stroke-dasharray={dash?.join(' ')} />
            </svg>
            {label} <output />
          </li>
        ))}
        <li class="at">
          {stepLabel} <output />
        </li>
      </ul>
      <div
        class="plot"
        ref={ground}
        tabIndex={0}
        role="application"
        aria-roledescription="chart"
        aria-label={`${title}. ${summaryOf(lines, plot)} Arrows move the cursor, plus and minus zoom, Escape shows all.`}
        onKeyDown={(event) => drawn.current && steer(event, drawn.current, current.current)}
      />
      {asTable && <ChartTable title={title} labels={lines.map(({ label }) => label)} plot={plot} range={shown} stepLabel={stepLabel} />}
    </figure>
  )
}

/** What a line ends with, in a sentence. */
const summaryOf = (lines: readonly ChartLine[], { data, columns }: PlotData): string =>
  lines
    .map(({ label }, i) => {
      const values = (data[(columns[i] as { value: number }).value] ?? []) as ArrayLike<number | null | undefined>
      return `${label}: ${short(nearestValue(values, 0))} to ${short(nearestValue(values, values.length - 1))}.`
    })
    .join(' ')

/** Values under the cursor, written straight into the legend: they change with every move of the mouse. */
function showValues(legend: HTMLUListElement | null, { data, columns }: PlotData, index: number | null): void {
  if (legend === null) return
  const outputs = legend.querySelectorAll('output')
  columns.forEach(({ value }, i) => {
    const text = index === null ? '' : short(nearestValue((data[value] ?? []) as ArrayLike<number | null | undefined>, index))
    const output = outputs[i]
    if (output) output.textContent = text
  })
  const last = outputs[columns.length]
  if (last) last.textContent = index === null ? '' : short(data[0][index], 12)
}

/** Moves the cursor and the range by keys. */
function steer(event: KeyboardEvent, plot: uPlot, { select }: Current): void {
  const { min = 0, max = 1 } = plot.scales.x as { min?: number; max?: number }
  const { left = -1 } = plot.cursor
  const width = plot.over.clientWidth
  const at = left < 0 ? width / 2 : left
  const middle = plot.posToVal(at, 'x')
  const span = (max - min) / 2
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => plot.setCursor({ left: Math.max(0, at - (event.shiftKey ? 40 : 4)), top: 0 }),
    ArrowRight: () => plot.setCursor({ left: Math.min(width, at + (event.shiftKey ? 40 : 4)), top: 0 }),
    '+': () => select([middle - span / 2, middle + span / 2]),
    '-': () => select([middle - span * 2, middle + span * 2]),
    Escape: () => select(null)
  }
  const move = moves[event.key === '=' ? '+' : event.key]
  if (move === undefined) return
  event.preventDefault()
  move()
}
