import { useEffect, useMemo, useState } from 'preact/hooks'
import type { SeriesState } from '../data/live-series.ts'
import { type Connection, watchRun } from '../data/run-events.ts'

/** A run as it changes while it is looked at. */
export interface LiveRun {
  readonly connection: Connection
  /** What was heard of its series, some times a second at most. */
  readonly series: Readonly<Record<string, SeriesState>>
  /** Changes with the run's own fields. */
  readonly updatedAt: string | null
  /** How many schedules were made meanwhile. */
  readonly schedules: number
  /** Hears each change of a series at once, and its last one. @returns what ends it */
  listen(series: string, hear: (state: SeriesState) => void): () => void
}

type State = Omit<LiveRun, 'listen'>

const nothing: State = { connection: 'connecting', series: {}, updatedAt: null, schedules: 0 }

/** Of what is counted and listed, a person sees no more than so many changes a second; lines are drawn with every frame. Milliseconds. */
const countedMs = 400

/** Watches a run. */
export function useLiveRun(runId: string): LiveRun {
  const [state, show] = useState(nothing)
  const channel = useMemo(() => {
    const last = new Map<string, SeriesState>()
    const listeners = new Map<(state: SeriesState) => void, string>()
    return {
      tell(series: string, state: SeriesState) {
        last.set(series, state)
        for (const [hear, of] of listeners) if (of === series) hear(state)
      },
      listen(series: string, hear: (state: SeriesState) => void) {
        listeners.set(hear, series)
        const known = last.get(series)
        if (known) hear(known)
        return () => void listeners.delete(hear)
      }
    }
  }, [runId])
  useEffect(() => {
    let next = nothing
    let timer: ReturnType<typeof setTimeout> | null = null
    const flush = () => {
      timer = null
      show(next)
    }
    const change = (changes: Partial<State>, delay: number) => {
      next = { ...next, ...changes }
      if (delay === 0 && timer !== null) clearTimeout(timer)
      if (delay === 0) flush()
      else timer ??= setTimeout(flush, delay)
    }
    const leave = watchRun(runId, {
      heard({ event, data }) {
        if (event === 'points') {
          channel.tell(data.series, data)
          change({ series: { ...next.series, [data.series]: data } }, next.series[data.series] ? countedMs : 1)
        }
        if (event === 'run') change({ updatedAt: data.updatedAt }, 1)
        if (event === 'schedule') change({ schedules: next.schedules + 1 }, countedMs)
      },
      connected: (connection) => change({ connection }, 0)
    })
    return () => {
      leave()
      if (timer !== null) clearTimeout(timer)
    }
  }, [runId])
  return { ...state, listen: channel.listen }
}
