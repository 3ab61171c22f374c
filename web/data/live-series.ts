import { asProblem, type Problem } from '../api/problem.ts'
import { patiently } from '../api/reach.ts'
import type { Range } from '../components/chart/lines.ts'
import { columnsMax, endOf, type Fetched, fetchView, pointColumns, pointsIn, type SeriesView, thinned, withTail } from './series-view.ts'

/** What the service says of a series as it is, see GET /v1/runs/{runId}/events. */
export interface SeriesState {
  readonly version: string
  readonly points: number
  readonly lastStep: number | null
  /** As before where nothing was taken back or replaced. */
  readonly superseded: number
  /** The points since the version `after`, where they only came behind the others. */
  readonly added?: { readonly after: string; readonly steps: readonly number[]; readonly values: readonly (number | string)[] }
}

/** A series that is looked at, and grows meanwhile. */
export interface LiveSeries {
  /** Which steps are looked at; null: all. */
  zoom(range: Range | null): void
  /** The series is now so. */
  heard(state: SeriesState): void
  close(): void
}

/** Columns of a range of steps, as of a version. */
interface Part extends Fetched {
  readonly range: Range | null
  /** Points in it. */
  readonly points: number
  /** Nothing was taken back since the event with this `superseded`; undefined: not known yet. */
  readonly superseded: number | undefined
}

/** Events that wait for an answer: more are not kept, and the series is read anew. */
const waitingMax = 240

/**
 * Keeps a view of a series up to date. Points that events bring are put behind it, and a view of too many columns is made thinner here; only what
 * no event brought is asked for. One request is under way at a time, and an answer that is older than what was heard is brought up to it.
 */
export function openLiveSeries(
  runId: string,
  name: string,
  show: (view: SeriesView, range: Range | null) => void,
  fail: (problem: Problem | null) => void
): LiveSeries {
  const left = new AbortController()
  let range: Range | null = null
  let whole: Part | null = null
  let detail: Part | null = null
  let last: SeriesState | null = null
  let waiting: SeriesState[] = []
  let busy = false

  const read = async (of: Range | null, more?: Range): Promise<Part> => {
    const { superseded, version = 0 } = last ?? {}
    const found = await fetchView(runId, name, of ?? more ?? null, left.signal)
    // Where something on the way took the entity tag away: what is answered is no older than what was heard.
    return { ...found, version: found.version || Number(version), range: of, points: pointsIn(found.view), superseded }
  }

  /** What came behind a whole view, where nothing else happened to the series. */
  const readOn = async (part: Part): Promise<Part> => {
    const columns = part.view.steps.length
    const from = part.view.steps[columns - 1]
    if (last?.superseded !== part.superseded || from === undefined) return await read(null)
    const tail = await read(null, [from + 1, Number.MAX_SAFE_INTEGER - 10])
    if (tail.view.steps[0] !== from) return await read(null)
    const view = withTail(part.view, tail.view, columns - 1)
    return { ...tail, view, points: pointsIn(view) }
  }

  /** Reads until what is looked at is as was heard. */
  const update = async (): Promise<void> => {
    if (busy) return
    busy = true
    try {
      for (;;) {
        const asked = range
        const shown = asked === null ? whole : detail
        const isRight = shown !== null && shown.range === asked && (last === null || shown.version >= Number(last.version))
        if (isRight) break
        waiting = []
        const part = await patiently(() => (asked === null && whole ? readOn(whole) : read(asked)), left.signal)
        const now = waiting.reduce(grown, part)
        if (asked === null) whole = now
        else detail = now
        if (range === asked) show(now.view, asked)
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
      detail = null
      if (to === null && whole !== null) show(whole.view, null)
      void update()
    },
    heard(state) {
      if (last !== null && Number(state.version) <= Number(last.version)) return
      last = state
      if (busy) waiting.push(state)
      // One that waits does not follow those that were dropped, and so asks for the series.
      if (waiting.length > waitingMax) waiting = [state]
      whole = whole && grown(whole, state)
      detail = detail && grown(detail, state)
      const shown = range === null ? whole : detail
      if (shown?.version === Number(state.version)) show(shown.view, range)
      else void update()
    },
    close: () => left.abort()
  }
}

/** A part with what an event brought. Where the event does not follow it, it stays as it is, with a version that is behind. */
function grown(part: Part, { version: text, points, lastStep, superseded, added }: SeriesState): Part {
  const version = Number(text)
  const isWhole = part.range === null
  const wrong = { ...part, version: -1, superseded: undefined }
  if (part.superseded !== undefined && part.superseded !== superseded) return wrong
  if (version <= part.version) return version < part.version || !isWhole || part.points === points ? { ...part, superseded } : wrong
  if (added === undefined || Number(added.after) > part.version) return part
  const end = part.range === null ? Number.POSITIVE_INFINITY : endOf(part.range)
  const fresh = added.steps.flatMap((step, i) => (step > part.lastStep && step < end ? [i] : []))
  const tail = pointColumns(
    fresh.map((i) => added.steps[i]!),
    fresh.map((i) => added.values[i]!)
  )
  const view = fresh.length === 0 ? part.view : withTail(part.view, tail)
  const held = part.points + fresh.length
  if (isWhole && held !== points) return wrong
  const kept = view.steps.length > 2 * columnsMax ? thinned(view) : view
  return { ...part, view: kept, points: held, version, lastStep: lastStep ?? -1, superseded }
}
