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
export function linearScale(low: number, high: number, ticksWanted: number): Scale {
  return {
    isLog: false,
    ticks: linearTicks(low, high, ticksWanted).map((tick) => (Math.abs(tick) < (high - low) * 1e-9 ? 0 : tick)),
    position: (value) => (high > low ? (value - low) / (high - low) : 0.5)
  }
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
  if (high / positive > logarithmicFrom) {
    const [bottom, top] = [Math.log10(positive), Math.log10(high)]
    const margin = 0.04 * (top - bottom)
    return {
      isLog: true,
      ticks: logTicks(positive, high),
      position: (value) => (value <= 0 ? 0 : (Math.log10(value) - bottom + margin) / (top - bottom + 2 * margin))
    }
  }
  // From zero, unless that would flatten what there is to see.
  const floor = low > 0.6 * high ? low - 0.15 * (high - low) : 0
  if (high === low) return linearScale(0, high === 0 ? 1 : 2 * high, ticksWanted)
  return linearScale(Math.max(0, floor), high + 0.05 * (high - floor), ticksWanted)
}
