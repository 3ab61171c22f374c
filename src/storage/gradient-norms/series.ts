import type { Points } from '../../domain/gradient-norm.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { Once } from '../once.ts'

/** Points to store; `startless` where the request named no start step, so that `points` count from 0 with their stride. */
export interface Append {
  points: Points
  startless: boolean
  /** Training went back: what is current at steps ≥ this ceases to be. */
  resumeFrom?: number
  onConflict: 'replace' | 'reject'
  /** Keeps the answer with the points. Where there is nothing to store, it is not called. */
  once?: Once<AppendOutcome>
  /** Most points that may be stored; duplicates are not. */
  newPointsMax?: number
}

/** What one request appends to several series of a run: all of it is stored, or nothing. */
export interface JointAppend {
  readonly parts: ReadonlyMap<SeriesName, Pick<Append, 'points' | 'startless'>>
  /** Training went back: what is current at steps ≥ this ceases to be, in every series of the run. */
  readonly resumeFrom?: number
  readonly onConflict: Append['onConflict']
  /** Keeps the answer with the points. Where there is nothing to store, it is not called. */
  readonly once?: Once<JointOutcome>
  /** Most points that may be stored, in all series together; duplicates are not. */
  readonly newPointsMax?: number
}

/** What became of each series: those that the request named, and with `resumeFrom` all others of the run. */
export type JointOutcome = ReadonlyMap<SeriesName, AppendOutcome>

export interface AppendOutcome {
  received: number
  appended: number
  duplicates: number
  superseded: number
  /** The current points of the series afterwards, and its last step (null without points). */
  points: number
  lastStep: number | null
}

/** What is current in a series. `version` changes with every stored append, and never comes back. */
export interface SeriesHead {
  version: bigint
  points: number
  firstStep: number | null
  lastStep: number | null
  nonFinite: number
}

/** The current points of a series in a range of steps, as of one moment, in step order. */
export interface SeriesReading {
  head: SeriesHead
  /** How many points are in the range. */
  count: number
  /** Whether their steps form an arithmetic progression (then this), two points at least; null where not, or fewer points. */
  progression: { first: number; stride: number } | null
  /** All of them in one piece, where they are in memory already; it is others' too: not to be changed. */
  whole?: Points
  /** The points, in step order, in pieces of at most 65 536. Can be called again: the same points. */
  pieces(): AsyncIterable<Points>
}

/** A point as it arrived. `sequence` counts the points of the series in order of arrival. */
export interface HistoryPoint {
  step: number
  value: number
  sequence: number
  current: boolean
}
