import type uPlot from 'uplot'
import { putCursor } from './cursor.ts'
import type { Range } from './lines.ts'

/** So many moves of the cursor cross a chart, and so many with Shift. */
const moves = { single: 150, large: 15 }

/**
 * Moves the cursor from point to point, and the range, by keys.
 * @param select takes the steps to show; null: all
 * @returns whether the key meant something
 */
export function steer({ key, shiftKey }: KeyboardEvent, plot: uPlot, select: (range: Range | null) => void): boolean {
  const { min = 0, max = 1 } = plot.scales.x as { min?: number; max?: number }
  const [steps] = plot.data
  const { first, last } = seenIn(steps, min, max)
  const at = plot.cursor.idx ?? null
  const pace = Math.max(1, Math.round((last - first) / (shiftKey ? moves.large : moves.single)))
  const moveTo = (index: number) => {
    const step = steps[Math.min(last, Math.max(first, index))]
    // Charts of one name move along.
    if (step !== undefined) putCursor(plot, plot.valToPos(step, 'x'))
  }
  const middle = at === null ? (min + max) / 2 : (steps[at] as number)
  const span = (max - min) / 2
  const meanings: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => moveTo(at === null ? last : at - pace),
    ArrowRight: () => moveTo(at === null ? first : at + pace),
    Home: () => moveTo(first),
    End: () => moveTo(last),
    '+': () => select([middle - span / 2, middle + span / 2]),
    '=': () => select([middle - span / 2, middle + span / 2]),
    '-': () => select([middle - span * 2, middle + span * 2]),
    Escape: () => select(null)
  }
  meanings[key]?.()
  return key in meanings
}

/** The first and last index whose step is in sight. */
function seenIn(steps: ArrayLike<number>, min: number, max: number): { first: number; last: number } {
  let [first, last] = [0, steps.length - 1]
  while (first < last && (steps[first] as number) < min) first++
  while (last > first && (steps[last] as number) > max) last--
  return { first, last }
}
