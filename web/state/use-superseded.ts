import { useMemo } from 'preact/hooks'
import { ask, pathOf } from '../api/client.ts'
import type { Problem } from '../api/problem.ts'
import type { ChartLine, ChartMark } from '../components/chart/lines.ts'
import { useWork } from './use-answer.ts'

/** The history of a longer series is no picture any more. */
export const historyMax = 200_000

interface Arrival {
  readonly step: number
  readonly value: number | string
  readonly current: boolean
}

export interface Superseded {
  /** What was logged and holds no more. */
  readonly line: ChartLine | null
  /** Where training went back to. */
  readonly marks: readonly ChartMark[]
  readonly problem: Problem | null
}

/**
 * What of a series was taken back, asked for when someone wants to see it.
 * @param state changes with the points; null: nobody wants to
 */
export function useSuperseded(runId: string, name: string, state: string | null): Superseded {
  const path = pathOf(['v1', 'runs', runId, 'series', name], { history: 'all' })
  const { answer, problem } = useWork(state === null ? null : (signal) => ask<{ points: Arrival[] }>(path, { signal }), [path, state])
  return useMemo(
    () => (answer === null || state === null ? { line: null, marks: [], problem } : { ...supersededOf(answer.points), problem }),
    [answer, state, problem]
  )
}

/** @param arrivals in the order in which they arrived */
export function supersededOf(arrivals: readonly Arrival[]): Pick<Superseded, 'line' | 'marks'> {
  const old = new Map<number, number>()
  for (const { step, value, current } of arrivals) if (!current) old.set(step, Number(value))
  const steps = [...old.keys()].sort((a, b) => a - b)
  // What replaces a superseded point, and comes behind one that lies further, begins a new attempt.
  const marks: ChartMark[] = []
  let last = -1
  for (const { step } of arrivals) {
    if (step <= last && old.has(step)) marks.push({ step, label: 'resumed' })
    last = step
  }
  if (steps.length === 0) return { line: null, marks }
  return {
    line: { label: 'superseded', colour: '--series-6', steps, values: steps.map((step) => old.get(step) ?? null), dash: [3, 3], width: 1 },
    marks
  }
}
