import { stepAt, stepMax } from '../../domain/gradient-norm.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { SeriesHead, SeriesReading } from '../../storage/series-repository.ts'
import { readRange } from './read-range.ts'
import type { RecentSeries } from './recent-series.ts'

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

/** Which part of a series is looked at: steps from `from` to before `to`, in at most so many columns. */
interface LookedAt {
  /** What is current in it; null where nothing was ever stored in it. */
  readonly head: SeriesHead | null
  readonly from: number
  readonly to: number
  readonly points: number
}

/** Fewer columns are a small picture, of which a list has many. */
const closeLook = 500

/**
 * A view of a series with the version that it is of, the last step of that, and how many points it stands for. Who looks at all of it in a large picture looks closer next,
 * so all of it stays in memory for a while.
 */
export async function viewRange(
  storage: ProjectStorage,
  recent: RecentSeries,
  runId: string,
  name: SeriesName,
  { head, from, to, points }: LookedAt
): Promise<{ view: SeriesView; version: bigint; lastStep: number | null; count: number }> {
  const viewOf = async (reading: SeriesReading) => ({
    view: await viewSeries(reading, points),
    version: reading.head.version,
    lastStep: reading.head.lastStep,
    count: reading.count
  })
  if (head !== null && points >= closeLook && from <= (head.firstStep ?? 0) && to > (head.lastStep ?? stepMax)) {
    return await recent.during(storage, async (open) => await viewOf(await open(runId, name, head)))
  }
  const kept = head && recent.range(storage, runId, name, head, from, to)
  return await viewOf(kept ?? (await readRange(storage, runId, name, from, to)))
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
