import { useEffect, useState } from 'preact/hooks'
import type { SeriesState } from '../data/live-series.ts'
import { type Connection, watchRun } from '../data/run-events.ts'

/** A run as it changes while it is looked at. */
export interface LiveRun {
  readonly connection: Connection
  /** What was heard of its series. */
  readonly series: Readonly<Record<string, SeriesState>>
  /** Changes with the run's own fields. */
  readonly updatedAt: string | null
  /** How many schedules were made meanwhile. */
  readonly schedules: number
}

const nothing: LiveRun = { connection: 'connecting', series: {}, updatedAt: null, schedules: 0 }

/** Watches a run. Events of one frame are shown together, so that a screen is drawn at most as often as it can be. */
export function useLiveRun(runId: string): LiveRun {
  const [state, show] = useState(nothing)
  useEffect(() => {
    let next = nothing
    let frame = 0
    const change = (changes: Partial<LiveRun>) => {
      next = { ...next, ...changes }
      frame ||= requestAnimationFrame(() => {
        frame = 0
        show(next)
      })
    }
    const leave = watchRun(runId, {
      heard({ event, data }) {
        if (event === 'points') change({ series: { ...next.series, [data.series]: data } })
        if (event === 'run') change({ updatedAt: data.updatedAt })
        if (event === 'schedule') change({ schedules: next.schedules + 1 })
      },
      connected: (connection) => change({ connection })
    })
    return () => {
      leave()
      cancelAnimationFrame(frame)
    }
  }, [runId])
  return state
}
