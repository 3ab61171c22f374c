import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generalBound } from '../../../src/refinement/general-bound.ts'
import type { LoggedNorms } from '../../../src/refinement/logged-norms.ts'
import { type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { loggedExtent } from '../../../src/refinement/step-spacing.ts'
import { multipliersOf } from '../../../src/schedules/index.ts'
import { anyNorm, seededRandom, trainingLikeNorms, usualNorm } from '../../support/norms.ts'
import { largestDifference, sameBits } from '../../support/numbers.ts'
import { plainRobust } from '../../support/plain-robust.ts'

const consecutive = (values: ArrayLike<number>) => ({ steps: { first: 0, stride: 1 }, values: Float64Array.from(values) })
const log = (norms: ArrayLike<number>, losses: ArrayLike<number> | null = null): LoggedNorms => ({
  ...consecutive(norms),
  losses: losses === null ? null : consecutive(losses)
})
const robust = (points: LoggedNorms, options: RefinementOptions = {}) =>
  refine(
    points,
    resolveOptions({ preset: 'robust', ...options }, { norm: options.norm ?? 'l2', totalSteps: null, extent: loggedExtent(points) })
  )

/** Losses that fall as those of a training do, with noise. */
function trainingLikeLosses(n: number, seed = 1): Float64Array {
  const random = seededRandom(seed)
  return Float64Array.from({ length: n }, (_, i) => (0.2 + 2 * Math.exp((-6 * i) / n)) * Math.exp(0.3 * (random() - 0.5)))
}

/** Linear decay after a ramp, as preset robust has it where nothing from outside is seen. */
function rampedLinear(n: number, ramp = 0.05): Float64Array {
  const steps = Float64Array.from({ length: n }, (_, t) => (n - 1 - t) * Math.min(1, (t + 1) / Math.max(1, ramp * n)))
  const largest = Math.max(...steps)
  return steps.map((step) => step / largest)
}

test('it agrees to 1e-10 with the pipeline written a second time, whatever norms, losses and options', () => {
  const values = (n: number) => fc.array(usualNorm(), { minLength: n, maxLength: n })
  const logs = fc.integer({ min: 2, max: 120 }).chain((n) => fc.tuple(values(n), fc.option(values(n), { nil: null })))
  const options = fc.record({
    window: fc.constantFrom(0, 0.1, 0.3),
    power: fc.constantFrom(1 as const, 2 as const),
    ramp: fc.constantFrom(0, 0.05, 0.2, 0.9),
    deadBand: fc.constantFrom(1, 1.25, 3)
  })
  fc.assert(
    fc.property(logs, options, ([norms, losses], { power, ...given }) => {
      const { multipliers } = robust(log(norms, losses), { ...given, weighting: power === 1 ? 'inverse' : 'inverse-square' })
      expect(largestDifference(multipliers, plainRobust(norms, losses, { ...given, power }))).toBeLessThan(1e-10)
    }),
    { numRuns: 200 }
  )
})

test('norms that fall as the loss falls, to any power between 0 and 1, give linear decay after the ramp', () => {
  const losses = trainingLikeLosses(1000)
  for (const power of [0, 0.3, 1]) {
    const { multipliers, report } = robust(
      log(
        losses.map((loss) => 3 * loss ** power),
        losses
      )
    )
    expect(largestDifference(multipliers, rampedLinear(1000))).toBeLessThan(1e-12)
    expect(report.explained?.slope ?? power).toBeCloseTo(power, 9)
    expect(report.losses).toMatchObject({ use: 'read', received: 1000, used: 1000 })
    expect(report.losses.detail).toContain('linear decay after the ramp')
  }
})

test('norms that fall while the loss stays are no convergence: the schedule is then as the paper has it, but for band and ramp', () => {
  const norms = trainingLikeNorms(600)
  const given = { window: 0.1, ramp: 0, deadBand: 1 }
  const ours = robust(log(norms, new Float64Array(600).fill(2)), { ...given, weighting: 'inverse' })
  const paper = robust(log(norms), { preset: 'paper', weighting: 'inverse' })
  // The band of three standard errors shrinks what is left of the noise.
  expect(ours.report.peak.fraction).toBeGreaterThan(0)
  expect(ours.report.explained).toBeNull()
  const exact = robust(log(norms, new Float64Array(600).fill(2)), { ...given, window: 0, weighting: 'inverse' })
  expect(
    largestDifference(exact.multipliers, robust(log(norms), { preset: 'paper', window: 0, weighting: 'inverse' }).multipliers)
  ).toBeLessThan(1e-12)
  expect(paper.multipliers).toHaveLength(600)
})

test('the scale of norms and of losses cancels, from the smallest to the largest that there are', () => {
  const [norms, losses] = [trainingLikeNorms(500), trainingLikeLosses(500)]
  for (const given of [losses, null]) {
    const plain = robust(log(norms, given))
    for (const scale of [1e-300, 1e-160, 3, 1e160, 1e300]) {
      const scaled = robust(
        log(
          norms.map((norm) => norm * scale),
          given?.map((loss) => loss / 10 / scale)
        )
      )
      expect(largestDifference(scaled.multipliers, plain.multipliers)).toBeLessThan(1e-12)
      expect(scaled.report.bound.gain / plain.report.bound.gain).toBeCloseTo(1, 12)
      expect(scaled.report.bound.refined / scale / plain.report.bound.refined).toBeCloseTo(1, 12)
    }
  }
})

test('whatever the norms and losses, multipliers are in [0, 1] with peak 1 and last 0, and everything reported is a number', () => {
  const anything = fc.oneof(
    { weight: 9, arbitrary: anyNorm() },
    { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, -0) }
  )
  const loss = fc.oneof({ weight: 4, arbitrary: anything }, { weight: 1, arbitrary: anyNorm().map((value) => -value) })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anything, loss), { minLength: 12, maxLength: 90 }),
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom('closed-form' as const, 'numeric' as const),
      (points, steps, method) => {
        const norms = points.map(([norm]) => norm)
        if (norms.filter((norm) => norm > 0 && norm < Number.POSITIVE_INFINITY).length < 2) return
        const { multipliers, report } = robust(
          log(
            norms,
            points.map(([, value]) => value)
          ),
          { steps, method }
        )
        expect(multipliers).toHaveLength(steps)
        expect(Math.max(...multipliers)).toBe(1)
        expect(Math.min(...multipliers)).toBeGreaterThanOrEqual(0)
        if (method === 'closed-form') expect(multipliers.at(-1)).toBe(steps === 1 ? 1 : 0)
        expect([report.bound.refined, report.bound.linear, report.bound.gain, report.unitPeakRate].some(Number.isNaN)).toBe(false)
        expect(Number.isNaN(report.explained?.slope) || Number.isNaN(report.explained?.range)).toBe(false)
        const { received, used, nonFinite, notPositive } = report.losses
        expect(received).toBe(used + nonFinite + notPositive)
      }
    ),
    { numRuns: 200 }
  )
})

test.each([2, 3, 19, 20, 21])('%i points have a schedule, with losses and without', (n) => {
  for (const losses of [null, new Float64Array(n).fill(1)]) {
    expect(largestDifference(robust(log(new Float64Array(n).fill(7), losses)).multipliers, rampedLinear(n))).toBeLessThan(1e-12)
  }
  expect(() => robust(log([1]))).toThrow(expect.objectContaining({ type: 'too-few-norms' }))
})

test('losses that vanish, or of a run that diverged, explain nothing: linear decay after the ramp, and a warning', () => {
  const norms = trainingLikeNorms(800)
  for (const sign of [-1, 1]) {
    const { multipliers, report } = robust(
      log(
        norms,
        Float64Array.from({ length: 800 }, (_, i) => 10 ** (sign * i * 0.01))
      )
    )
    expect(largestDifference(multipliers, rampedLinear(800))).toBeLessThan(1e-12)
    expect(report.warnings.map(({ code }) => code)).toContain('loss-range')
  }
})

test('without losses falls are forgiven, rises count, and norms that rise tenfold are a run that diverged; what a loss would add is said', () => {
  const falling = Float64Array.from({ length: 500 }, (_, i) => 2 - i / 500)
  const rising = (factor: number) => Float64Array.from({ length: 500 }, (_, i) => 1 + ((factor - 1) * i) / 499)
  expect(largestDifference(robust(log(falling)).multipliers, rampedLinear(500))).toBeLessThan(1e-12)
  expect(robust(log(rising(5))).multipliers[250]).toBeLessThan(0.3)
  expect(largestDifference(robust(log(rising(30))).multipliers, rampedLinear(500))).toBeLessThan(1e-12)
  for (const preset of ['robust', 'paper', 'reference'] as const) {
    expect(robust(log(falling), { preset }).report.losses).toMatchObject({
      use: 'none',
      detail: expect.stringContaining('With the training loss logged')
    })
  }
})

test('losses between the steps of the norms are linear, outside the nearest, and points that are no losses are dropped and counted', () => {
  const n = 400
  const norms = trainingLikeNorms(n)
  const every = (step: number) => 1 + step / 100
  const coarse = { steps: { first: 40, stride: 20 }, values: Float64Array.from({ length: 10 }, (_, i) => every(40 + 20 * i)) }
  const filled = Float64Array.from({ length: n }, (_, t) => every(Math.min(220, Math.max(40, t))))
  expect(
    largestDifference(robust({ ...consecutive(norms), losses: coarse }).multipliers, robust(log(norms, filled)).multipliers)
  ).toBeLessThan(1e-12)
  const odd = filled.slice()
  const [one, two, three] = [100, 101, 150]
  odd[one] = Number.NaN
  odd[two] = Number.NEGATIVE_INFINITY
  odd[three] = -1
  const { report } = robust(log(norms, odd))
  expect(report.losses).toMatchObject({ use: 'read', received: n, used: n - 3, nonFinite: 2, notPositive: 1 })
})

test('over a tenth of losses at 0 or below are left out, with a warning, and the schedule is that without losses', () => {
  const norms = trainingLikeNorms(300)
  const { multipliers, report } = robust(
    log(
      norms,
      trainingLikeLosses(300).map((loss, i) => (i % 8 === 0 ? -loss : loss))
    )
  )
  expect(sameBits(multipliers, robust(log(norms)).multipliers)).toBe(true)
  expect(report.losses).toMatchObject({ use: 'left-out', notPositive: 38 })
  expect(report.warnings.map(({ code }) => code)).toContain('loss-not-positive')
  expect(report.explained).toBeNull()
})

test('losses that are not asked for are not read', () => {
  const [norms, losses] = [trainingLikeNorms(300), trainingLikeLosses(300)]
  const { multipliers, report } = robust(log(norms, losses), { loss: 'none' })
  expect(sameBits(multipliers, robust(log(norms)).multipliers)).toBe(true)
  expect(report.losses.use).toBe('none')
})

test('its bounds are the general bounds of the answered schedule and of linear decay on the filtered norms', () => {
  const [norms, losses] = [trainingLikeNorms(500), trainingLikeLosses(500)]
  for (const options of [{ window: 0 }, { window: 0, warmupFloor: 0.2, final: 0.1 }, { window: 0, method: 'numeric' as const }]) {
    const { multipliers, report } = robust(log(norms, losses), options)
    const answered = generalBound(multipliers, norms)
    expect(report.bound.refined / answered.optimalBound).toBeCloseTo(1, 12)
    expect(report.unitPeakRate / answered.optimalRate).toBeCloseTo(1, 12)
    const linear = generalBound(multipliersOf({ rule: 'linear' }, 500).multipliers, norms).optimalBound
    expect(report.bound.linear / linear).toBeCloseTo(1, 12)
    expect(report.bound.gain).toBeCloseTo(report.bound.linear / report.bound.refined, 12)
  }
})

describe('options of every preset', () => {
  const norms = trainingLikeNorms(400)

  test('the ramp multiplies before the largest divides, and makes nothing else of the paper', () => {
    const plain = robust(log(norms), { preset: 'paper' }).multipliers
    const ramped = plain.map((multiplier, t) => multiplier * Math.min(1, (t + 1) / 80))
    const largest = Math.max(...ramped)
    const { multipliers } = robust(log(norms), { preset: 'paper', ramp: 0.2 })
    expect(
      largestDifference(
        multipliers,
        ramped.map((multiplier) => multiplier / largest)
      )
    ).toBeLessThan(1e-13)
  })

  test('norms below the floor are raised to it, so that a dead stretch takes no more than its share', () => {
    const dead = norms.map((norm, t) => (t >= 200 && t < 225 ? 1.7e-4 : norm))
    const given = { preset: 'paper' as const, window: 0 }
    const taken = (options: RefinementOptions) => {
      const { multipliers, report } = robust(log(dead), { ...given, ...options })
      return { first: multipliers[0]!, raised: report.points.raised }
    }
    expect(taken({})).toMatchObject({ raised: 0 })
    expect(taken({}).first).toBeLessThan(1e-5)
    expect(taken({ normFloor: 0.5 }).raised).toBeGreaterThanOrEqual(25)
    expect(taken({ normFloor: 0.5 }).first).toBeGreaterThan(1e-3)
    const flat = robust(log(norms), { ...given, normFloor: 2, trim: { start: 100 } }).report.points
    expect(flat.raised).toBeGreaterThan(250)
  })

  test('the schedule falls to the final multiplier, after the floor of the warm-up, and the peak stays 1', () => {
    for (const final of [0.1, 0.3, 0.7, 0.999]) {
      const plain = robust(log(norms), { warmupFloor: 0.5 }).multipliers
      const { multipliers } = robust(log(norms), { warmupFloor: 0.5, final })
      expect(
        largestDifference(
          multipliers,
          plain.map((multiplier) => final + (1 - final) * multiplier)
        )
      ).toBe(0)
      expect([Math.max(...multipliers), multipliers.at(-1)]).toEqual([1, final])
    }
  })

  test('scaled by the norms of the weights, their products are refined, and the report says of what the schedule is', () => {
    const weights = { steps: { first: 0, stride: 133 }, values: Float64Array.of(10, 20, 5, 40) }
    const weightAt = (t: number) => {
      const left = Math.min(2, Math.floor(t / 133))
      return weights.values[left]! + ((weights.values[left + 1]! - weights.values[left]!) * (Math.min(t, 399) - 133 * left)) / 133
    }
    const { multipliers, report } = robust({ ...consecutive(norms), weightNorms: weights }, { scaleBy: 'weight-norm' })
    expect(largestDifference(multipliers, robust(log(norms.map((norm, t) => norm * weightAt(t)))).multipliers)).toBeLessThan(1e-12)
    expect(report.scaledBy).toMatchObject({ series: 'weight-norm', detail: expect.stringContaining('effective rate') })
    expect(() => robust(log(norms), { scaleBy: 'weight-norm' })).toThrow(expect.objectContaining({ type: 'too-few-norms' }))
  })

  test('losses move nothing in presets paper and reference, bit for bit; paper says what they explain', () => {
    for (const preset of ['paper', 'reference'] as const) {
      const plain = robust(log(norms), { preset })
      const beside = robust(log(norms, trainingLikeLosses(400)), { preset })
      expect(sameBits(beside.multipliers, plain.multipliers)).toBe(true)
      expect(beside.report.bound).toEqual(plain.report.bound)
      expect(beside.report.explained === null).toBe(preset === 'reference')
    }
  })

  test('what else to train is always there, as what to post, and the paper beside the robust preset alone', () => {
    const named = (preset: 'robust' | 'paper') => robust(log(norms), { preset, steps: 900 }).report.alternatives.map(({ name }) => name)
    expect([named('robust'), named('paper')]).toEqual([['warm-up-linear', 'paper'], ['warm-up-linear']])
    const options = resolveOptions({ steps: 900, final: 0.1 }, { norm: 'l2', totalSteps: null, extent: 400 })
    const run = { optimizer: null, totalSteps: null, series: ['l2'] as const, runIds: ['a b', 'c'] }
    const [usual, paper] = refine(log(norms), options, run).report.alternatives.map(({ request }) => request)
    expect(usual).toMatchObject({ method: 'POST', path: '/v1/schedules', body: { rule: 'warmup', steps: 900, runId: 'a b' } })
    expect(paper).toMatchObject({ path: '/v1/runs/a%20b/schedules', body: { preset: 'paper', steps: 900, final: 0.1, withRuns: ['c'] } })
  })
})
