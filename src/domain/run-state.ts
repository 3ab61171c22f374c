import type { SeriesName } from './series.ts'

/** What of a run changes while it trains: each with what tells one state of it from another. */
export interface RunState {
  /** When its fields were changed last: microseconds of the epoch, as text. */
  readonly updatedAt: string
  readonly series: readonly HeardSeries[]
  /** The latest schedules that were refined from it, in the order that they were made. */
  readonly schedules: readonly { readonly id: string; readonly createdAt: string }[]
}

/** A series as of one version. */
export interface HeardSeries {
  readonly series: SeriesName
  /** Grows with each change of the series. */
  readonly version: string
  readonly points: number
  /** Null where training went back behind its first point. */
  readonly lastStep: number | null
  /** How often something that was stored ceased to be current: where it is as before, points were only added. */
  readonly superseded: number
}
