import { asProblem, type Problem } from '../api/problem.ts'
import type { Range } from '../components/chart/lines.ts'
import { columnsMax, fetchView, pointsIn, type SeriesView, withTail } from './series-view.ts'

/** What the service says of a series as it is. */
export interface SeriesState {
  readonly points: number
  readonly lastStep: number | null
}

/** A series that is looked at, and grows meanwhile. */
export interface LiveSeries {
  /** Which steps are looked at; null: all. */
  zoom(range: Range | null): void
  /** The series is now so. */
  heard(state: SeriesState): void
  close(): void
}

/**
 * Keeps a view of a series up to date. New points are asked for by themselves and appended; only where points were taken back, or columns became
 * too many, is all read again. One request is under way at a time: what is heard meanwhile is one more, however often.
 */
export function openLiveSeries(
  runId: string,
  name: string,
  show: (view: SeriesView, range: Range | null) => void,
  fail: (problem: Problem | null) => void
): LiveSeries {
  const left = new AbortController()
  let range: Range | null = null
  let heard: SeriesState | null = null
  let whole: SeriesView | null = null
  let detail: { view: SeriesView; range: Range; end: number } | null = null
  let busy = false
  let again = false

  const readWhole = async (): Promise<SeriesView> => {
    if (whole === null) return await fetchView(runId, name, null, left.signal)
    if (heard === null || heard.points === pointsIn(whole)) return whole
    const from = whole.steps.at(-1)
    if (from === undefined || whole.steps.length > 2 * columnsMax) return await fetchView(runId, name, null, left.signal)
    const tail = await fetchView(runId, name, [from + 1, Number.MAX_SAFE_INTEGER - 10], left.signal)
    const joined = withTail(whole, tail)
    // Otherwise points before these are others now: training went back.
    return pointsIn(joined) >= heard.points && tail.steps[0] === from ? joined : await fetchView(runId, name, null, left.signal)
  }

  const look = async (): Promise<void> => {
    const asked = range
    if (asked === null) {
      whole = await readWhole()
      detail = null
      if (range === asked) show(whole, null)
      return
    }
    const end = heard?.lastStep ?? 0
    // New points behind what is looked at change nothing of it.
    if (detail?.range === asked && (end === detail.end || (end > detail.end && detail.end >= asked[1]))) return
    const view = await fetchView(runId, name, asked, left.signal)
    detail = { view, range: asked, end }
    if (range === asked) show(view, asked)
  }

  const update = async (): Promise<void> => {
    again = true
    if (busy) return
    busy = true
    try {
      while (again && !left.signal.aborted) {
        again = false
        await look()
        fail(null)
      }
    } catch (error) {
      if (!left.signal.aborted) fail(asProblem(error))
    } finally {
      busy = false
    }
  }
  void update()

  return {
    zoom(to) {
      if (to?.[0] === range?.[0] && to?.[1] === range?.[1]) return
      range = to
      void update()
    },
    heard(state) {
      if (state.points === heard?.points && state.lastStep === heard.lastStep) return
      heard = state
      void update()
    },
    close: () => left.abort()
  }
}
