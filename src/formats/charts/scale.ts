import { scaleLinear, scaleLog } from 'd3-scale'
import type { Columns } from './columns.ts'
import { linearTicks, logTicks } from './ticks.ts'

export interface Scale {
  readonly isLog: boolean
  readonly ticks: readonly number[]
  /** 0 at the bottom, 1 at the top. */
  position(value: number): number
}

/** Values that span more than so many times their smallest are shown on a logarithmic axis. */
const logarithmicFrom = 100

/** A linear scale over a range. */
export const linearScale = (low: number, high: number, ticksWanted: number): Scale => ({
  isLog: false,
  ticks: linearTicks(low, high, ticksWanted),
  position: scaleLinear().domain([low, high])
})

/** A logarithmic scale over a range of positive values, with a share of it as margin below and above; zeros lie on its floor. */
export function logScale(low: number, high: number, margin = 0): Scale {
  const bottom = margin / (1 + 2 * margin)
  const position = scaleLog()
    .domain([low, high])
    .range([bottom, 1 - bottom])
  return { isLog: true, ticks: logTicks(low, high), position: (value) => (value <= 0 ? 0 : position(value)) }
}

/** The scale on which norms are best seen: logarithmic over more than two decades; zeros then lie on its floor. */
export function normScale(series: readonly Columns[], ticksWanted: number): Scale {
  let [low, positive, high] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const columns of series) {
    for (const value of columns.low) {
      if (value < low) low = value
      if (value > 0 && value < positive) positive = value
    }
    for (const value of columns.high) {
      if (value > high) high = value
      if (value > 0 && value < positive) positive = value
    }
  }
  if (!(low <= high)) return linearScale(0, 1, ticksWanted)
  if (high / positive > logarithmicFrom) return logScale(positive, high, 0.04)
  // From zero, unless that would flatten what there is to see.
  const floor = low > 0.6 * high ? low - 0.15 * (high - low) : 0
  if (high === low) return linearScale(0, high === 0 ? 1 : 2 * high, ticksWanted)
  return linearScale(Math.max(0, floor), high + 0.05 * (high - floor), ticksWanted)
}
