import type { LoggedRates } from './logged-rates.ts'
import type { Curve, MeantSchedule } from './meant-schedule.ts'

/**
 * How rates may have come about: at step t the trainer used scale · peak · curve(slope·t + intercept). The schedule as it was meant has
 * scale 1, slope 1 and intercept 0.
 */
export interface Explanation {
  readonly curve: Curve
  readonly slope: number
  readonly intercept: number
  readonly scale: number
  /** The rate stays as it is at every step. */
  readonly held?: number
}

/** From where on an explanation is asked for, and what is known until there. */
export interface Place {
  readonly rates: LoggedRates
  readonly meant: MeantSchedule
  /** The index of the first point that is to be explained. */
  readonly from: number
  /** What explains the points before it; the schedule as it was meant at the first. */
  readonly before: Explanation
}

export const asMeant = (meant: MeantSchedule): Explanation => ({ curve: meant, slope: 1, intercept: 0, scale: 1 })

/** Where in its curve an explanation is at a step. */
export const positionAt = ({ slope, intercept }: Explanation, step: number): number => slope * step + intercept

/**
 * The points that an explanation fits, from one on: up to the first whose rate it could not have at its step, nor at the steps beside it.
 * Trainers count from 0 or 1 and log before the scheduler moves or after, so a step more or less is no difference.
 * @param isExact without the steps beside
 * @returns the index of the first point that does not fit, and the mean error of those before it
 */
export function reachOf(
  { rates, meant }: Pick<Place, 'rates' | 'meant'>,
  { curve, slope, intercept, scale, held }: Explanation,
  from: number,
  isExact = false
): { to: number; error: number } {
  const { values, steps, least, relative, count } = rates
  const peak = scale * meant.peakLearningRate
  const beside = Math.max(1, slope)
  const uneven = steps instanceof Float64Array ? steps : null
  const [first, stride] = steps instanceof Float64Array ? [0, 1] : [steps.first, steps.stride]
  let sum = 0
  let i = from
  for (; i < count; i++) {
    const rate = values[i]!
    const position = slope * (uneven === null ? first + i * stride : uneven[i]!) + intercept
    const expected = held ?? peak * curve.at(position)
    const error = Math.abs(rate - expected)
    sum += error
    const tolerance = Math.max(least, relative * rate)
    if (error <= tolerance) continue
    if (isExact || held !== undefined) break
    const [before, after] = [peak * valueBefore(curve, position - beside), peak * curve.at(position + beside)]
    const low = Math.min(before, expected, after) - tolerance
    const high = Math.max(before, expected, after) + tolerance
    if (rate < low || rate > high) break
  }
  return { to: i, error: sum / Math.max(1, i - from) }
}

/** The multiplier at a position that may be before the first step: a rise begins at 0 in Transformers and optax, a step before ours. */
const valueBefore = (curve: Curve, position: number): number =>
  position >= 0 || curve.peak === 0 ? curve.at(position) : curve.at(0) * (1 + Math.max(-1, position))

/** Points to try an explanation by: the nearest, those at growing distances, and some spread over the rest. */
export function probes({ rates, from }: Pick<Place, 'rates' | 'from'>): number[] {
  const left = rates.count - from
  const found = new Set<number>([0, left - 1])
  for (let distance = 1; distance < left; distance *= 4) found.add(distance)
  for (let part = 1; part < 8; part++) found.add(Math.floor((left * part) / 8))
  return [...found].sort((a, b) => a - b).map((distance) => from + distance)
}
