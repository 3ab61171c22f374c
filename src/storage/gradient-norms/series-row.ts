import type { SeriesHead } from './series.ts'

/** A row of `gradient_norm_series` as it is read: numbers exact to 2^53, the version as text. */
export interface SeriesRow {
  version: string
  nextSequence: number
  points: number
  firstStep: number | null
  lastStep: number | null
  nonFinite: number
}

export const seriesColumns = `s.version, s.sequence::float8 as "nextSequence", s.points::float8 as points, s.first_step::float8 as "firstStep",
  s.last_step::float8 as "lastStep", s.non_finite::float8 as "nonFinite"`

export const headOf = ({ version, points, firstStep, lastStep, nonFinite }: SeriesRow): SeriesHead => ({
  version: BigInt(version),
  points,
  firstStep,
  lastStep,
  nonFinite
})
