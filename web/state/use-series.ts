import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../api/problem.ts'
import type { Range } from '../components/chart/lines.ts'
import { type LiveSeries, openLiveSeries, type SeriesState } from '../data/live-series.ts'
import type { SeriesView } from '../data/series-view.ts'

/** A series as it is looked at now; what was drawn stays while it is asked for anew. */
export function useSeries(
  runId: string,
  name: string,
  range: Range | null,
  state: SeriesState | undefined
): { view: SeriesView | null; problem: Problem | null } {
  const [view, show] = useState<SeriesView | null>(null)
  const [problem, fail] = useState<Problem | null>(null)
  const live = useRef<LiveSeries | null>(null)
  // Not after the next frame, as an effect: what was zoomed into is asked for at once.
  useLayoutEffect(() => {
    const opened = openLiveSeries(runId, name, show, fail)
    live.current = opened
    return () => opened.close()
  }, [runId, name])
  useLayoutEffect(() => live.current?.zoom(range), [range?.[0], range?.[1]])
  useLayoutEffect(() => {
    if (state) live.current?.heard(state)
  }, [state?.points, state?.lastStep])
  return { view, problem }
}
