import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import { short } from '../../format/number.ts'
import { onColours, onPrint } from '../../state/theme.ts'
import './chart.css'
import { ChartTable, TableSwitch } from './chart-table.tsx'
import { coloursOf } from './colours.ts'
import { followFingers } from './fingers.ts'
import { steer } from './keys.ts'
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

/** Of a chart on paper, in pixels: what A4 and Letter have room for. */
const sheetWidth = 672

/** What a plot that is drawn already asks of the chart as it is now. */
interface Current {
  plot: PlotData
  shown: Range | null
  /** All steps. */
  extent: Range | null
  marks: readonly ChartMark[]
  select(range: Range | null): void
}

const noMarks: readonly ChartMark[] = []

/** Lines over steps: drag to zoom, double-click for all, arrows to move the cursor, a table for those who do not see it. */
export function Chart(props: ChartProps) {
  // A plot that is made anew, as another line comes, would forget that somebody drags over it.
  const [isDragged, drag] = useState(false)
  const kept = useRef(props.lines)
  if (!isDragged) kept.current = props.lines
  const lines = kept.current
  useEffect(() => {
    if (!isDragged) return
    // After the plot itself has heard of it.
    const end = () => setTimeout(() => drag(false))
    addEventListener('mouseup', end)
    return () => removeEventListener('mouseup', end)
  }, [isDragged])
  const { title, note, marks = noMarks, log = false, logSteps = false, sync, height = 220, stepLabel = 'step' } = props
  const [ownRange, zoom] = useState<Range | null>(null)
  const [asTable, showTable] = useState(false)
  const range = props.onRange ? (props.range ?? null) : ownRange
  const select = props.onRange ?? zoom
  const plot = useMemo(() => alignedData(lines, log), [lines, log])
  const ground = useRef<HTMLDivElement>(null)
  const legend = useRef<HTMLUListElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const held = useRef<Range | null>(null)
  const drawn = useRef<uPlot | null>(null)
  const shown = range ?? withLast(props.extent, plot)
  const extent = withLast(props.extent, plot) ?? extentOf(plot)
  const current = useRef<Current>({ plot, shown, extent, marks, select })
  current.current = { plot, shown, extent, marks, select }

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
      range: () => held.current ?? current.current.shown,
      marks: () => current.current.marks,
      onSelect: (chosen) => current.current.select(chosen),
      onCursor: (index) => showValues(legend.current, current.current.plot, index)
    })
    const made = new uPlot({ ...options, width: Math.max(80, element.clientWidth), height }, plot.data, element)
    drawn.current = made
    const sizes = new ResizeObserver(() => made.setSize({ width: Math.max(80, element.clientWidth), height }))
    sizes.observe(element)
    const letGo = followFingers(made, {
      hold(range) {
        const { extent } = current.current
        held.current = extent === null ? range : [Math.max(extent[0], range[0]), Math.min(extent[1], range[1])]
        made.setScale('x', { min: held.current[0], max: held.current[1] })
      },
      release() {
        const chosen = held.current
        held.current = null
        if (chosen !== null) current.current.select(chosen)
      }
    })
    const leave = onColours(() => {
      colours.forget()
      // After the style sheets have taken the change.
      requestAnimationFrame(() => made.redraw(false))
    })
    const endPrint = onPrint((printing) => {
      colours.forget()
      made.setSize({ width: printing ? sheetWidth : Math.max(80, element.clientWidth), height })
      made.redraw(false)
    })
    return () => {
      sizes.disconnect()
      endPrint()
      leave()
      letGo()
      drawn.current = null
      made.destroy()
    }
  }, [look])

  // Before the browser paints: an effect would wait for the next frame.
  useLayoutEffect(() => {
    drawn.current?.setData(plot.data)
    showValues(legend.current, plot, drawn.current?.cursor.idx ?? null)
  }, [plot, shown?.[0], shown?.[1]])
  useLayoutEffect(() => drawn.current?.redraw(false, true), [marks])

  // After a key, once the chart has followed: a screen reader reads what is under the cursor, and which steps are in sight.
  const timer = useRef(0)
  const say = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { idx } = drawn.current?.cursor ?? {}
      const { min, max } = drawn.current?.scales.x ?? {}
      const at = typeof idx === 'number' ? `${stepLabel} ${short(plot.data[0][idx], 12)}: ${valuesAt(lines, plot, idx)} ` : ''
      if (said.current) said.current.textContent = `${at}Shown: ${short(min, 9)} to ${short(max, 9)}.`
    }, 200)
  }

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
          <TableSwitch title={title} isOn={asTable} turn={showTable} />
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
        onMouseDown={() => drag(true)}
        tabIndex={0}
        role="application"
        aria-roledescription="chart"
        aria-label={`${title}. ${summaryOf(lines, plot)} Arrows, Home and End move the cursor, plus and minus zoom, Escape shows all.`}
        onKeyDown={(event) => {
          if (drawn.current === null || !steer(event, drawn.current, select)) return
          event.preventDefault()
          say()
        }}
      />
      <p class="unseen" role="status" ref={said} />
      {asTable && <ChartTable title={title} labels={lines.map(({ label }) => label)} plot={plot} range={shown} stepLabel={stepLabel} />}
    </figure>
  )
}

const extentOf = ({ data: [steps] }: PlotData): Range | null =>
  steps.length < 2 ? null : [steps[0] as number, steps[steps.length - 1] as number]

/** What the lines have at a place, in words. */
const valuesAt = (lines: readonly ChartLine[], { data, columns }: PlotData, index: number): string =>
  lines
    .map(
      ({ label }, i) =>
        `${label} ${short(nearestValue((data[(columns[i] as { value: number }).value] ?? []) as ArrayLike<number | null>, index))}`
    )
    .join(', ')
    .concat('.')
/** All steps, and those that came since they were counted. */
const withLast = (extent: Range | null | undefined, { data: [steps] }: PlotData): Range | null =>
  extent ? [extent[0], Math.max(extent[1], steps[steps.length - 1] ?? 0)] : null

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
