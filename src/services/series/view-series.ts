import { stepAt } from '../../domain/gradient-norm.ts'
import type { SeriesReading } from '../../storage/series-repository.ts'

/** A series as a chart of some width shows it: a column for each range of steps that has points. All arrays have shape `[columns]`. */
export interface SeriesView {
  /** Every column is one point: nothing was left out. */
  readonly exact: boolean
  /** The step of the first point of the column. */
  readonly steps: Float64Array
  /** Of finite values, in step order; NaN where the column has none. */
  readonly first: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly last: Float64Array
  readonly mean: Float64Array
  /** Points, those that are not finite too. */
  readonly count: Float64Array
}

/**
 * Summarises the points of a range of steps in at most so many columns, of equal extent in steps as far as float64 allows. Drawn at that width,
 * first, smallest, largest and last look like all points.
 * @param points most columns; where there are no more points than that, each is a column
 * @see Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation, VLDB 2014
 */
export async function viewSeries(reading: SeriesReading, points: number): Promise<SeriesView> {
  const exact = reading.count <= points
  const columns = Math.min(reading.count, points)
  const view = Object.fromEntries(lists.map((list) => [list, new Float64Array(columns)])) as Record<(typeof lists)[number], Float64Array>
  const { start, end } = exact ? { start: 0, end: 0 } : await extentOf(reading)
  const perStep = columns / (end - start + 1)
  const placeOf = (step: number) => Math.min(columns - 1, Math.floor((step - start) * perStep))
  let column = -1
  let place = -1
  let finite = 0
  for await (const { steps, values } of reading.pieces()) {
    // The end of a column is looked for by halving, so that what is done for each point is a comparison or two.
    for (let i = 0; i < values.length; ) {
      const step = stepAt(steps, i)
      const here = exact ? place + 1 : placeOf(step)
      const after = exact ? i + 1 : firstBeyond(i + 1, values.length, (index) => placeOf(stepAt(steps, index)) > here)
      if (here !== place) {
        place = here
        column++
        view.steps[column] = step
        for (const list of ofValues) view[list][column] = Number.NaN
        finite = 0
      }
      finite += gather(view, column, values.subarray(i, after), finite)
      i = after
    }
  }
  const cut = Object.fromEntries(lists.map((list) => [list, view[list].subarray(0, column + 1)])) as typeof view
  return { exact, ...cut }
}

const ofValues = ['first', 'min', 'max', 'last', 'mean'] as const
const lists = ['steps', ...ofValues, 'count'] as const

/** The first index of a range of which something holds, where it holds of all behind it. */
function firstBeyond(from: number, to: number, holds: (index: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Adds values to a column, which may hold some of an earlier piece.
 * @param before how many of those are finite
 * @returns how many of these are
 */
function gather(view: Record<(typeof lists)[number], Float64Array>, column: number, values: Float64Array, before: number): number {
  let first = view.first[column]!
  let last = view.last[column]!
  let least = before === 0 ? Number.POSITIVE_INFINITY : view.min[column]!
  let greatest = before === 0 ? Number.NEGATIVE_INFINITY : view.max[column]!
  let finite = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!Number.isFinite(value)) continue
    if (before + finite === 0) first = value
    last = value
    if (value < least) least = value
    if (value > greatest) greatest = value
    sum += value
    finite++
  }
  view.count[column]! += values.length
  if (finite === 0) return 0
  view.first[column] = first
  view.last[column] = last
  view.min[column] = least
  view.max[column] = greatest
  const mean = Number.isFinite(sum) ? sum / finite : meanOfLarge(values, finite)
  const share = finite / (before + finite)
  view.mean[column] = before === 0 ? mean : view.mean[column]! * (1 - share) + mean * share
  return finite
}

/** The mean of values whose sum is beyond float64. */
function meanOfLarge(values: Float64Array, finite: number): number {
  let mean = 0
  for (const value of values) if (Number.isFinite(value)) mean += value / finite
  return mean
}

async function extentOf({ progression, count, pieces }: SeriesReading): Promise<{ start: number; end: number }> {
  if (progression !== null) return { start: progression.first, end: progression.first + progression.stride * (count - 1) }
  let start = Number.NaN
  let end = 0
  for await (const { steps, values } of pieces()) {
    if (Number.isNaN(start)) start = stepAt(steps, 0)
    end = stepAt(steps, values.length - 1)
  }
  return { start, end }
}
