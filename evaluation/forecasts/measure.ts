import { type ForecastLoss, forecaster, type LawChoice } from '../../src/forecasts/forecaster.ts'
import { mean } from '../tuning/statistics.ts'
import type { CurveFamily, NamedCurve } from './read-curves.ts'

export const laws = ['auto', 'annealing-momentum', 'multi-power', 'bound-power'] as const satisfies readonly LawChoice[]

/** How one law, fitted to some curves of a family, forecasts the others. */
export interface FitMeasure {
  family: string
  fit: string
  law: LawChoice
  identified: boolean
  /** Of each curve that was not fitted: root mean square of forecast − loss after the first tenth, in nats. */
  rmse: number[]
  /** Of each curve that was not fitted: forecast − loss at its end. */
  endErrors: number[]
  /** Ends that lie in the interval of 90 %. */
  covered: boolean[]
  /** Of the pairs of ranked schedules that differ: those in the right order, and all. */
  pairs: { right: number; all: number }
  /** What the schedule that the law takes for the best ends above the best. */
  regret: number
}

/** How the end of a run is forecast from its first part. */
export interface OwnEnd {
  family: string
  run: string
  law: LawChoice
  /** The part of the steps that was seen. */
  seen: number
  error: number
  covered: boolean
  /** What the loss still has to fall: the error of whoever takes the last loss for the end. */
  toFall: number
}

export interface ForecastResults {
  source: 'here' | 'published'
  families: string[]
  fits: FitMeasure[]
  ownEnds: OwnEnd[]
}

/** The end of a curve: the mean of its last twentieth. */
const endPart = 0.05
const endOf = (values: Float64Array): number => mean([...values.subarray(values.length - Math.max(8, Math.round(endPart * values.length)))])

const windows = (values: Float64Array, width: number): number[] => {
  const count = Math.floor(values.length / width)
  return Array.from({ length: count }, (_, k) => mean([...values.subarray(k * width, (k + 1) * width)]))
}

function rmse(curve: NamedCurve, forecast: Float64Array, width: number): number {
  const from = curve.steps.findIndex((step) => step >= 0.1 * curve.steps.at(-1)!)
  const [f, l] = [windows(forecast.subarray(from), width), windows(curve.losses.subarray(from), width)]
  return Math.sqrt(mean(f.map((value, k) => (value - l[k]!) ** 2)))
}

/** Whether the end lies in the interval, which is of a loss at a step: it is moved by what the end of the curve is above the last step. */
function isCovered({ loss, interval }: ForecastLoss, forecast: Float64Array, end: number): boolean {
  const shift = endOf(forecast) - loss
  return end >= interval.low + shift && end <= interval.high + shift
}

function measureFit(family: CurveFamily, fit: string, law: LawChoice): FitMeasure {
  const { curves, fits, ranked, window, equal } = family
  const fitted = curves.filter(({ name }) => fits[fit]!.includes(name))
  const fittedLaw = forecaster(fitted, law)
  const forecasts = new Map(curves.map((curve) => [curve.name, fittedLaw.losses(curve.path, curve.steps)]))
  const held = curves.filter((curve) => !fitted.includes(curve))
  const ends = held.map((curve) => endOf(curve.losses))
  const byName = (name: string) => curves.find((curve) => curve.name === name)!
  const truth = ranked.map((name) => endOf(byName(name).losses))
  const forecast = ranked.map((name) => endOf(forecasts.get(name)!))
  const pairs = { right: 0, all: 0 }
  for (let i = 0; i < ranked.length; i++) {
    for (let j = 0; j < i; j++) {
      if (Math.abs(truth[i]! - truth[j]!) < equal) continue
      pairs.all++
      if ((truth[i]! - truth[j]!) * (forecast[i]! - forecast[j]!) > 0) pairs.right++
    }
  }
  return {
    family: family.id,
    fit,
    law,
    identified: fittedLaw.identified,
    rmse: held.map((curve) => rmse(curve, forecasts.get(curve.name)!, window)),
    endErrors: held.map((curve, k) => endOf(forecasts.get(curve.name)!) - ends[k]!),
    covered: held.map((curve, k) => isCovered(fittedLaw.at(curve.path, curve.steps.at(-1)!), forecasts.get(curve.name)!, ends[k]!)),
    pairs,
    regret: truth[forecast.indexOf(Math.min(...forecast))]! - Math.min(...truth)
  }
}

function measureOwnEnd(family: CurveFamily, run: string, law: LawChoice, seen: number): OwnEnd {
  const curve = family.curves.find(({ name }) => name === run)!
  const count = curve.steps.findIndex((step) => step >= seen * curve.steps.at(-1)!)
  const beginning = { ...curve, steps: curve.steps.slice(0, count), losses: curve.losses.slice(0, count) }
  const fitted = forecaster([beginning], law)
  const last = curve.steps.at(-1)!
  const own = fitted.onItself(curve.path, last)
  const moved = own.loss - fitted.at(curve.path, last).loss
  const forecast = fitted.losses(curve.path, curve.steps).map((loss) => loss + moved)
  const end = endOf(curve.losses)
  return {
    family: family.id,
    run,
    law,
    seen,
    error: endOf(forecast) - end,
    covered: isCovered(own, forecast, end),
    toFall: endOf(beginning.losses) - end
  }
}

export const seenParts = [0.4, 0.6]

/** Measures every law on every fit of every family, and on the ends of runs that are under way. */
export function measureForecasts(source: ForecastResults['source'], families: readonly CurveFamily[]): ForecastResults {
  return {
    source,
    families: families.map(({ id }) => id),
    fits: families.flatMap((family) => Object.keys(family.fits).flatMap((fit) => laws.map((law) => measureFit(family, fit, law)))),
    ownEnds: families.flatMap((family) =>
      family.own.flatMap((run) => seenParts.flatMap((seen) => laws.map((law) => measureOwnEnd(family, run, law, seen))))
    )
  }
}
