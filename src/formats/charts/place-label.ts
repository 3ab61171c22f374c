import type { Columns } from './columns.ts'
import type { Place } from './line-path.ts'

export interface LabelBox {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Height of a label, and its distance from the line. */
const height = 13
const gap = 4

/**
 * Places a label beside its own line, as far from all other lines as possible, within the plot.
 * @param own   index of its line in the series
 * @param taken boxes of other labels
 * @returns the middle of the text's baseline
 */
export function placeLabel(
  series: readonly Columns[],
  own: number,
  place: Place,
  plot: { left: number; right: number; top: number; bottom: number },
  width: number,
  taken: readonly LabelBox[]
): LabelBox | null {
  let best: LabelBox | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  const line = series[own]!
  const count = line.low.length
  for (let step = 0; step <= 60; step++) {
    const x = plot.left + width / 2 + 6 + ((plot.right - plot.left - width - 12) * step) / 60
    const [first, last] = [columnAt(x - width / 2, place, count), columnAt(x + width / 2, place, count)]
    const extent = extentOf(line, first, last)
    if (extent === null) continue
    for (const y of [place.y(extent.high) - gap, place.y(extent.low) + gap + height - 3]) {
      if (y - height < plot.top + 1 || y > plot.bottom - 3) continue
      if (taken.some((box) => Math.abs(box.x - x) < (box.width + width) / 2 + 8 && Math.abs(box.y - y) < height + 3)) continue
      let clearance = 40
      series.forEach((other, index) => {
        if (index === own) return
        const [from, to] = [columnAt(x - width / 2, place, other.low.length), columnAt(x + width / 2, place, other.low.length)]
        for (let i = from; i <= to; i++) {
          if (Number.isNaN(other.low[i])) continue
          const [top, bottom] = [place.y(other.high[i]!), place.y(other.low[i]!)]
          clearance = Math.min(clearance, Math.max(top - y, y - height - bottom))
        }
      })
      // Prefer a place where the line is level: label and line are then easiest to match.
      const slant = Math.abs(place.y(extent.high) - place.y(extent.low))
      const score = clearance - 0.25 * slant - 0.01 * Math.abs(x - (plot.left + plot.right) / 2)
      if (score > bestScore) [best, bestScore] = [{ x, y, width }, score]
    }
  }
  return best
}

/** Columns are spread evenly from the first x to the last. */
function columnAt(x: number, place: Place, count: number): number {
  const [first, last] = [place.x(0), place.x(count - 1)]
  const column = last > first ? Math.round(((x - first) / (last - first)) * (count - 1)) : 0
  return Math.min(count - 1, Math.max(0, column))
}

function extentOf({ low, high }: Columns, first: number, last: number): { low: number; high: number } | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = first; i <= last; i++) {
    if (Number.isNaN(low[i])) continue
    least = Math.min(least, low[i]!)
    most = Math.max(most, high[i]!)
  }
  return least <= most ? { low: least, high: most } : null
}
