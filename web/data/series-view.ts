import { call, pathOf } from '../api/client.ts'
import type { Range } from '../components/chart/lines.ts'

/** A series as a chart shows it, see GET /v1/runs/{runId}/series/{name}/view. All lists have the same length; NaN where there is no value. */
export interface SeriesView {
  readonly steps: Float64Array
  readonly first: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly last: Float64Array
  readonly mean: Float64Array
  readonly count: Float64Array
}

/** The lists in the order of the answer's bytes. */
const lists = ['steps', 'first', 'min', 'max', 'last', 'mean', 'count'] as const

/** More columns than a wide screen has pixels. */
export const columnsMax = 2000

/** @param range steps, both ends with their neighbours, so that lines reach the edges of a chart; null: all */
export async function fetchView(
  runId: string,
  name: string,
  range: Range | null,
  signal: AbortSignal,
  points = columnsMax
): Promise<SeriesView> {
  const [from, to] = range === null ? [undefined, undefined] : [Math.max(0, Math.floor(range[0]) - 1), Math.ceil(range[1]) + 2]
  const path = pathOf(['v1', 'runs', runId, 'series', name, 'view'], { from, to: to === undefined ? to : Math.max(to, 0), points })
  const answer = await call(path, { headers: { accept: 'application/octet-stream' }, signal })
  return viewOf(new Float64Array(await answer.arrayBuffer()))
}

/** The view that some numbers hold. */
export function viewOf(numbers: Float64Array): SeriesView {
  const length = numbers.length / lists.length
  return Object.fromEntries(lists.map((list, i) => [list, numbers.subarray(i * length, (i + 1) * length)])) as unknown as SeriesView
}

export const pointsIn = ({ count }: SeriesView): number => count.reduce((sum, one) => sum + one, 0)

/** A view with what came after it: the tail begins where the last column does, which it takes the place of. */
export function withTail(view: SeriesView, tail: SeriesView): SeriesView {
  const kept = Math.max(0, view.steps.length - 1)
  const joined = (list: (typeof lists)[number]): Float64Array => {
    const all = new Float64Array(kept + tail[list].length)
    all.set(view[list].subarray(0, kept))
    all.set(tail[list], kept)
    return all
  }
  return Object.fromEntries(lists.map((list) => [list, joined(list)])) as unknown as SeriesView
}
