import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../api/problem.ts'
import type { Range } from '../components/chart/lines.ts'
import { type LiveSeries, openLiveSeries } from '../data/live-series.ts'
import type { SeriesView } from '../data/series-view.ts'
import { inFrame } from './frames.ts'
import type { LiveRun } from './use-live-run.ts'

/** What moved less than half a pixel, and what is out of sight, is drawn this often. Milliseconds. */
const restMs = { unmoved: 100, unseen: 1000 }

export interface SeenSeries {
  readonly view: SeriesView | null
  readonly problem: Problem | null
  /** Where it is drawn. */
  readonly place: RefObject<HTMLDivElement | null>
}

/** A series as it is looked at now, drawn with the next frame where that is to be seen; what was drawn stays while it is asked for anew. */
export function useSeries(runId: string, name: string, range: Range | null, listen: LiveRun['listen']): SeenSeries {
  const [view, show] = useState<SeriesView | null>(null)
  const [problem, fail] = useState<Problem | null>(null)
  const live = useRef<LiveSeries | null>(null)
  const place = useRef<HTMLDivElement>(null)
  // Not after the next frame, as an effect: what was zoomed into is asked for at once.
  useLayoutEffect(() => {
    let next: SeriesView | null = null
    let drawn = { at: 0, last: 0, range }
    let isSeen = true
    let frame = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      frame = false
      timer = undefined
      drawn = { at: performance.now(), last: next?.steps.at(-1) ?? 0, range: drawn.range }
      show(next)
    }
    const drawSoon = () => {
      clearTimeout(timer)
      frame = true
      inFrame(draw)
    }
    const wait = (of: SeriesView, to: Range | null): number => {
      const [first = 0, last = 0] = [of.steps[0], of.steps.at(-1)]
      const moved = (last - drawn.last) / Math.max(1, last - first)
      if (to !== drawn.range || (isSeen && Math.abs(moved) * innerWidth >= 0.5)) return 0
      return drawn.at + (isSeen ? restMs.unmoved : restMs.unseen) - performance.now()
    }
    const opened = openLiveSeries(
      runId,
      name,
      (seen, to) => {
        next = seen
        const ms = wait(seen, to)
        drawn.range = to
        if (ms <= 0) drawSoon()
        else if (!frame) timer ??= setTimeout(drawSoon, ms)
      },
      fail
    )
    live.current = opened
    opened.zoom(range)
    const deaf = listen(name, opened.heard)
    const sight = new IntersectionObserver(([entry]) => {
      isSeen = entry?.isIntersecting ?? true
      if (isSeen && timer !== undefined) drawSoon()
    })
    sight.observe(place.current as HTMLDivElement)
    return () => {
      deaf()
      sight.disconnect()
      clearTimeout(timer)
      inFrame(draw)()
      opened.close()
    }
  }, [runId, name, listen])
  useLayoutEffect(() => live.current?.zoom(range), [range?.[0], range?.[1]])
  return { view, problem, place }
}
