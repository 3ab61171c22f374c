import type { ForecastWarning } from '../domain/warning-codes.ts'
import type { Forecaster, LossCurve } from './forecaster.ts'
import { type RatePath, rateAt, sumTo } from './rate-path.ts'

/** A schedule that is forecast: its rates over so many steps. */
export interface NamedPath {
  readonly name: string
  readonly steps: number
  readonly path: RatePath
}

export interface Warning {
  readonly code: ForecastWarning
  readonly detail: string
}

/** A rate is beyond those seen from so much of it on. */
const beyond = 1.05
/** A sum of rates is beyond those seen from so many times it on. */
const farSum = 2
/** Who has seen a decay to this share of the peak has seen the whole of one: what is left moves no law. */
const decayed = 0.01
/** A law misses losses where it is off by this part of their range, and so many times their scatter. */
const [poorPart, poorScatters] = [0.05, 3]
/** Share of points that are not finite from which on it is said. */
const lostShare = 0.01

/** What makes forecasts less sure than they look. */
export function forecastWarnings(found: Forecaster, curves: readonly LossCurve[], named: readonly NamedPath[]): Warning[] {
  const warnings: Warning[] = []
  if (!found.identified) {
    const parts = found.fit.law.parameters
      .filter(({ name }) => name !== 'alpha')
      .map(({ name, prior }) => `${name} ${prior.median} (${prior.source})`)
    const detail = `No decay of the rate was seen, so what one gives is known from priors alone: ${parts.join(', ')}. The intervals are wide for that reason.`
    warnings.push({ code: 'no-decay', detail })
  }
  if (found.fit.a === 0) {
    warnings.push({
      code: 'no-fall',
      detail: 'The losses do not fall with the sum of rates: no law holds, and the forecast is their mean.'
    })
  }
  const { rmse } = found.fit
  if (found.fit.a > 0 && rmse > poorPart * found.errors.range && rmse > poorScatters * found.errors.noise) {
    const how = `The law misses the logged losses by ${short(rmse)} (rmse), where they scatter by ${short(found.errors.noise)}`
    const why =
      curves.length > 1 ? 'the runs may be of other models, data or batch sizes, or their peaks too far apart' : 'no law holds here'
    warnings.push({ code: 'poor-fit', detail: `${how}: ${why}.` })
  }
  for (const [k, { received, nonFinite }] of found.counts.entries()) {
    if (nonFinite > lostShare * received) {
      warnings.push({
        code: 'non-finite',
        detail: `Of curve ${k + 1}, ${nonFinite} of ${received} losses are not finite, and were left out.`
      })
    }
  }
  const seen = rangeOf(curves.map(({ path, steps }) => ({ path, steps: (steps.at(-1) ?? 0) + 1 })))
  for (const { name, path, steps } of named) {
    const own = rangeOf([{ path, steps }])
    const parts = [
      ...(own.peak > beyond * seen.peak ? [`its peak ${short(own.peak)} is above ${short(seen.peak)}`] : []),
      ...(seen.least > decayed * seen.peak && own.least < seen.least / beyond
        ? [`its rate falls to ${short(own.least)}, below ${short(seen.least)}`]
        : []),
      ...(own.sum > farSum * seen.sum ? [`its sum of rates is ${short(own.sum / seen.sum)} times the largest`] : [])
    ]
    if (parts.length > 0) warnings.push({ code: 'extrapolation', detail: `${name} leaves what was seen: ${parts.join('; ')}.` })
  }
  return warnings
}

function rangeOf(paths: readonly Omit<NamedPath, 'name'>[]): { peak: number; least: number; sum: number } {
  let [peak, least, sum] = [0, Number.POSITIVE_INFINITY, 0]
  for (const { path, steps } of paths) {
    sum = Math.max(sum, sumTo(path, steps - 1))
    least = Math.min(least, rateAt(path, steps - 1))
    for (let k = 0; k < path.steps.length && path.steps[k]! < steps; k++) {
      peak = Math.max(peak, path.rates[k]!)
      if (path.steps[k]! >= path.warmupEnd) least = Math.min(least, path.rates[k]!)
    }
  }
  return { peak, least, sum }
}

const short = (value: number): string => String(Number(value.toPrecision(3)))
