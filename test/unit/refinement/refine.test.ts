import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Points } from '../../../src/domain/gradient-norm.ts'
import { Problem } from '../../../src/domain/problems.ts'
import { type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { loggedExtent } from '../../../src/refinement/step-spacing.ts'
import { trainingLikeNorms, usualNorm } from '../../support/norms.ts'
import { largestDifference } from '../../support/numbers.ts'
import { plainRefinement } from '../../support/plain-refinement.ts'

const consecutive = (values: ArrayLike<number>): Points => ({ steps: { first: 0, stride: 1 }, values: Float64Array.from(values) })

/** By preset paper, unless another is named. */
const refined = (points: Points, options: RefinementOptions = {}, totalSteps: number | null = null) =>
  refine(points, resolveOptions({ preset: 'paper', ...options }, { norm: options.norm ?? 'l2', totalSteps, extent: loggedExtent(points) }))

/** A log with what logs have: uneven steps, NaN, infinities and zeros. */
const log = fc
  .array(
    fc.record({
      gap: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) }),
      value: fc.oneof(
        { weight: 20, arbitrary: usualNorm() },
        { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1e9) }
      )
    }),
    { minLength: 12, maxLength: 80 }
  )
  .map((points) => {
    let step = -1
    const steps = Float64Array.from(points, ({ gap }) => {
      step += gap
      return step
    })
    return { steps, values: Float64Array.from(points, ({ value }) => value) }
  })

const options = fc.record({
  preset: fc.constantFrom('paper' as const, 'paper' as const, 'paper' as const, 'reference' as const),
  window: fc.oneof(fc.constantFrom(0, 0.1, 0.5), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
  weighting: fc.constantFrom('inverse-square' as const, 'inverse' as const),
  trim: fc.record({ start: fc.integer({ min: 0, max: 3 }), end: fc.integer({ min: 0, max: 3 }) }),
  steps: fc.integer({ min: 1, max: 200 }),
  warmupFloor: fc.constantFrom(0, 0.25, 1)
})

test('with preset paper it agrees to 1e-10 with the pipeline written a second time, whatever the log and the options', () => {
  fc.assert(
    fc.property(log, options, (points, { preset: _, ...given }) => {
      const expected = plainRefinement([...points.steps], [...points.values], { ...given, preset: 'paper' })
      const { multipliers } = refined(points, { ...given, preset: 'paper' })
      expect(multipliers.length).toBe(expected.length)
      expect(largestDifference(multipliers, expected)).toBeLessThan(1e-10)
    }),
    { numRuns: 150 }
  )
})

test('with preset reference it agrees to 1e-10 with the pipeline written a second time, for short and for long logs', () => {
  for (const length of [40, 10_000, 10_300]) {
    const values = trainingLikeNorms(length, length)
    values[5] = Number.NaN
    values[9] = 0
    const given = { trim: { start: 2, end: 2 }, weighting: 'inverse' as const, steps: 777, warmupFloor: 0, window: 0.1 }
    const expected = plainRefinement([], [...values], { ...given, preset: 'reference' })
    const { multipliers } = refined(consecutive(values), { preset: 'reference', weighting: 'inverse', steps: 777 })
    expect(largestDifference(multipliers, expected)).toBeLessThan(1e-10)
  }
})

test('multipliers are in [0, 1], the peak is exactly 1 and the last exactly 0, and the answer has as many as were asked for', () => {
  fc.assert(
    fc.property(log, options, (points, { window, ...given }) => {
      const { multipliers, report } = refined(points, given.preset === 'reference' ? given : { ...given, window })
      expect(multipliers.length).toBe(given.steps)
      expect(Math.max(...multipliers)).toBe(1)
      expect(Math.min(...multipliers)).toBeGreaterThanOrEqual(0)
      expect(multipliers[report.peak.step]).toBe(1)
      expect(multipliers.at(-1)).toBe(given.steps === 1 ? 1 : 0)
    }),
    { numRuns: 100 }
  )
})

test.each([1e-300, 1e-160, 1, 1e160, 1.7e308, 5e-324])('constant norms of %d give linear decay to 1e-12', (norm) => {
  for (const [n, steps] of [
    [2, 2],
    [1000, 1000],
    [1000, 333],
    [50, 4000]
  ] as const) {
    const { multipliers, report } = refined(consecutive(new Float64Array(n).fill(norm)), { steps })
    expect(
      largestDifference(
        multipliers,
        multipliers.map((_, j) => 1 - j / (steps - 1))
      )
    ).toBeLessThan(1e-12)
    expect(report.bound.gain).toBeCloseTo(1, 12)
  }
})

test('the scale of the norms cancels in the schedule, from the smallest to the largest that there are', () => {
  const values = trainingLikeNorms(500)
  const plain = refined(consecutive(values)).multipliers
  for (const scale of [1e-290, 1e-160, 3, 1e160, 1e300]) {
    const { multipliers } = refined(consecutive(values.map((value) => value * scale)))
    expect(largestDifference(multipliers, plain)).toBeLessThan(1e-12)
  }
})

test('bounds and unit peak rate scale as the theory says, and are finite wherever the true value is', () => {
  const values = trainingLikeNorms(500)
  const { bound, unitPeakRate } = refined(consecutive(values)).report
  for (const scale of [1e-160, 1e160]) {
    const { report } = refined(consecutive(values.map((value) => value * scale)))
    expect(report.bound.refined / scale / bound.refined).toBeCloseTo(1, 12)
    expect(report.bound.linear / scale / bound.linear).toBeCloseTo(1, 12)
    expect(report.bound.gain).toBeCloseTo(bound.gain, 12)
    expect((report.unitPeakRate * scale) / unitPeakRate).toBeCloseTo(1, 12)
  }
})

test.each(['inverse-square', 'inverse'] as const)('bound and unit peak rate are the formulas of the theory (%s)', (weighting) => {
  const values = trainingLikeNorms(400)
  const h = [...values].map((norm) => (weighting === 'inverse' ? norm : norm * norm))
  const inverse = h.reduce((sum, value) => sum + 1 / value, 0)
  const largest = Math.max(...h.map((value, t) => h.slice(t + 1).reduce((sum, later) => sum + 1 / later, 0) / value))
  for (const steps of [400, 1000, 10]) {
    const { bound, unitPeakRate } = refined(consecutive(values), { window: 0, weighting, steps }).report
    const longer = Math.sqrt(400 / steps)
    expect(bound.refined).toBeCloseTo(longer / Math.sqrt(inverse), 10)
    expect(bound.linear).toBeCloseTo((longer * Math.sqrt(h.reduce((sum, value) => sum + value, 0))) / 400, 10)
    expect(bound.gain).toBeCloseTo(bound.linear / bound.refined, 10)
    expect(unitPeakRate).toBeCloseTo((longer * largest) / inverse ** 1.5, 10)
  }
})

test('the gain is at least 1, and a huge spike, or a norm far below the others, leaves everything finite', () => {
  const values = trainingLikeNorms(300)
  values[100] = 1.7e308
  values[200] = 5e-324
  for (const window of [0, 0.1]) {
    const { multipliers, report } = refined(consecutive(values), { window })
    expect(multipliers.every(Number.isFinite)).toBe(true)
    expect(report.bound.gain).toBeGreaterThanOrEqual(1)
    expect(report.points.clamped).toBe(window === 0 ? 1 : 0)
  }
})

test('the points are not changed', () => {
  const values = trainingLikeNorms(200)
  values[3] = Number.NaN
  const before = [...values]
  refined(consecutive(values))
  refined(consecutive(values), { preset: 'reference' })
  expect([...values]).toEqual(before)
})

test('one step is multiplier 1, at a peak of fraction 0', () => {
  const { multipliers, report } = refined(consecutive(trainingLikeNorms(50)), { steps: 1 })
  expect([...multipliers]).toEqual([1])
  expect(report.peak).toEqual({ step: 0, fraction: 0 })
})

test('two points are enough, and one is too few', () => {
  expect([...refined(consecutive([3, 5]), { steps: 2 }).multipliers]).toEqual([1, 0])
  expect(() => refined(consecutive([3]))).toThrow(Problem)
})

test.each([
  ['all are NaN', new Array(20).fill(Number.NaN)],
  ['all are zero', new Array(20).fill(0)],
  ['there are none', []]
])('where %s the problem is too-few-norms', (_, values) => {
  expect(() => refined(consecutive(values), { steps: 5 })).toThrow(expect.objectContaining({ type: 'too-few-norms' }))
})

test('where most are zero and preset reference keeps them, the problem is too-few-norms too', () => {
  const values = trainingLikeNorms(100).fill(0, 0, 80)
  expect(() => refined(consecutive(values), { preset: 'reference' })).toThrow(expect.objectContaining({ type: 'too-few-norms' }))
})

test('steps 0, 1 and 2^53 − 1 need no more memory than four positions a point', () => {
  const points = { steps: Float64Array.of(0, 1, Number.MAX_SAFE_INTEGER), values: Float64Array.of(1, 2, 3) }
  const { multipliers, report } = refined(points, { steps: 10 })
  expect(multipliers.length).toBe(10)
  expect(report.warnings.map(({ code }) => code)).toContain('gaps')
})

test('the multipliers lie in the memory that was given, which may be that of the values, and scratch memory is used again', () => {
  const kept = { norms: new Float64Array(100), losses: new Float64Array(100), level: new Float64Array(100) }
  const resolved = resolveOptions({}, { norm: 'l2', totalSteps: null, extent: 100 })
  for (const seed of [1, 2]) {
    const points = { ...consecutive(trainingLikeNorms(100, seed)), losses: consecutive(trainingLikeNorms(100, seed + 2)) }
    const expected = [...refine(points, resolved).multipliers]
    const { multipliers } = refine(points, resolved, undefined, { out: points.values, scratch: (_, use) => kept[use] })
    expect(multipliers).toBe(points.values)
    expect([...multipliers]).toEqual(expected)
  }
})
