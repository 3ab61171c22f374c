import { useEffect, useRef, useState } from 'preact/hooks'
import { short, tick, whole } from '../format/number.ts'
import { ChartTable, TableSwitch } from './chart/chart-table.tsx'
import { alignedData } from './chart/lines.ts'
import './shape-chart.css'

export interface ShapeLine {
  readonly label: string
  /** A token of the design. */
  readonly colour: string
  readonly steps: readonly number[]
  readonly multipliers: readonly number[]
  readonly strong?: boolean
  readonly dash?: string
}

/** A place on the axis of steps that a person moves, as a share of the steps. */
export interface Handle {
  readonly label: string
  readonly value: number
  readonly low: number
  readonly high: number
  move(value: number): void
}

const margin = { left: 40, right: 16, top: 22, bottom: 30 }
const height = 320

/** Shapes of schedules over steps, with handles to shape one by mouse, finger or keys. */
export function ShapeChart({ lines, steps, handles }: { lines: readonly ShapeLine[]; steps: number; handles: readonly Handle[] }) {
  const ground = useRef<SVGSVGElement>(null)
  const [width, measure] = useState(800)
  const [asTable, showTable] = useState(false)
  useEffect(() => {
    const element = ground.current?.parentElement
    if (!element) return
    const watch = new ResizeObserver(() => measure(Math.max(280, element.clientWidth)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const last = Math.max(1, steps - 1)
  const x = (step: number) => margin.left + (step / last) * (width - margin.left - margin.right)
  const y = (multiplier: number) => height - margin.bottom - multiplier * (height - margin.top - margin.bottom)
  const shareAt = (clientX: number) => {
    const box = ground.current?.getBoundingClientRect()
    const at = box ? ((clientX - box.left) / box.width) * width : 0
    return Math.min(1, Math.max(0, (at - margin.left) / (width - margin.left - margin.right)))
  }
  const ticks = roundSteps(last, width < 480 ? 3 : 6)
  const title = 'Shapes of the schedules'
  return (
    <figure class="chart">
      <figcaption>
        <p class="hint no-print">Drag the two rings, or move them with the arrow keys.</p>
        <TableSwitch title={title} isOn={asTable} turn={showTable} />
      </figcaption>
      <svg ref={ground} class="shapes" viewBox={`0 0 ${width} ${height}`} height={height}>
        <title>{title}</title>
        {[0, 0.25, 0.5, 0.75, 1].map((value) => (
          <g key={value}>
            <line class="grid" x1={margin.left} x2={width - margin.right} y1={y(value)} y2={y(value)} />
            <text x={margin.left - 8} y={y(value) + 4} text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        {ticks.map((step) => (
          <text key={step} x={x(step)} y={height - 10} text-anchor="middle">
            {tick(step)}
          </text>
        ))}
        {lines.map(({ label, colour, steps: at, multipliers, strong, dash }) => (
          <polyline
            key={label}
            points={at.map((step, i) => `${x(step).toFixed(1)},${y(multipliers[i] ?? 0).toFixed(1)}`).join(' ')}
            fill="none"
            stroke={`var(${colour})`}
            stroke-width={strong ? 3 : 1.6}
            stroke-dasharray={dash}
            stroke-linejoin="round"
          >
            <title>{label}</title>
          </polyline>
        ))}
        {handles.map((handle) => (
          <DragHandle key={handle.label} handle={handle} at={x(handle.value * last)} top={y(1)} steps={steps} shareAt={shareAt} />
        ))}
      </svg>
      {asTable && (
        <ChartTable
          title={`${title}: multipliers of the peak rate`}
          labels={lines.map(({ label }) => label)}
          plot={alignedData(
            lines.map(({ multipliers, ...line }) => ({ ...line, dash: [], values: multipliers })),
            false
          )}
          range={null}
          stepLabel="step"
        />
      )}
    </figure>
  )
}

/** Round steps from 0 on, about as many as wanted. */
function roundSteps(last: number, wanted: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, last / wanted)))
  const every = power * ([1, 2, 5, 10].find((digit) => digit * power * wanted >= last) ?? 10)
  return Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every)
}

interface DragHandleProps {
  readonly handle: Handle
  readonly at: number
  readonly top: number
  readonly steps: number
  shareAt(clientX: number): number
}

function DragHandle({ handle: { label, value, low, high, move }, at, top, steps, shareAt }: DragHandleProps) {
  const clamped = (share: number) => move(Math.min(high, Math.max(low, share)))
  const keys: Readonly<Record<string, (event: KeyboardEvent) => number>> = {
    ArrowLeft: ({ shiftKey }) => value - (shiftKey ? 0.1 : 0.01),
    ArrowDown: ({ shiftKey }) => value - (shiftKey ? 0.1 : 0.01),
    ArrowRight: ({ shiftKey }) => value + (shiftKey ? 0.1 : 0.01),
    ArrowUp: ({ shiftKey }) => value + (shiftKey ? 0.1 : 0.01),
    Home: () => low,
    End: () => high
  }
  return (
    <g
      class="handle"
      role="slider"
      // Attributes of SVG are told apart by case.
      tabindex={0}
      aria-label={label}
      aria-valuemin={Math.round(low * steps)}
      aria-valuemax={Math.round(high * steps)}
      aria-valuenow={Math.round(value * steps)}
      aria-valuetext={`step ${whole(Math.round(value * steps))}, ${short(100 * value, 3)} %`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus()
        event.preventDefault()
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && clamped(shareAt(event.clientX))}
      onKeyDown={(event) => {
        const to = keys[event.key]?.(event)
        if (to === undefined) return
        event.preventDefault()
        clamped(to)
      }}
    >
      <line x1={at} x2={at} y1={top} y2={height - margin.bottom} />
      <circle cx={at} cy={top} r="9" />
      <rect x={at - 14} y={top - 14} width="28" height={height - margin.bottom - top + 14} fill="transparent" />
    </g>
  )
}
