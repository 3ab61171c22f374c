import { describe, expect, it } from 'vitest'
import { annealingMomentum } from '../../../src/forecasts/laws/annealing-momentum.ts'
import { boundPower, noiseTerms } from '../../../src/forecasts/laws/bound-power.ts'
import { multiPower } from '../../../src/forecasts/laws/multi-power.ts'
import { pathThrough, type RatePath, sumTo } from '../../../src/forecasts/rate-path.ts'
import { generalBound } from '../../../src/refinement/general-bound.ts'

const [n, warmup, peak] = [6000, 200, 3e-4]

/** Rates of every step, with a warm-up before them. */
const schedules: Record<string, (p: number) => number> = {
  constant: () => 1,
  cosine: (p) => 0.1 + 0.45 * (1 + Math.cos(Math.PI * p)),
  linear: (p) => 1 - p,
  wsd: (p) => (p < 0.8 ? 1 : 1 - (p - 0.8) / 0.2),
  'two stages': (p) => (p < 0.5 ? 1 : 0.3),
  restarts: (p) => 0.5 * (1 + Math.cos(Math.PI * ((2 * p) % 1)))
}

function ratesOf(multiplier: (p: number) => number): Float64Array {
  return Float64Array.from(
    { length: n },
    (_, t) => peak * (t < warmup ? (t + 1) / (warmup + 1) : Math.round(1e9 * multiplier((t - warmup) / (n - 1 - warmup))) / 1e9)
  )
}

const everyStep = Float64Array.from({ length: n }, (_, t) => t)
const at = Float64Array.from([warmup, 1000, 2999, 3100, 4800, 5500, n - 1])
const units = { sum: 1, rate: peak, steps: n }

const largest = (values: Iterable<number>): number => Math.max(...[...values].map(Math.abs))

describe.each(Object.entries(schedules))('on %s', (_name, multiplier) => {
  const rates = ratesOf(multiplier)
  const path: RatePath = pathThrough(everyStep, rates)

  it('sums of rates are those over every step, to 1e-4 of the peak a step', () => {
    let [sum, worst] = [0, 0]
    for (let t = 0; t < n; t++) {
      sum += rates[t]!
      worst = Math.max(worst, Math.abs(sum - sumTo(path, t)))
    }
    expect(worst).toBeLessThan(1e-4 * peak * n)
  })

  it('annealing momentum is the recursion over every step, to 1e-3 of the whole', () => {
    const lambda = 1 - 1e-3
    const direct = new Float64Array(n)
    let [m, s2] = [0, 0]
    for (let t = path.warmupEnd + 1; t < n; t++) {
      m = lambda * m + (rates[t - 1]! - rates[t]!)
      s2 += m
      direct[t] = (s2 * (1 - lambda)) / peak
    }
    const closed = annealingMomentum.annealed(path, at, Float64Array.of(1), units)
    expect(largest(closed.map((value, i) => value - direct[at[i]!]!))).toBeLessThan(1e-3)
  })

  it('the drops of the multi-power law are the sum over every step before, to 3e-3 of the whole', () => {
    const [kappa, beta, gamma] = [0.12, 0.6, 0.65]
    const sums = new Float64Array(n)
    for (let t = 0; t < n; t++) sums[t] = (sums[t - 1] ?? 0) + rates[t]!
    const direct = Float64Array.from(at, (t) => {
      let drop = 0
      for (let k = path.warmupEnd + 1; k <= t; k++) {
        const s = sums[t]! - sums[k - 1]!
        const x = kappa * (rates[k]! / peak) ** -gamma * (s / peak)
        if (rates[k]! > 0) drop += ((rates[k - 1]! - rates[k]!) / peak) * (1 - (1 + x) ** -beta)
      }
      return drop
    })
    // Over an endless sum the gain that D is in units of is 1.
    const closed = multiPower.annealed(path, at, Float64Array.of(kappa), { ...units, sum: 1e30 })
    expect(largest(closed.map((value, i) => value - direct[i]!))).toBeLessThan(3e-3)
  })

  it('the noise terms are those of the general bound over every step, to a hundredth', () => {
    for (const t of [1000, 3100, n - 1]) {
      const exact = generalBound(rates.subarray(0, t + 1), 1).at(1).terms
      const noise = exact.steps + exact.lastIterate
      expect(Math.abs(noiseTerms(path, t) / noise - 1)).toBeLessThan(0.02)
    }
    expect(boundPower.annealed(path, at, new Float64Array(0), units).every((value) => value < 0)).toBe(true)
  })
})

it('the warm-up opens nothing that a law could take up', () => {
  const path = pathThrough(
    everyStep,
    ratesOf(() => 1)
  )
  expect(largest(annealingMomentum.annealed(path, at, Float64Array.of(1), units))).toBe(0)
  expect(largest(multiPower.annealed(path, at, Float64Array.of(0.12), units))).toBe(0)
})
