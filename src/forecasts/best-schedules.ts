import { findScheduleRule, type RuleCandidate } from '../schedules/index.ts'
import { cooldownShapes } from '../schedules/parts/cooldown-shapes.ts'
import type { Forecaster, ForecastLoss } from './forecaster.ts'
import { noiseTerms } from './laws/bound-power.ts'
import { type RatePath, schedulePath, sumTo } from './rate-path.ts'

/** What is searched: over so many steps, at one peak, after a warm-up. */
export interface SearchSpace {
  readonly steps: number
  readonly peakLearningRate: number
  /** Steps of the warm-up. */
  readonly warmup: number
}

/** A schedule of the search with what it gives. */
export interface FoundSchedule {
  readonly rule: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly forecast: ForecastLoss
  readonly path: RatePath
}

export interface BestSchedules {
  readonly tried: number
  /** The best of each shape by the forecast of its end at the given peak; of these the three best. */
  readonly atPeak: readonly FoundSchedule[]
  /** Three by the general bound, each at its own best peak: `ratio` is to the least bound. */
  readonly atOwnPeak: readonly { readonly rule: string; readonly parameters: Readonly<Record<string, unknown>>; readonly ratio: number }[]
}

const cooldowns = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1]
const floors = [0, 0.03, 0.1, 0.2]
const bestCount = 3

/** Every shape of `wsd`, with its cooldowns and floors; cosine over the whole beside them. */
export const searchedRules = (): RuleCandidate[] => [
  ...cooldownShapes.flatMap((shape) =>
    floors.flatMap((final) => cooldowns.map((cooldown) => ({ rule: 'wsd', parameters: { cooldown, shape, final } })))
  ),
  ...floors.map((final) => ({ rule: 'cosine', parameters: { final } }))
]

/** Searches for schedules with the least loss at the end. A few thousandths of a second for each hundred. */
export function bestSchedules({ fit, at, losses }: Forecaster, { steps, peakLearningRate, warmup }: SearchSpace): BestSchedules {
  const last = Float64Array.of(steps - 1)
  const tried = searchedRules().map((base) => {
    const candidate = warmup > 0 ? { rule: 'warmup', parameters: { length: warmup, of: base } } : base
    const path = schedulePath(
      findScheduleRule(candidate.rule)!.multiplier(steps, withShape(candidate.parameters!)),
      steps,
      peakLearningRate
    )
    const noise = noiseTerms(path, steps - 1)
    return { ...candidate, base, path, loss: losses(path, last)[0]!, bound: Math.sqrt(noise / sumTo(path, steps - 1)) }
  })
  const best = byShape(tried, ({ loss }) => loss).map(({ rule, parameters, path }) => ({
    rule,
    parameters: parameters as Record<string, unknown>,
    forecast: at(path, steps - 1),
    path
  }))
  const bounds = byShape(tried, ({ bound }) => bound)
  return {
    tried: fit.a > 0 ? tried.length : 0,
    atPeak: best,
    atOwnPeak: bounds.map(({ rule, parameters, bound }) => ({
      rule,
      parameters: parameters as Record<string, unknown>,
      ratio: bound / bounds[0]!.bound
    }))
  }
}

/** A warm-up has its shape by default where the schema does not fill it in. */
const withShape = (parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  'of' in parameters ? { shape: 'linear', ...parameters } : parameters

/** The best of each shape, the best of them first. */
function byShape<Tried extends { readonly base: RuleCandidate }>(tried: readonly Tried[], by: (one: Tried) => number): Tried[] {
  const best = new Map<string, Tried>()
  for (const one of tried) {
    const shape = String(one.base.parameters?.shape ?? one.base.rule)
    const before = best.get(shape)
    if (before === undefined || by(one) < by(before)) best.set(shape, one)
  }
  return [...best.values()].sort((a, b) => by(a) - by(b)).slice(0, bestCount)
}
