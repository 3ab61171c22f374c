import { Problem } from '../domain/problems.ts'
import { countBelow, extrema } from '../kernels/extrema.ts'
import { median } from '../kernels/order-statistic.ts'

/** Norms are raised to at least this part of their median. */
const floorFraction = 1e-6

/** From here downwards a millionth of the median would lose digits: such norms are first multiplied by 2^100, exactly. */
const tiny = 2 ** -960
const tinyLift = 2 ** 100

/**
 * How filtered norms ĝ are raised and scaled: ĝ′ = max(ĝ·lift, floor)/divisor ≥ 1. So no scale of the norms overflows or underflows
 * when they are squared and inverted. The true divisor is divisor/lift.
 */
export interface NormScale {
  readonly lift: number
  readonly floor: number
  readonly divisor: number
  /** The largest ĝ, not lifted. */
  readonly largest: number
  /** How many norms are raised. */
  readonly clamped: number
}

/**
 * The scale of filtered norms: raised to at least 1e-6 of their median, then divided by the smallest.
 * @param norms ĝ, finite and ≥ 0, shape `[n]`
 * @throws Problem `too-few-norms` where the median is 0
 */
export function normScale(norms: Float64Array): NormScale {
  const [smallest, largest] = extrema(norms)
  // The median is at most the largest: where even a millionth of that is not above the smallest, nothing is raised.
  if (smallest > 0 && largest <= smallest / floorFraction) return { lift: 1, floor: 0, divisor: smallest, largest, clamped: 0 }

  const middle = median(norms)
  if (middle === 0) throw new Problem('too-few-norms', 'The median of the filtered gradient norms is 0: most of them are zero.')
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
