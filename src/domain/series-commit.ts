import type { HeardSeries } from './run-state.ts'

/** What one commit did to a series. */
export interface SeriesCommit extends Omit<HeardSeries, 'version'> {
  /** Versions of the series just before it, and with it. */
  readonly before: bigint
  readonly version: bigint
  /** What it added, all of it behind what there was; null where it did anything else, or added many. Nobody else holds its memory. */
  readonly added: AddedPoints | null
}

/** Shape `[n]`, both; steps increase. */
export interface AddedPoints {
  readonly steps: Float64Array
  readonly values: Float64Array
}

/** More points than these are read from where they are stored, by who wants them. */
export const toldPointsMax = 1024
