import { median } from '../kernels/order-statistic.ts'
import {
  type Annealed,
  type FitCurve,
  type FitProblem,
  features,
  forOthers,
  keptAnnealed,
  leastDeviation,
  problemOf,
  scatterOf,
  unitsOf
} from './fit-problem.ts'
import type { LawUnits, LossLaw } from './laws/law.ts'
import { levenbergMarquardt, solveLinear } from './levenberg-marquardt.ts'
import { type RatePath, sumTo } from './rate-path.ts'

export { type FitCurve, unitsOf } from './fit-problem.ts'

/** A law with the parameters that fit some curves best. */
export interface FittedLaw {
  readonly law: LossLaw
  readonly units: LawUnits
  readonly L0: number
  readonly a: number
  /** ln of α, ρ and those of D. */
  readonly logs: Float64Array
  /** Root mean square of the residuals of the blocks. */
  readonly rmse: number
  /** Block median − law, shape `[b]` for each curve. */
  readonly residuals: readonly Float64Array[]
  /** Of (L₀, a, logs), row by row. */
  readonly covariance: readonly (readonly number[])[]
}

/** Huber's δ, in parts of the loss, and at least so many standard deviations. @see Luo et al., 2025. arXiv:2503.12811, δ = 1e-3 for ln L */
const huberPart = 1e-3
/** Rounds of reweighting; weights hardly change after the third. */
const reweightings = 4
/** Fits a law to curves together, each counting alike. @param curves each with at least one block, and a rate above 0 */
export function fitLaw(law: LossLaw, curves: readonly FitCurve[], units = unitsOf(curves), trust = forOthers): FittedLaw {
  const problem = problemOf(law, curves, units, trust)
  const n = problem.losses.length
  const annealed = keptAnnealed(problem)
  const weights = new Float64Array(n).fill(1)
  const least = leastDeviation(problem)
  let deviation = Math.max(least, scatterOf(curves, problem))
  let logs = bestStart(problem, annealed, weights, deviation)
  let linear = solveBase(problem, features(problem, annealed, logs), weights)
  for (let round = 0; round < reweightings; round++) {
    logs = levenbergMarquardt({
      start: logs,
      lower: Float64Array.from(law.parameters, ({ lower }) => Math.log(lower)),
      upper: Float64Array.from(law.parameters, ({ upper }) => Math.log(upper)),
      residuals: (x) => residualsAt(problem, annealed, x, weights, deviation)
    }).x
    const f = features(problem, annealed, logs)
    linear = solveBase(problem, f, weights)
    const relative = Float64Array.from(f, (value, i) => Math.abs((problem.losses[i]! - linear.L0 - linear.a * value) * problem.scale[i]!))
    deviation = Math.max(least, 1.4826 * median(relative))
    const delta = Math.max(huberPart, deviation)
    for (let i = 0; i < n; i++) weights[i] = Math.min(1, delta / relative[i]!)
  }
  const f = features(problem, annealed, logs)
  const { L0, a } = linear
  const all = Float64Array.from(f, (value, i) => problem.losses[i]! - L0 - a * value)
  return {
    law,
    units,
    L0,
    a,
    logs,
    rmse: rootMeanSquare(all),
    residuals: split(all, curves),
    covariance: covarianceOf(problem, annealed, { a, logs }, weights, deviation)
  }
}

/** The loss by a fitted law at steps of a path, shape `[n]`. */
export function lossBy(
  { law, units, L0, a, logs }: Pick<FittedLaw, 'law' | 'units' | 'L0' | 'a' | 'logs'>,
  path: RatePath,
  at: Float64Array
): Float64Array {
  const [alpha, rho] = [Math.exp(logs[0]!), Math.exp(logs[1]!)]
  const annealed = law.annealed(path, at, logs.subarray(2).map(Math.exp), units)
  return annealed.map((part, i) => L0 + a * ((sumTo(path, at[i]!) / units.sum) ** -alpha - rho * part))
}

/** L₀ and a by weighted least squares: a ≥ 0, and L₀ ≥ 0 where every loss is above 0. */
function solveBase({ losses, scale, share, isPositive }: FitProblem, f: Float64Array, weights: Float64Array): { L0: number; a: number } {
  let [w, wf, wff, wy, wfy] = [0, 0, 0, 0, 0]
  for (let i = 0; i < f.length; i++) {
    const weight = weights[i]! * (scale[i]! * share[i]!) ** 2
    const [value, loss] = [f[i]!, losses[i]!]
    w += weight
    wf += weight * value
    wff += weight * value * value
    wy += weight * loss
    wfy += weight * value * loss
  }
  const determinant = w * wff - wf * wf
  const a = determinant > 1e-12 * w * wff ? (w * wfy - wf * wy) / determinant : 0
  if (!(a > 0)) return { L0: wy / w, a: 0 }
  const L0 = (wy - a * wf) / w
  return L0 < 0 && isPositive ? { L0: 0, a: Math.max(0, wfy / wff) } : { L0, a }
}

/** In standard deviations: of the blocks, then of the parameters from their priors. */
function residualsAt(problem: FitProblem, annealed: Annealed, logs: Float64Array, weights: Float64Array, deviation: number): Float64Array {
  const { losses, scale, share, law } = problem
  const f = features(problem, annealed, logs)
  const { L0, a } = solveBase(problem, f, weights)
  const residuals = new Float64Array(losses.length + logs.length)
  for (let i = 0; i < losses.length; i++) {
    residuals[i] = ((losses[i]! - L0 - a * f[i]!) * scale[i]! * share[i]! * Math.sqrt(weights[i]!)) / deviation
  }
  for (let k = 0; k < logs.length; k++) residuals[losses.length + k] = fromPrior(law, k, logs[k]!)
  return residuals
}

const fromPrior = ({ parameters }: LossLaw, k: number, log: number): number => {
  const { median: middle, spread } = parameters[k]!.prior
  return (log - Math.log(middle)) / spread
}

/** Factors of the parameters of D that are tried besides the middle of the prior: their sums can have several minima. */
const startFactors = [1, 0.1, 10, 0.01, 0.001]

function bestStart(problem: FitProblem, annealed: Annealed, weights: Float64Array, deviation: number): Float64Array {
  const middle = Float64Array.from(problem.law.parameters, ({ prior }) => Math.log(prior.median))
  if (problem.law.parameters.slice(2).every(({ prior }) => prior.spread < 1)) return middle
  const starts = startFactors.map((factor) => middle.map((log, k) => (k < 2 ? log : log + Math.log(factor))))
  const squares = starts.map((start) => residualsAt(problem, annealed, start, weights, deviation).reduce((sum, r) => sum + r * r, 0))
  return starts[squares.indexOf(Math.min(...squares))]!
}

function covarianceOf(
  problem: FitProblem,
  annealed: Annealed,
  { a, logs }: { readonly a: number; readonly logs: Float64Array },
  weights: Float64Array,
  deviation: number
): number[][] {
  const { scale, share } = problem
  const f = features(problem, annealed, logs)
  const unit = scale.map((value, i) => (value * share[i]! * Math.sqrt(weights[i]!)) / deviation)
  const columns = [unit, unit.map((value, i) => value * f[i]!)]
  for (let k = 0; k < logs.length; k++) {
    const moved = logs.slice()
    moved[k]! += 1e-4
    const there = features(problem, annealed, moved)
    columns.push(unit.map((value, i) => (value * a * (there[i]! - f[i]!)) / 1e-4))
  }
  const size = columns.length
  // Scaled to a diagonal of 1 before it is inverted: L₀ and a have the unit of the loss, whatever that is.
  const precision = columns.map((one, i) =>
    columns.map((other, j) => dot(one, other) + (i === j && i >= 2 ? problem.law.parameters[i - 2]!.prior.spread ** -2 : 0))
  )
  const root = precision.map((row, i) => Math.sqrt(row[i]!) || 1)
  const even = precision.map((row, i) => row.map((value, j) => value / (root[i]! * root[j]!) + (i === j ? 1e-9 : 0)))
  const inverse = Array.from({ length: size }, (_, i) =>
    solveLinear(
      even,
      Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))
    )
  )
  return inverse.map((row, i) => Array.from({ length: size }, (_, j) => (row === null ? 0 : row[j]! / (root[i]! * root[j]!))))
}

function split(values: Float64Array, curves: readonly FitCurve[]): Float64Array[] {
  let offset = 0
  return curves.map(({ blocks }) => {
    offset += blocks.losses.length
    return values.slice(offset - blocks.losses.length, offset)
  })
}

const rootMeanSquare = (values: Float64Array): number => Math.sqrt(dot(values, values) / values.length)

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
