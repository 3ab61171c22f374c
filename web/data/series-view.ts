import { call, pathOf } from '../api/client.ts'
import type { Range } from '../components/chart/lines.ts'

/** A series as a chart shows it, see GET /v1/runs/{runId}/series/{name}/view. All lists have the same length; NaN where there is no value. */
export interface SeriesView {
  /** The step of the first point of each column. */
  readonly steps: Float64Array
  readonly first: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly last: Float64Array
  readonly mean: Float64Array
  readonly count: Float64Array
}

/** A view as of one version of its series. */
export interface Fetched {
  readonly view: SeriesView
  /** Microseconds, or near them: exact in float64. */
  readonly version: number
  /** The last step of the series, whatever range the view is of. */
  readonly lastStep: number
}

/** The lists in the order of the answer's bytes. */
const lists = ['steps', 'first', 'min', 'max', 'last', 'mean', 'count'] as const

/** More columns than a wide screen has pixels. */
export const columnsMax = 2000

/** One past the last step that a view of a range asks for: the neighbours of both ends too, so that lines reach the edges of a chart. */
export const endOf = (range: Range): number => Math.max(0, Math.ceil(range[1]) + 2)

/** @param range steps; null: all */
export async function fetchView(
  runId: string,
  name: string,
  range: Range | null,
  signal: AbortSignal,
  points = columnsMax
): Promise<Fetched> {
  const [from, to] = range === null ? [undefined, undefined] : [Math.max(0, Math.floor(range[0]) - 1), endOf(range)]
  const path = pathOf(['v1', 'runs', runId, 'series', name, 'view'], { from, to, points })
  const { headers, ...answer } = await call(path, { headers: { accept: 'application/octet-stream' }, signal }).then(async (found) => ({
    headers: found.headers,
    bytes: await found.arrayBuffer()
  }))
  return {
    view: viewOf(new Float64Array(answer.bytes)),
    version: Number(/v(\d+)/.exec(headers.get('etag') ?? '')?.[1]),
    lastStep: Number(headers.get('last-step') ?? -1)
  }
}

/** The view that some numbers hold. */
export function viewOf(numbers: Float64Array): SeriesView {
  const length = numbers.length / lists.length
  return fromLists((_list, i) => numbers.subarray(i * length, (i + 1) * length))
}

const fromLists = (make: (list: (typeof lists)[number], i: number) => Float64Array): SeriesView =>
  Object.fromEntries(lists.map((list, i) => [list, make(list, i)])) as unknown as SeriesView

export const pointsIn = ({ count }: SeriesView): number => count.reduce((sum, one) => sum + one, 0)

/** A view with columns behind it. @param kept so many of its own stay */
export function withTail(view: SeriesView, tail: SeriesView, kept = view.steps.length): SeriesView {
  return fromLists((list) => {
    const all = new Float64Array(kept + tail[list].length)
    all.set(view[list].subarray(0, kept))
    all.set(tail[list], kept)
    return all
  })
}

/** Points as columns of their own. */
export function pointColumns(steps: readonly number[], values: readonly (number | string)[]): SeriesView {
  const own = Float64Array.from(values, (value) => (Number.isFinite(Number(value)) ? Number(value) : Number.NaN))
  return fromLists((list) => (list === 'steps' ? Float64Array.from(steps) : list === 'count' ? new Float64Array(own.length).fill(1) : own))
}

/** A view of at most so many columns, of equal extent in steps; its own are joined whole, so that nothing of them is lost. */
export function thinned(view: SeriesView, most = columnsMax): SeriesView {
  const length = view.steps.length
  const start = view.steps[0] ?? 0
  const per = most / ((view.steps[length - 1] ?? 0) - start + 1)
  const thin = fromLists(() => new Float64Array(most))
  let made = -1
  let before = -1
  for (let i = 0; i < length; i++) {
    const place = Math.min(most - 1, Math.floor((view.steps[i]! - start) * per))
    if (place !== before) for (const list of lists) thin[list][made + 1] = view[list][i]!
    else join(thin, made, view, i)
    if (place !== before) made++
    before = place
  }
  return fromLists((list) => thin[list].subarray(0, made + 1))
}

/** Takes a column into the one before it. How many of its points are finite is not known: for the mean all count as if they were. */
function join(to: SeriesView, at: number, from: SeriesView, i: number): void {
  const [count, more] = [to.count[at]!, from.count[i]!]
  to.count[at] = count + more
  if (Number.isNaN(from.mean[i])) return
  const isEmpty = Number.isNaN(to.mean[at])
  if (isEmpty) to.first[at] = from.first[i]!
  to.last[at] = from.last[i]!
  to.min[at] = isEmpty ? from.min[i]! : Math.min(to.min[at]!, from.min[i]!)
  to.max[at] = isEmpty ? from.max[i]! : Math.max(to.max[at]!, from.max[i]!)
  to.mean[at] = isEmpty ? from.mean[i]! : to.mean[at]! + (from.mean[i]! - to.mean[at]!) * (more / (count + more))
}
