import { Problem } from '../domain/problems.ts'
import { countBelow, extrema } from '../kernels/extrema.ts'
import { median } from '../kernels/order-statistic.ts'

/** Norms are raised to at least this fraction of their median. */
const floorFraction = 1e-6

/** Below this a millionth of the median would lose digits: such norms are first multiplied by 2^100, which is exact. */
const tiny = 2 ** -960
const tinyLift = 2 ** 100

/**
 * Raises and scales filtered norms ĝ: ĝ′ = max(ĝ·lift, floor)/divisor ≥ 1. So norms of any scale can be squared and inverted without
 * overflow or underflow. In the norms' own scale the divisor is divisor/lift.
 */
export interface NormScale {
  readonly lift: number
  readonly floor: number
  readonly divisor: number
  /** The largest ĝ, without lift. */
  readonly largest: number
  /** Number of norms that are raised. */
  readonly clamped: number
}

/**
 * Finds the scale of filtered norms: raise to at least 1e-6 of the median, then divide by the smallest.
 * @param norms ĝ, finite and ≥ 0, shape `[n]`
 * @throws Problem `too-few-norms` if the median is 0
 */
export function normScale(norms: Float64Array): NormScale {
  const [smallest, largest] = extrema(norms)
  // The median is at most the largest. If even a millionth of the largest is not above the smallest, nothing is raised.
  if (smallest > 0 && largest <= smallest / floorFraction) return { lift: 1, floor: 0, divisor: smallest, largest, clamped: 0 }

  const middle = median(norms)
  if (middle === 0) throw new Problem('too-few-norms', 'The median of the filtered gradient norms is 0: at least half of them are zero.')
  const lift = middle < tiny ? tinyLift : 1
  const floor = floorFraction * (middle * lift)
  return {
    lift,
    floor,
    divisor: Math.max(smallest * lift, floor),
    largest,
    clamped: countBelow(norms, Math.max(floor / lift, Number.MIN_VALUE))
  }
}
