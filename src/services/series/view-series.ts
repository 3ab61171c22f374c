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
  const [steps, first, min, max, last, mean, count] = Array.from({ length: 7 }, () => new Float64Array(columns)) as Seven
  let column = -1
  let opened = -1
  let finite = 0
  const columnOf = exact ? () => column + 1 : await spread(reading, columns)
  for await (const piece of reading.pieces()) {
    const { values } = piece
    for (let i = 0; i < values.length; i++) {
      const step = stepAt(piece.steps, i)
      const value = values[i]!
      const place = columnOf(step)
      if (place !== opened) {
        opened = place
        column++
        steps[column] = step
        first[column] = min[column] = max[column] = last[column] = mean[column] = Number.NaN
        finite = 0
      }
      count[column]!++
      if (!Number.isFinite(value)) continue
      finite++
      last[column] = value
      if (finite === 1) {
        first[column] = min[column] = max[column] = mean[column] = value
        continue
      }
      if (value < min[column]!) min[column] = value
      if (value > max[column]!) max[column] = value
      // A running mean: a sum, or a difference, could be beyond float64 where no value is.
      mean[column]! += value / finite - mean[column]! / finite
    }
  }
  const cut = (all: Float64Array) => all.subarray(0, column + 1)
  return { exact, steps: cut(steps), first: cut(first), min: cut(min), max: cut(max), last: cut(last), mean: cut(mean), count: cut(count) }
}

type Seven = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]

/** Which column a step is in. The extent is that of the points in the range, whatever was asked for. */
async function spread(reading: SeriesReading, columns: number): Promise<(step: number) => number> {
  const { start, end } = await extentOf(reading)
  const perStep = columns / (end - start + 1)
  return (step) => Math.min(columns - 1, Math.floor((step - start) * perStep))
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
