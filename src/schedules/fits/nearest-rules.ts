import { findScheduleRule, type RuleCandidate, scheduleRules } from '../index.ts'
import { fitCosine, fitExponential, fitLinear, fitPolynomial, fitPolynomialToZero } from './decay.ts'
import type { Fitter, Nearest } from './fitter.ts'
import { type Curve, sampled, squaredError } from './sampled-curve.ts'
import { placesAround } from './search-places.ts'
import { fitStepwise, fitUsualSteps } from './stepwise.ts'
import { firstPeak, fitAfterRamp, fitWarmup, rampPlaces } from './warmup.ts'
import { fitWsd } from './wsd.ts'

/** The fitter of a rule without parameters: only measures the error. */
const withoutParameters =
  (name: string): Fitter =>
  (curve) => {
    const multiplier = findScheduleRule(name)?.multiplier(curve.n, {}) ?? (() => 1)
    return { parameters: {}, error: squaredError(curve, multiplier) }
  }

const bases: Readonly<Record<string, Fitter>> = {
  flat: withoutParameters('flat'),
  inverse: withoutParameters('inverse'),
  'inverse-sqrt': withoutParameters('inverse-sqrt'),
  linear: fitLinear,
  cosine: fitCosine,
  polynomial: fitPolynomial,
  exponential: fitExponential,
  stepwise: fitStepwise,
  wsd: fitWsd
}

/** Every rule that can be fitted, by name. */
const fitters: Readonly<Record<string, Fitter>> = { ...bases, warmup: fitWarmup({ ...bases, stepwise: fitUsualSteps }) }

/** The rules that a schedule is compared with by default, in the order of the registry. */
export const fittableRules: readonly string[] = scheduleRules.map(({ name }) => name).filter((name) => name in fitters)

/**
 * Sampled steps per round. The first round searches everywhere, later rounds near the last result. A rule after a ramp nests one search in
 * another, so it gets fewer samples.
 */
const rounds = [256, 1024, 4096]
const roundsAfterRamp = [128, 512, 2048]

/**
 * The sampled curve of each round, up to the first with every step, and the precision of positions. Before the last round that precision is
 * about the distance of the samples.
 */
function* curvesOf(multipliers: Float64Array, counts: readonly number[]): Generator<{ curve: Curve; gap: number }> {
  const n = multipliers.length
  for (const [k, samples] of counts.entries()) {
    const isLast = n <= samples || k === counts.length - 1
    yield { curve: sampled(multipliers, samples), gap: isLast ? 1 : Math.max(1.5, n / samples / 2) }
    if (isLast) return
  }
}

/** Further rounds cannot improve the fit. */
const isExact = ({ error }: Nearest, { values }: Curve): boolean => error <= 1e-20 * values.length

/** The parameters of a rule with the least squared error, as a candidate. */
export function nearestOf(name: string, multipliers: Float64Array): RuleCandidate {
  const fitter = fitters[name]!
  let nearest: Nearest | undefined
  for (const { curve, gap } of curvesOf(multipliers, name === 'warmup' ? roundsAfterRamp : rounds)) {
    nearest = fitter(curve, nearest?.parameters, gap)
    if (isExact(nearest, curve)) break
  }
  return { rule: name, parameters: nearest?.parameters }
}

/** The nearest warm-up with polynomial decay to 0, as a candidate, and the length of its ramp in steps. */
export function nearestWarmupPolynomial(multipliers: Float64Array): { L: number; power: number; candidate: RuleCandidate } {
  let nearest: (Nearest & { L: number }) | null = null
  for (const { curve, gap } of curvesOf(multipliers, rounds)) {
    const ends: number[] = nearest === null ? rampPlaces(curve, 'linear', firstPeak(curve)) : placesAround(nearest.L, curve)
    nearest = fitAfterRamp(curve, 'linear', fitPolynomialToZero, ends, nearest?.parameters, gap)
    if (isExact(nearest, curve)) break
  }
  const { L, parameters } = nearest as Nearest & { L: number }
  return {
    L,
    power: parameters.power as number,
    candidate: { rule: 'warmup', parameters: { length: L / multipliers.length, of: { rule: 'polynomial', parameters } } }
  }
}
