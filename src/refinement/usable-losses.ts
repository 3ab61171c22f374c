import { type Static, Type } from 'typebox'
import type { Points } from '../domain/gradient-norm.ts'
import { arePositive } from '../kernels/extrema.ts'
import { keptPoints } from './kept-points.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })

/** Which losses a refinement read beside the norms. */
export const LossesRead = Type.Object(
  {
    use: Type.Unsafe<'read' | 'left-out' | 'none'>({
      type: 'string',
      enum: ['read', 'left-out', 'none'],
      description: '`read` beside the norms; `left-out`, as `detail` says why; `none`: there are none, or they were not asked for.'
    }),
    received: count('Points of the series: used + nonFinite + notPositive.'),
    used: count('Points that could be used.'),
    nonFinite: count('Points dropped because they are NaN or ±Infinity.'),
    notPositive: count('Points dropped because they are 0 or below.'),
    covered: Type.Unsafe<number | null>({
      anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'null' }],
      description: 'Share of the steps of the norms that they extend over; null where they are not read.'
    }),
    detail: Type.String({ description: 'What they did for the schedule; without them, what they would add.' })
  },
  { additionalProperties: false, description: 'The losses that were read beside the norms.' }
)
export type LossesRead = Static<typeof LossesRead>

/** Counts of loss points: received = used + nonFinite + notPositive. */
export type LossCounts = Pick<LossesRead, 'received' | 'used' | 'nonFinite' | 'notPositive'>

/** Losses whose logarithm exists; null where too few are left, or over a tenth are 0 or below. */
export interface UsableLosses {
  readonly points: Points | null
  readonly counts: LossCounts
}

/** A loss that is often 0 or below measures something else, or is a log-likelihood of densities: its ratios mean nothing. */
export const notPositiveShareMax = 0.1

/** Drops losses that are not finite or not positive. */
export function usableLosses(losses: Points): UsableLosses {
  const { values } = losses
  const received = values.length
  if (received >= 2 && arePositive(values)) return { points: losses, counts: { received, used: received, nonFinite: 0, notPositive: 0 } }
  let [nonFinite, notPositive] = [0, 0]
  for (let i = 0; i < received; i++) {
    const value = values[i]!
    // value − value is NaN for NaN and ±Infinity.
    if (value - value !== 0) nonFinite++
    else if (!(value > 0)) notPositive++
  }
  const used = received - nonFinite - notPositive
  const counts = { received, used, nonFinite, notPositive }
  if (used < 2 || isOftenNotPositive(counts)) return { points: null, counts }
  return { points: keptPoints(losses, used, (value) => value > 0 && value < Number.POSITIVE_INFINITY), counts }
}

/** Whether over a tenth of the finite losses are 0 or below. */
export const isOftenNotPositive = ({ used, notPositive }: LossCounts): boolean => notPositive > notPositiveShareMax * (used + notPositive)
