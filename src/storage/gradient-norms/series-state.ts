import type { Points } from '../../domain/gradient-norm.ts'
import { type RecentWindow, recentWindow } from './recent-window.ts'
import type { SeriesRow } from './series-row.ts'

/** What this process knows of a series as of one version; good only if that version is still the database's. */
export interface SeriesState {
  version: bigint
  nextSequence: number
  points: number
  firstStep: number | null
  lastStep: number | null
  nonFinite: number
  recent: RecentWindow
  /** Chunks written since neighbours were last merged. */
  unmerged: number
}

/** A state that knows the head alone: of points it knows only that there are none beyond the last. */
export const stateOf = (row: SeriesRow): SeriesState => ({
  ...row,
  version: BigInt(row.version),
  recent: recentWindow(row.lastStep === null ? 0 : row.lastStep + 1),
  unmerged: 0
})

export function countNonFinite(values: Float64Array): number {
  let count = 0
  for (const value of values) if (!Number.isFinite(value)) count++
  return count
}

/** Adds points at steps where there are none. n ≥ 1. */
export function addNew(state: SeriesState, points: Points, first: number, last: number): void {
  state.points += points.values.length
  state.nonFinite += countNonFinite(points.values)
  state.firstStep = state.firstStep === null ? first : Math.min(state.firstStep, first)
  state.lastStep = state.lastStep === null ? last : Math.max(state.lastStep, last)
}
