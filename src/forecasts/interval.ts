import { decaySeen } from './choose-law.ts'
import { type FitCurve, type FittedLaw, fitLaw, lossBy } from './fit-law.ts'
import { pathTo, type RatePath, rateAt, sumTo } from './rate-path.ts'

/** Where 90 of 100 losses lie. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** z with P(|Z| ≤ z) = 0.9 for a normal Z. */
const normal = 1.645
/** Error that a law makes on another schedule, in parts of the range of the losses. */
export const lawError = 0.01
/** Error beyond the largest sum of rates that was fitted, in parts of the fall that the law expects from there on. */
const fallError = 0.5
/**
 * Deviation of what a decay to 0 gives where none was seen, in parts of the range of the losses. From it, constant runs of the models that
 * evaluation/forecasts trains have 88 % of the ends of other schedules in their intervals.
 */
const gainError = 0.18

/** What is known of how far a law errs, besides its parameters. */
export interface Errors {
  /** Of a block median around the law. */
  readonly noise: number
  /** Of a law on another schedule. */
  readonly discrepancy: number
  /** At the ends of curves that were left out in turn; null for a single curve. */
  readonly leftOut: number | null
  /** Between the largest and the least block median. */
  readonly range: number
  /** The deepest decay that was seen, in parts of the peak. */
  readonly decay: number
  /** The least a loss can be. */
  readonly least: number
}

export function errorsOf(fit: FittedLaw, curves: readonly FitCurve[]): Errors {
  const losses = curves.flatMap(({ blocks }) => [...blocks.losses])
  const [low, high] = losses.reduce(([a, b], loss) => [Math.min(a, loss), Math.max(b, loss)], [Infinity, -Infinity] as [number, number])
  return {
    noise: Math.max(...curves.map(({ blocks }) => blocks.scatter)),
    discrepancy: lawError * (high - low),
    leftOut: curves.length > 1 ? leaveOneOut(fit, curves) * ofFew(curves.length) : null,
    range: high - low,
    decay: decaySeen(curves),
    least: low > 0 ? 0 : Number.NEGATIVE_INFINITY
  }
}

/** Root mean square of the errors at the last tenth of each curve, by a fit to the others. */
function leaveOneOut({ law, units }: FittedLaw, curves: readonly FitCurve[]): number {
  let squares = 0
  for (const [k, { blocks, path }] of curves.entries()) {
    const others = fitLaw(
      law,
      curves.filter((_, i) => i !== k),
      units
    )
    const from = Math.floor(0.9 * blocks.steps.length)
    const losses = lossBy(others, path, blocks.steps.subarray(from))
    const error = losses.reduce((sum, loss, i) => sum + loss - blocks.losses[from + i]!, 0) / losses.length
    squares += error * error
  }
  return Math.sqrt(squares / curves.length)
}

/** The loss at one step of a path with its interval. @param others fits of the other laws to the same curves */
export function lossWithInterval(
  fit: FittedLaw,
  others: readonly FittedLaw[],
  errors: Errors,
  path: RatePath,
  step: number
): { readonly loss: number; readonly interval: Interval } {
  const at = Float64Array.of(step)
  const until = pathTo(path, step)
  const loss = lossBy(fit, until, at)[0]!
  const spread = others.reduce((sum, other) => sum + (lossBy(other, until, at)[0]! - loss) ** 2, 0) / Math.max(1, others.length)
  const beyond = fallError * fallBeyond(fit, sumTo(path, step))
  const unseen = gainError * errors.range * unseenDecay(1 - rateAt(until, step) / until.peak, errors.decay)
  const parts = [errors.noise, errors.discrepancy, errors.leftOut ?? 0, beyond, unseen]
  const variance = parts.reduce((sum, part) => sum + part * part, parameterVariance(fit, until, at) + spread)
  const half = normal * Math.sqrt(variance)
  return { loss, interval: { low: Math.max(errors.least, loss - half), high: loss + half } }
}

/** a·(1 − (S/S_ref)^−α): how far the law falls after the largest sum of rates that was fitted. */
const fallBeyond = ({ a, units, logs }: FittedLaw, sum: number): number => a * (1 - Math.max(1, sum / units.sum) ** -Math.exp(logs[0]!))

/** The part of a decay that no curve has shown. It shrinks fast: half of a decay tells nearly all of what the whole one gives. */
const unseenDecay = (depth: number, seen: number): number => (depth > seen ? depth * (1 - seen / depth) ** 3 : 0)

/**
 * A deviation found from n errors bounds less than a known one: the quantile of Student's t over that of the normal distribution.
 * @see Abramowitz, Stegun, Handbook of Mathematical Functions, 1964, 26.7.5
 */
const ofFew = (n: number): number => 1 + (normal ** 2 + 1) / (4 * n) + (5 * normal ** 4 + 16 * normal ** 2 + 3) / (96 * n * n)

/** By the delta method. */
function parameterVariance(fit: FittedLaw, path: RatePath, at: Float64Array): number {
  const loss = lossBy(fit, path, at)[0]!
  const gradient = [1, fit.a > 0 ? (loss - fit.L0) / fit.a : 0]
  for (let k = 0; k < fit.logs.length; k++) {
    const logs = fit.logs.slice()
    logs[k]! += 1e-4
    gradient.push((lossBy({ ...fit, logs }, path, at)[0]! - loss) / 1e-4)
  }
  let variance = 0
  for (const [i, row] of fit.covariance.entries()) for (const [j, value] of row.entries()) variance += gradient[i]! * value * gradient[j]!
  return Math.max(0, variance)
}
