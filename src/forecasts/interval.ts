import { isDecaySeen } from './choose-law.ts'
import { type FitCurve, type FittedLaw, fitLaw, lossBy } from './fit-law.ts'
import { pathTo, type RatePath, sumTo } from './rate-path.ts'

/** Where 90 of 100 losses lie. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** z with P(|Z| ≤ z) = 0.9 for a normal Z. */
const normal = 1.645
/** Error that a law makes on another schedule, in parts of the range of the losses. */
export const lawError = 0.01
/** How much that grows with ln of the sum of rates, beyond the largest that was fitted. */
const farther = 2
/** How much surer than it is a prior looks that no curve has tested. */
const untested = 1.5

/** What is known of how far a law errs, besides its parameters. */
export interface Errors {
  /** Of a block median around the law. */
  readonly noise: number
  /** Of a law on another schedule. */
  readonly discrepancy: number
  /** At the ends of curves that were left out in turn; null for a single curve. */
  readonly leftOut: number | null
  /** Factor of the deviation by the parameters: above 1 where priors alone say what a decay gives. */
  readonly byPriors: number
  /** The least a loss can be. */
  readonly least: number
}

export function errorsOf(fit: FittedLaw, curves: readonly FitCurve[]): Errors {
  const losses = curves.flatMap(({ blocks }) => [...blocks.losses])
  const [low, high] = losses.reduce(([a, b], loss) => [Math.min(a, loss), Math.max(b, loss)], [Infinity, -Infinity] as [number, number])
  return {
    noise: Math.max(...curves.map(({ blocks }) => blocks.scatter)),
    discrepancy: lawError * (high - low),
    leftOut: curves.length > 1 ? leaveOneOut(fit, curves) : null,
    byPriors: isDecaySeen(curves) ? 1 : untested,
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
  // Beyond the largest sum of rates that was fitted a law errs more, the farther the more.
  const discrepancy = errors.discrepancy * (1 + farther * Math.max(0, Math.log(sumTo(path, step) / fit.units.sum)))
  const variance =
    errors.byPriors ** 2 * parameterVariance(fit, until, at) + spread + errors.noise ** 2 + discrepancy ** 2 + (errors.leftOut ?? 0) ** 2
  const half = normal * Math.sqrt(variance)
  return { loss, interval: { low: Math.max(errors.least, loss - half), high: loss + half } }
}

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
