import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generalBound } from '../../../src/refinement/general-bound.ts'
import { generalBoundWithGradient } from '../../../src/refinement/general-bound-gradient.ts'
import { usualNorm } from '../../support/norms.ts'
import { plainGeneralBound, publishedShapes } from '../../support/plain-general-bound.ts'

const ones = (n: number) => new Float64Array(n).fill(1)
const shapeOf = (name: string, T: number) => {
  const shape = publishedShapes[name] as (j: number, T: number) => number
  return Float64Array.from({ length: T }, (_, j) => shape(j, T))
}
const closeTo = (actual: number, expected: number, relative: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected))

/** Multipliers, some of them 0, and norms. */
const scheduleAndNorms = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 8, arbitrary: fc.double({ min: 1e-3, max: 1, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(0) }),
      usualNorm()
    ),
    { minLength: 1, maxLength: 300 }
  )
  .filter((pairs) => pairs.some(([multiplier]) => multiplier > 0))
  .map((pairs) => ({
    multipliers: Float64Array.from(pairs, ([multiplier]) => multiplier),
    norms: Float64Array.from(pairs, ([, norm]) => norm)
  }))

describe('the general bound', () => {
  test('it has the three terms of the theorem, whatever the schedule, the norms, the distance and the rate', () => {
    fc.assert(
      fc.property(
        scheduleAndNorms,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 1e-4, max: 10, noNaN: true }),
        ({ multipliers, norms }, distance, rate) => {
          const { T, at } = generalBound(multipliers, norms, distance)
          const expected = plainGeneralBound(
            [...multipliers.subarray(0, T)].map((multiplier) => rate * multiplier),
            [...norms.subarray(0, T)],
            distance
          )
          const { bound, terms } = at(rate)
          for (const term of ['distance', 'steps', 'lastIterate'] as const) closeTo(terms[term], expected[term], 1e-12)
          expect(bound).toBe(terms.distance + terms.steps + terms.lastIterate)
        }
      )
    )
  })

  test('twelve steps of linear decay at rate 0.1 have the terms that the code of Schaipp et al. gives', () => {
    const norms = Float64Array.of(8, 5, 3, 2.5, 2, 1.8, 1.7, 1.9, 2.2, 2.6, 3.1, 4)
    const { terms } = generalBound(shapeOf('linear', 12), norms).at(0.1)
    closeTo(terms.distance, 0.7692307692307692, 1e-14)
    closeTo(terms.steps, 0.7718493589743591, 1e-14)
    closeTo(terms.lastIterate, 0.6822730887168388, 1e-14)
  })

  test.each([
    [100, 'constant', 0.04023, 0.24854],
    [100, 'wsd, cooldown 0.2', 0.04954, 0.22303],
    [100, '1/√t', 0.23875, 0.22531],
    [100, 'cosine', 0.09469, 0.20911],
    [100, 'linear', 0.09726, 0.20361],
    [100, '1−√', 0.14432, 0.20468],
    [100, '1/t', 0.60649, 0.31786],
    [400, 'constant', 0.01818, 0.13754],
    [400, 'wsd, cooldown 0.2', 0.02537, 0.10932],
    [400, '1/√t', 0.21209, 0.12226],
    [400, 'cosine', 0.04824, 0.10339],
    [400, 'linear', 0.04956, 0.10063],
    [400, '1−√', 0.0738, 0.10124],
    [400, '1/t', 0.65613, 0.23198]
  ])('for T = %i and constant norms, %s has the best rate %f and the bound %f of the published code', (T, name, rate, bound) => {
    const found = generalBound(shapeOf(name, T), ones(T))
    expect(found.optimalRate.toFixed(5)).toBe(rate.toFixed(5))
    expect(found.optimalBound.toFixed(5)).toBe(bound.toFixed(5))
  })

  test('a constant schedule has the closed form D²/(2γT) + γG²/2 + γG²/2 · H_{T−1}', () => {
    const [T, rate, distance, norm] = [1000, 0.03, 2.5, 1.7]
    const harmonic = Array.from({ length: T - 1 }, (_, k) => 1 / (T - 1 - k)).reduce((sum, term) => sum + term, 0)
    const { terms } = generalBound(ones(T), new Float64Array(T).fill(norm), distance).at(rate)
    closeTo(terms.distance, distance ** 2 / (2 * rate * T), 1e-13)
    closeTo(terms.steps, (rate * norm ** 2) / 2, 1e-13)
    closeTo(terms.lastIterate, ((rate * norm ** 2) / 2) * harmonic, 1e-13)
  })

  test.each([
    [0.1, 0.78],
    [0.2, 0.667],
    [0.4, 0.499],
    [0.6, 0.345],
    [0.8, 0.183]
  ])('the best rate of wsd with a cooldown of %f is below that of linear decay by the published factor exp %f', (cooldown, logRatio) => {
    const T = 1600
    const n = Math.floor(cooldown * (T + 1))
    const wsd = Float64Array.from({ length: T }, (_, j) => (j <= T - n ? 1 : 1 - (j - (T - n)) / n))
    const difference = Math.log(generalBound(shapeOf('linear', T), ones(T)).optimalRate / generalBound(wsd, ones(T)).optimalRate)
    expect(Math.abs(difference - logRatio)).toBeLessThan(0.005)
  })

  test('the upper bound of the theorem on wsd holds for every length and every start of the cooldown', () => {
    const harmonic = (n: number) => Array.from({ length: n }, (_, k) => 1 / (n - k)).reduce((sum, term) => sum + term, 0)
    for (const T of [20, 101, 400]) {
      for (let start = 2; start < T - 1; start += Math.ceil(T / 23)) {
        const wsd = Float64Array.from({ length: T }, (_, j) => (j + 1 < start ? 1 : 1 - (j + 1 - start) / (T + 1 - start)))
        const [sum, difference] = [T + start, T - start]
        const A =
          2 / 3 +
          (T + 2 * start) / (3 * sum) +
          harmonic(sum - 2) -
          harmonic(difference + 1) -
          (difference * (start - 1)) / (3 * (difference + 2) * sum) +
          1 / difference ** 2 +
          harmonic(difference - 1) / (difference + 1)
        expect(generalBound(wsd, ones(T)).optimalBound).toBeLessThanOrEqual(Math.sqrt((4 * A) / sum))
      }
    }
  })

  test('no other rate has a lower bound than the best one, where the bound is the best one', () => {
    fc.assert(
      fc.property(scheduleAndNorms, fc.double({ min: 0.1, max: 10, noNaN: true }), ({ multipliers, norms }, factor) => {
        const { optimalRate, optimalBound, at } = generalBound(multipliers, norms)
        closeTo(at(optimalRate).bound, optimalBound, 1e-13)
        expect(at(optimalRate * factor).bound).toBeGreaterThanOrEqual(optimalBound * (1 - 1e-13))
      })
    )
  })

  test('trailing zeros are dropped with their norms, and zeros before them are steps like others', () => {
    const norms = Float64Array.of(3, 1, 2, 5, 7)
    const short = generalBound(Float64Array.of(0, 1, 0, 0.5), norms.subarray(0, 4))
    const long = generalBound(Float64Array.of(0, 1, 0, 0.5, 0), norms)
    expect([long.T, long.optimalRate, long.optimalBound]).toEqual([4, short.optimalRate, short.optimalBound])
  })

  test('scaling norms, multipliers or distance scales rate and bound, as far as float64 goes', () => {
    fc.assert(
      fc.property(
        scheduleAndNorms,
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: -100, max: 100 }),
        ({ multipliers, norms }, normPower, multiplierPower, distancePower) => {
          const plain = generalBound(multipliers, norms)
          const scaled = generalBound(
            multipliers.map((multiplier) => multiplier * 2 ** multiplierPower),
            norms.map((norm) => norm * 2 ** normPower),
            2 ** distancePower
          )
          expect(scaled.optimalBound).toBe(plain.optimalBound * 2 ** (normPower + distancePower))
          closeTo(scaled.optimalRate, plain.optimalRate * 2 ** (distancePower - normPower - multiplierPower), 1e-15)
        }
      )
    )
  })

  test('norms from 1e-160 to 1e160 in one series lose nothing that matters', () => {
    // 2b = m₀²g₀²/m₁ + m₁g₁² = 1e-280 + 1e-320
    const { optimalRate, optimalBound } = generalBound(Float64Array.of(1e-300, 1), Float64Array.of(1e160, 1e-160))
    closeTo(optimalRate, 1e140, 1e-12)
    closeTo(optimalBound, 1e-140, 1e-12)
  })

  test('no schedule at all is refused', () => {
    expect(() => generalBound(new Float64Array(3), ones(3))).toThrow(RangeError)
    expect(() => generalBound(ones(3), ones(4))).toThrow(RangeError)
  })
})

describe('the gradient of the general bound', () => {
  const positive = fc
    .array(fc.tuple(fc.double({ min: 1e-2, max: 1, noNaN: true }), usualNorm()), { minLength: 1, maxLength: 400 })
    .map((pairs) => ({
      stepSizes: Float64Array.from(pairs, ([step]) => step),
      squaredNorms: Float64Array.from(pairs, ([, norm]) => norm * norm)
    }))

  test('its value is the general bound, summed in another way', () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 0.1, max: 10, noNaN: true }), ({ stepSizes, squaredNorms }, distance) => {
        const value = generalBoundWithGradient(stepSizes, squaredNorms, distance, new Float64Array(stepSizes.length))
        closeTo(value, generalBound(stepSizes, squaredNorms.map(Math.sqrt), distance).at(1).bound, 1e-12)
      })
    )
  })

  test('it is what differences of the bound say', () => {
    fc.assert(
      fc.property(positive, fc.nat(), ({ stepSizes, squaredNorms }, place) => {
        const gradient = new Float64Array(stepSizes.length)
        generalBoundWithGradient(stepSizes, squaredNorms, 1, gradient)
        const k = place % stepSizes.length
        const valueAt = (difference: number) => {
          const moved = stepSizes.map((step, t) => (t === k ? step + difference : step))
          return generalBound(moved, squaredNorms.map(Math.sqrt)).at(1).bound
        }
        const width = 1e-5 * stepSizes[k]!
        const expected = (valueAt(width) - valueAt(-width)) / (2 * width)
        expect(Math.abs(gradient[k]! - expected)).toBeLessThan(1e-5 * Math.abs(expected) + (1e-9 * valueAt(0)) / width / 100)
      })
    )
  })
})
