import { type BlockCounts, blockMedians, type LossPoints } from './block-medians.ts'
import { chosenLaw, isDecaySeen } from './choose-law.ts'
import { type FitCurve, type FittedLaw, fitLaw, lossBy, unitsOf } from './fit-law.ts'
import { forItself, forOthers } from './fit-problem.ts'
import { type Errors, errorsOf, type Interval, lossWithInterval } from './interval.ts'
import { lossLaws } from './laws/index.ts'
import type { LossLaw } from './laws/law.ts'
import { multiPower } from './laws/multi-power.ts'
import { pathTo, type RatePath } from './rate-path.ts'

/** The losses of a run and the rates that it used, or will use. */
export interface LossCurve extends LossPoints {
  readonly path: RatePath
}

export type LawChoice = 'auto' | (typeof lossLaws)[number]['name']

/** A loss with the interval that holds it in 90 of 100 cases. */
export interface ForecastLoss {
  readonly loss: number
  readonly interval: Interval
}

/** A loss of the run itself, with the laws that it is by. */
export interface OwnLoss extends ForecastLoss {
  readonly laws: readonly string[]
}

/** A law fitted to curves: what any schedule would give. */
export interface Forecaster {
  readonly fit: FittedLaw
  /** Parameters as the paper writes them. */
  readonly parameters: Readonly<Record<string, number>>
  /** Whether a decay was seen; else the effect of annealing is that of the priors. */
  readonly identified: boolean
  readonly counts: readonly BlockCounts[]
  readonly errors: Errors
  /** The loss at a step of a path, with its interval. */
  at(path: RatePath, step: number): ForecastLoss
  /** The same where the path is that of the only curve, which goes on. */
  onItself(path: RatePath, step: number): OwnLoss
  /** The losses at ascending steps, shape `[n]`, without intervals. */
  losses(path: RatePath, at: Float64Array): Float64Array
}

/** Fewest blocks of all curves together: there are up to five parameters. */
export const blocksMin = 8

/** A curve as it is fitted: its block medians. */
export const fitCurve = (curve: LossCurve): FitCurve => ({ blocks: blockMedians(curve, curve.path), path: curve.path })

/**
 * Fits a law to curves together.
 * @param curves with `blocksMin` blocks together, and a rate above 0 in each
 */
export function forecaster(curves: readonly LossCurve[], choice: LawChoice = 'auto'): Forecaster {
  const all = curves.map(fitCurve)
  const fitted = all.filter(({ blocks }) => blocks.steps.length > 0)
  const law: LossLaw = choice === 'auto' ? chosenLaw(fitted) : lossLaws.find(({ name }) => name === choice)!
  const units = unitsOf(fitted)
  const fit = fitLaw(law, fitted, units)
  const others = lossLaws.filter((other) => other !== law).map((other) => fitLaw(other, fitted, units))
  const errors = errorsOf(fit, fitted)
  const [alpha, rho] = [Math.exp(fit.logs[0]!), Math.exp(fit.logs[1]!)]
  return {
    fit,
    parameters: law.published({ L0: fit.L0, a: fit.a, alpha, rho, own: fit.logs.slice(2).map(Math.exp) }, units),
    identified: isDecaySeen(fitted),
    counts: all.map(({ blocks }) => blocks.counts),
    errors,
    at: (path, step) => lossWithInterval(fit, others, errors, path, step),
    onItself: ownEnd(fitted, choice, errors, (path, step) => ({
      ...lossWithInterval(fit, others, errors, path, step),
      laws: [law.name]
    })),
    losses: (path, at) => lossBy(fit, path, at)
  }
}

/** Up to this part of a run little is known of its own course; from the second on all that it needs. */
const [unknownPart, knownPart] = [0.5, 0.6]

/**
 * The rest of a run by its own course, with `auto` and a decay seen. Up to half of the run by `multi-power` as for another schedule, which was
 * nearest on runs that were cut; from 60 % on by the median of the three laws, each fitted closely to the run, of which two err to either side;
 * between them a mean. Else as any other schedule.
 */
function ownEnd(curves: readonly FitCurve[], choice: LawChoice, { least }: Errors, at: Forecaster['onItself']): Forecaster['onItself'] {
  const only = curves[0]!
  if (choice !== 'auto' || curves.length > 1 || !isDecaySeen(curves)) return at
  const units = unitsOf(curves)
  let early: FittedLaw | undefined
  let close: readonly FittedLaw[] | undefined
  return (path, step) => {
    const known = (only.blocks.steps.at(-1)! / step - unknownPart) / (knownPart - unknownPart)
    const weight = Math.min(1, Math.max(0, known))
    const until = pathTo(path, step)
    const lossOf = (fit: FittedLaw): number => lossBy(fit, until, Float64Array.of(step))[0]!
    early ??= fitLaw(multiPower, curves, units, forOthers)
    const first = lossOf(early)
    if (weight > 0) close ??= lossLaws.map((law) => fitLaw(law, curves, units, forItself))
    const second = close === undefined ? first : middleOf(close.map(lossOf))
    const loss = first + weight * (second - first)
    const { interval, loss: other } = at(path, step)
    const half = Math.hypot(interval.high - other, (weight * (second - first)) / 2)
    const laws = weight > 0 ? lossLaws.map(({ name }) => name) : [multiPower.name]
    return { loss, interval: { low: Math.max(least, loss - half), high: loss + half }, laws }
  }
}

/** Of an odd number of values, of any sign. */
const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
