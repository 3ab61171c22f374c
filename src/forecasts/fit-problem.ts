import { median } from '../kernels/order-statistic.ts'
import type { BlockMedians } from './block-medians.ts'
import type { LawUnits, LossLaw } from './laws/law.ts'
import { type RatePath, sumTo } from './rate-path.ts'

/** A curve to fit: block medians of its losses, and its rates. */
export interface FitCurve {
  readonly blocks: BlockMedians
  readonly path: RatePath
}

/** How far data stand before priors. */
export interface Trust {
  /** Blocks of a curve err together, since no law is exact: a curve counts for no more than so many independent ones. */
  readonly independent: number
  /** For the same reason residuals are never taken for smaller than this part of the range of the losses. */
  readonly discrepancy: number
}

/** For other schedules, where a law errs more than on the curve that it was fitted to. */
export const forOthers: Trust = { independent: 4, discrepancy: 5e-3 }
/** For the rest of the same run. */
export const forItself: Trust = { independent: 100, discrepancy: 1e-5 }

/** What does not change while a law is fitted. */
export interface FitProblem {
  readonly law: LossLaw
  readonly curves: readonly FitCurve[]
  readonly units: LawUnits
  /** Of all curves, one after another, shape `[b]`. */
  readonly losses: Float64Array
  readonly sums: Float64Array
  /** 1 over the size of a loss, times the root of the share of its block in the fit. */
  readonly scale: Float64Array
  readonly share: Float64Array
  readonly isPositive: boolean
  readonly trust: Trust
}

/** The sums and rates that parameters are measured in. */
export function unitsOf(curves: readonly FitCurve[]): LawUnits {
  let [sum, rate, steps] = [0, 0, 1]
  for (const { blocks, path } of curves) {
    sum = Math.max(sum, sumTo(path, blocks.steps.at(-1)!))
    rate = Math.max(rate, path.peak)
    steps = Math.max(steps, blocks.steps.at(-1)!)
  }
  return { sum, rate, steps }
}

/** Residuals are relative, as of ln L, where the least loss is no smaller part of the largest. */
const rangeOfRelative = 1e-3

export function problemOf(law: LossLaw, curves: readonly FitCurve[], units: LawUnits, trust: Trust): FitProblem {
  const losses = Float64Array.from(curves.flatMap(({ blocks }) => [...blocks.losses]))
  const largest = losses.reduce((a, b) => Math.max(a, Math.abs(b)), 0) || 1
  const isPositive = losses.every((loss) => loss > 0)
  const isRelative = losses.every((loss) => loss > largest * rangeOfRelative)
  const sums = Float64Array.from(curves.flatMap(({ blocks, path }) => Array.from(blocks.steps, (step) => sumTo(path, step) / units.sum)))
  const share = Float64Array.from(
    curves.flatMap(({ blocks: { steps } }) => Array.from(steps, () => Math.sqrt(Math.min(trust.independent, steps.length) / steps.length)))
  )
  return { law, curves, units, losses, sums, scale: losses.map((loss) => 1 / (isRelative ? loss : largest)), share, isPositive, trust }
}

/** D of every block by the parameters of D; kept, since differences by α and ρ leave them as they are. */
export type Annealed = (own: Float64Array) => Float64Array

export function keptAnnealed({ law, curves, units, losses }: FitProblem): Annealed {
  const kept: { own: Float64Array; values: Float64Array }[] = []
  return (own) => {
    const before = kept.find((one) => one.own.every((value, i) => value === own[i]))
    if (before !== undefined) return before.values
    const values = new Float64Array(losses.length)
    let offset = 0
    for (const { blocks, path } of curves) {
      values.set(law.annealed(path, blocks.steps, own, units), offset)
      offset += blocks.steps.length
    }
    kept.unshift({ own, values })
    if (kept.length > 3) kept.pop()
    return values
  }
}

/** (S/S_ref)^−α − ρ·D of every block. */
export function features({ sums }: FitProblem, annealed: Annealed, logs: Float64Array): Float64Array {
  const [alpha, rho] = [Math.exp(logs[0]!), Math.exp(logs[1]!)]
  const parts = annealed(logs.slice(2).map(Math.exp))
  return parts.map((part, i) => sums[i]! ** -alpha - rho * part)
}

/** Relative, as residuals are. */
export function leastDeviation({ losses, scale, trust }: FitProblem): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const loss of losses) {
    low = Math.min(low, loss)
    high = Math.max(high, loss)
  }
  return Math.max(1e-9, trust.discrepancy * (high - low) * median(scale))
}

export function scatterOf(curves: readonly FitCurve[], { scale }: FitProblem): number {
  const typical = median(scale)
  return Math.max(...curves.map(({ blocks }) => blocks.scatter * typical))
}
