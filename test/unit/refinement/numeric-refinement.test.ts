import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generalBound } from '../../../src/refinement/general-bound.ts'
import { generalBoundWithGradient } from '../../../src/refinement/general-bound-gradient.ts'
import { leastBoundSteps, toRatios } from '../../../src/refinement/least-bound.ts'
import { type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'
import { type Refinement, refine } from '../../../src/refinement/refine.ts'
import { multipliersOf, scheduleRules } from '../../../src/schedules/index.ts'
import { anyNorm, trainingLikeNorms, usualNorm } from '../../support/norms.ts'
import { largestDifference } from '../../support/numbers.ts'

function refined(norms: ArrayLike<number>, options: RefinementOptions = {}): Refinement {
  const values = Float64Array.from(norms)
  const resolved = resolveOptions(
    { method: 'numeric', preset: 'paper', ...(options.preset === 'reference' ? {} : { window: 0 }), ...options },
    { norm: 'l2', totalSteps: null, extent: values.length }
  )
  return refine({ steps: { first: 0, stride: 1 }, values }, resolved)
}
const numericOf = ({ report }: Refinement) => report.numeric as NonNullable<typeof report.numeric>
const usual = fc.array(usualNorm(), { minLength: 2, maxLength: 300 })

/** The step sizes with the least bound for costs h, and that bound for distance 1. */
function least(costs: Float64Array) {
  const u = { sum: 0, dropped: 0 }
  const steps = costs.map((cost) => 1 / cost)
  toRatios(steps, u)
  leastBoundSteps(steps)
  const mass = Math.sqrt(u.sum + u.dropped)
  return { steps: steps.map((step) => step * mass), bound: 1 / mass }
}

test('at its schedule every slope of the bound is 0, which of a convex function is the minimum', () => {
  for (const norms of [trainingLikeNorms(2), trainingLikeNorms(1000), trainingLikeNorms(200_000), new Float64Array(5000).fill(3)]) {
    const costs = norms.map((norm) => norm * norm)
    const { steps, bound } = least(costs)
    const gradient = new Float64Array(costs.length)
    expect(Math.abs(generalBoundWithGradient(steps, costs, 1, gradient) / bound - 1)).toBeLessThan(1e-11)
    // A slope times the step that it belongs to is what the bound would change by if the step were left out.
    const slopes = gradient.map((slope, t) => Math.abs(slope * steps[t]!) / bound)
    expect(slopes.reduce((sum, slope) => sum + slope, 0)).toBeLessThan(1e-9)
  }
})

test('its bound is the general bound of its multipliers', () => {
  fc.assert(
    fc.property(usual, (norms) => {
      const refinement = refined(norms)
      const { T, optimalBound } = generalBound(refinement.multipliers, Float64Array.from(norms))
      expect(T).toBe(norms.length)
      expect(Math.abs(numericOf(refinement).bound / optimalBound - 1)).toBeLessThan(1e-12)
    })
  )
})

test('no schedule of as many steps has a lower general bound: no rule, no closed form, nothing near it, nothing at random', () => {
  const shape = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), { minLength: 300, maxLength: 300 })
  fc.assert(
    fc.property(usual, shape, (list, random) => {
      const norms = Float64Array.from(list)
      const n = norms.length
      const { multipliers, report } = refined(norms)
      const floor = (report.numeric?.bound as number) * (1 - 1e-12)
      const boundOf = (candidate: Float64Array) => generalBound(candidate, norms).optimalBound
      // One step more, whose last is 0, so that as many are above 0.
      for (const { name } of scheduleRules) {
        const rule = name === 'warmup' ? { rule: name, parameters: { of: { rule: 'linear' } } } : { rule: name }
        const candidate = multipliersOf(rule, n + 1).multipliers.slice(0, n)
        if (candidate[n - 1]! > 0) expect(boundOf(candidate)).toBeGreaterThanOrEqual(floor)
      }
      expect(boundOf(Float64Array.from(random.slice(0, n)))).toBeGreaterThanOrEqual(floor)
      expect(boundOf(multipliers.map((multiplier, t) => multiplier * (1 + 0.1 * (random[t]! - 0.5))))).toBeGreaterThanOrEqual(floor)
      expect(report.numeric?.boundLinear).toBeGreaterThanOrEqual(floor)
    })
  )
})

test('the scale of the norms cancels, at every scale that float64 has', () => {
  const norms = trainingLikeNorms(500)
  const plain = refined(norms)
  for (const scale of [1e-300, 1e-160, 3, 1e160, 1e300]) {
    const scaled = refined(norms.map((norm) => norm * scale))
    expect(largestDifference(scaled.multipliers, plain.multipliers)).toBeLessThan(1e-13)
    expect(Math.abs(numericOf(scaled).bound / scale / numericOf(plain).bound - 1)).toBeLessThan(1e-12)
  }
})

test.each([
  [100, 2.0011],
  [400, 2.0037]
])('constant norms give nearly linear decay, for %i steps with the bound %f over √n', (n, expected) => {
  const refinement = refined(new Float64Array(n).fill(7))
  expect(((numericOf(refinement).bound / 7) * Math.sqrt(n)).toFixed(4)).toBe(expected.toFixed(4))
  expect(
    largestDifference(
      refinement.multipliers,
      refinement.multipliers.map((_, j) => 1 - j / n)
    )
  ).toBeLessThan(0.1)
  const last = refinement.multipliers[n - 1]!
  expect(last * n).toBeGreaterThan(9)
  expect(last * n).toBeLessThan(11)
})

test('whatever the norms, multipliers are in [0, 1] with peak 1, and no bound is below the least', () => {
  fc.assert(
    fc.property(fc.array(anyNorm(), { minLength: 2, maxLength: 100 }), fc.constantFrom('inverse', 'inverse-square'), (norms, weighting) => {
      const refinement = refined(norms, { weighting: weighting as 'inverse', window: 0.5 })
      expect(Math.max(...refinement.multipliers)).toBe(1)
      expect(refinement.multipliers.every((multiplier) => multiplier >= 0 && multiplier <= 1)).toBe(true)
      const { bound, boundLinear, converged, iterations } = numericOf(refinement)
      expect(bound).toBeLessThanOrEqual(boundLinear * (1 + 1e-12))
      expect({ converged, iterations }).toEqual({ converged: true, iterations: 1 })
    })
  )
})

test('it is stretched to the steps asked for, and the floor of the warm-up holds, as in closed form', () => {
  const norms = trainingLikeNorms(100).map((norm, t) => norm * (t < 20 ? 9 : 1))
  const plain = refined(norms)
  const { multipliers, report } = refined(norms, { steps: 199, warmupFloor: 0.3 })
  expect(multipliers.length).toBe(199)
  const { step } = report.peak
  expect(step).toBeGreaterThan(20)
  for (let j = step; j < 199; j += 2) {
    if (j % 2 === 0) expect(multipliers[j]).toBeCloseTo(plain.multipliers[j / 2]!, 12)
  }
  expect(Math.min(...multipliers.subarray(0, step))).toBe(0.3)
  expect(report.numeric).toEqual(plain.report.numeric)
})

test.each<[string, RefinementOptions]>([
  ['preset paper', { window: 0.1 }],
  ['preset reference', { preset: 'reference' }],
  ['inverse weighting and other steps', { weighting: 'inverse', steps: 50 }]
])('with %s the report says of the closed form what it says without method numeric', (_, options) => {
  const norms = trainingLikeNorms(1000)
  const { numeric, peak: _numericPeak, warnings: _numericWarnings, ...report } = refined(norms, options).report
  const { peak: _peak, warnings: _warnings, ...expected } = refined(norms, { ...options, method: 'closed-form' }).report
  expect(numeric).toBeDefined()
  expect(report).toEqual(expected)
})
