import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import type { SeriesName } from '../../domain/series.ts'
import { type AddedPoints, type SeriesCommit, toldPointsMax } from '../../domain/series-commit.ts'
import { concatenate, fillSteps } from './chunk.ts'
import type { Arrival } from './plan-append.ts'
import type { SeriesState } from './series-state.ts'

export type Hear = (commits: readonly SeriesCommit[]) => void

/** Tells those who listen to a run of what this process commits to its series. Without listeners it costs a look into a map. */
export interface CommitNews {
  isHeard(run: string): boolean
  tell(run: string, commits: readonly SeriesCommit[]): void
  /** @returns what ends it */
  listen(run: string, hear: Hear): () => void
}

export function commitNews(): CommitNews {
  const listeners = new Map<string, Set<Hear>>()
  return {
    isHeard: (run) => listeners.has(run),
    tell(run, commits) {
      for (const hear of listeners.get(run) ?? []) hear(commits)
    },
    listen(run, hear) {
      const all = listeners.get(run) ?? new Set()
      listeners.set(run, all.add(hear))
      return () => {
        all.delete(hear)
        if (all.size === 0 && listeners.get(run) === all) listeners.delete(run)
      }
    }
  }
}

/** A series before a commit, as far as the news of it needs. */
export type Before = Pick<SeriesState, 'version' | 'lastStep'>

/** @param state as the commit left it */
export function commitOf(series: SeriesName, before: Before, state: SeriesState, arrivals: readonly Arrival[]): SeriesCommit {
  const { version, points, lastStep, nextSequence } = state
  const added = addedBehind(before.lastStep ?? -1, arrivals)
  return { series, before: before.version, version, points, lastStep, superseded: nextSequence - points, added }
}

/** The points of arrivals, where all lie behind a step, one behind the other. */
function addedBehind(last: number, arrivals: readonly Arrival[]): AddedPoints | null {
  const parts: Points[] = []
  let count = 0
  for (const arrival of arrivals) {
    if (!('points' in arrival) || stepAt(arrival.points.steps, 0) <= last) return null
    last = stepAt(arrival.points.steps, arrival.points.values.length - 1)
    count += arrival.points.values.length
    if (count > toldPointsMax) return null
    parts.push(arrival.points)
  }
  if (count === 0) return null
  const whole = concatenate(parts)
  const steps = new Float64Array(count)
  fillSteps(steps, 0, whole.steps, count)
  return { steps, values: parts.length === 1 ? whole.values.slice() : whole.values }
}
