import type { SeriesName } from './series.ts'

/** What of a run changes while it trains: each with what tells one state of it from another. */
export interface RunState {
  /** When its fields were changed last: microseconds of the epoch, as text. */
  readonly updatedAt: string
  readonly series: readonly { readonly series: SeriesName; readonly version: string; readonly points: number; readonly lastStep: number }[]
  /** The latest schedules that were refined from it, in the order that they were made. */
  readonly schedules: readonly { readonly id: string; readonly createdAt: string }[]
}
