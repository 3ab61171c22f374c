import { expect, test } from 'vitest'
import { ceilingOf } from '../../../src/refinement/diagnosis/ceiling.ts'
import { symptoms } from '../../../src/refinement/diagnosis/index.ts'
import { rateFacts } from '../../../src/refinement/diagnosis/rate-facts.ts'
import type { RunFacts } from '../../../src/refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../../src/refinement/logged-norms.ts'
import { type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { loggedExtent } from '../../../src/refinement/step-spacing.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

const unknown: RunFacts = { optimizer: null, totalSteps: null, series: ['l2'] }

function warningsOf(points: LoggedNorms, options: RefinementOptions = {}, run: Partial<RunFacts> = {}) {
  const facts = { ...unknown, ...run }
  const norm = options.norm ?? 'l2'
  const resolved = resolveOptions({ preset: 'paper', ...options }, { norm, totalSteps: facts.totalSteps, extent: loggedExtent(points) })
  return refine(points, resolved, facts).report.warnings
}
const codes = (...given: Parameters<typeof warningsOf>): string[] => warningsOf(...given).map(({ code }) => code)
const consecutive = (values: Float64Array): LoggedNorms => ({ steps: { first: 0, stride: 1 }, values })
const noisy = (n = 2000) => {
  const values = trainingLikeNorms(n)
  return values.map((value, i) => value / (1 + 4 * Math.exp((-40 * i) / n)))
}
const changed = (change: (value: number, i: number) => number, n = 2000) => consecutive(noisy(n).map(change))
/** A level for each fraction of the log, with next to no noise. */
const level = (at: (fraction: number) => number, n = 2000) =>
  consecutive(Float64Array.from({ length: n }, (_, i) => at(i / n) * (1 + 1e-3 * Math.sin(i * i))))

/** An ordinary log with losses that fall by a factor, of which some are moved below 0. */
const withLosses = (factor: number, belowZero = 0) => {
  const losses = Float64Array.from({ length: 2000 }, (_, i) => (i % 100 < belowZero ? -1 : factor ** (-i / 1999)))
  return { ...consecutive(noisy()), losses: consecutive(losses) }
}

/** An ordinary log with losses of its own, from a fraction of the log on. */
const withLossesOf = (at: (fraction: number) => number, from = 0) => {
  const values = Float64Array.from({ length: 2000 }, (_, i) => at(i / 2000)).subarray(2000 * from)
  return { ...consecutive(noisy()), losses: { steps: { first: 2000 * from, stride: 1 }, values } }
}

test('an ordinary log raises no warning', () => {
  expect(codes(consecutive(noisy()))).toEqual([])
  expect(codes(withLosses(100), { preset: 'robust' })).toEqual([])
})

const cases: Record<string, [sets: () => string[], justNot: () => string[]]> = {
  'loss-scale': [
    () => codes(changed((value, i) => value * (i < 600 ? 65536 : i < 1400 ? 32768 : 16384))),
    // The noise is three times as large from a step on: a jump, and no power of two.
    () => codes(changed((value, i) => value * (i < 600 ? 65536 : i < 1400 ? 65536 / 3 : 65536 / 9)))
  ],
  'clipped-norms': [
    () => codes(changed((value, i) => (i % 5 === 0 ? 9 : Math.min(value, 8)))),
    () => codes(changed((value, i) => (i % 5 === 0 && i > 0 ? 9 : Math.min(value, 8))))
  ],
  concentrated: [
    () =>
      codes(
        level((x) => (x >= 0.4 && x < 0.48 ? 0.09 : 1)),
        { window: 0 }
      ),
    () =>
      codes(
        level((x) => (x >= 0.4 && x < 0.48 ? 0.11 : 1)),
        { window: 0 }
      )
  ],
  'loss-range': [
    // The filter leaves a twentieth of the range at the right edge.
    () => codes(withLosses(3e4), { preset: 'robust' }),
    () => codes(withLosses(9e3), { preset: 'robust' })
  ],
  overshoot: [
    () =>
      codes(
        withLossesOf((x) => (x > 0.01 && x < 0.02 ? 4.3 : 1)),
        { preset: 'robust' }
      ),
    () =>
      codes(
        withLossesOf((x) => (x > 0.01 && x < 0.02 ? 3.8 : 1)),
        { preset: 'robust' }
      )
  ],
  'collapsed-norms': [
    () =>
      codes(
        level((x) => (x < 0.8 ? 1 : 0.49)),
        { weighting: 'inverse' }
      ),
    () =>
      codes(
        level((x) => (x < 0.8 ? 1 : 0.51)),
        { weighting: 'inverse' }
      )
  ],
  'few-points': [() => codes(consecutive(noisy(99))), () => codes(consecutive(noisy(100)))],
  'coarse-stride': [() => codes(consecutive(noisy(999)), { steps: 1000 }), () => codes(consecutive(noisy(1000)), { steps: 2000 })],
  stretched: [() => codes(consecutive(noisy()), { steps: 4001 }), () => codes(consecutive(noisy()), { steps: 4000 })],
  'short-run': [() => codes(consecutive(noisy()), {}, { totalSteps: 2223 }), () => codes(consecutive(noisy()), {}, { totalSteps: 2222 })],
  'rising-norms': [
    () =>
      codes(
        level((x) => (x < 0.8 ? 1 : 1.31)),
        {},
        { weightDecay: 0.1 }
      ),
    () =>
      codes(
        level((x) => (x < 0.8 ? 1 : 1.29)),
        {},
        { weightDecay: 0.1 }
      )
  ],
  rounded: [
    () => codes(changed((value) => Math.round(100 * value * 0.7) / 100)),
    () => codes(changed((value) => Math.round(100 * value * 1.5) / 100))
  ],
  'loss-span': [
    () =>
      codes(
        withLossesOf(() => 1, 0.11),
        { preset: 'robust' }
      ),
    () =>
      codes(
        withLossesOf(() => 1, 0.09),
        { preset: 'robust' }
      )
  ],
  'loss-not-positive': [() => codes(withLosses(10, 11), { preset: 'robust' }), () => codes(withLosses(10, 10), { preset: 'robust' })],
  'early-spike': [() => codes(changed((value, i) => (i === 0 ? 30 : value))), () => codes(changed((value, i) => (i === 0 ? 2 : value)))],
  'implausible-gain': [() => codes(level((x) => (x < 0.3 ? 2.2 : 1))), () => codes(level((x) => (x < 0.3 ? 1.6 : 1)))],
  gaps: [
    () => codes({ steps: Float64Array.from({ length: 2000 }, (_, i) => (i === 1999 ? 8000 : i)), values: noisy() }),
    () => codes({ steps: Float64Array.from({ length: 2000 }, (_, i) => (i === 1999 ? 7999 : i)), values: noisy() })
  ],
  'non-finite': [() => codes(changed((value, i) => (i === 7 ? Number.NaN : value))), () => codes(consecutive(noisy()))],
  zero: [
    () => codes(changed((value, i) => (i === 7 ? 0 : value))),
    () =>
      codes(
        changed((value, i) => (i === 7 ? 0 : value)),
        { preset: 'reference' }
      )
  ],
  'l2-for-adaptive': [
    () => codes(consecutive(noisy()), {}, { optimizer: 'AdamW' }),
    () => codes(consecutive(noisy()), {}, { optimizer: 'AdamW', series: ['l2', 'l1'] })
  ]
}

test('every code has its case here', () => {
  expect(Object.keys(cases)).toEqual(symptoms.map(({ code }) => code))
})

test.each(Object.entries(cases))('%s is raised where the contract says, and just before not', (code, [raises, raisesNot]) => {
  expect(raises()).toContain(code)
  expect(raisesNot()).not.toContain(code)
})

test('norms at a clip count as equal as far as float32 and the epsilon of PyTorch tell them apart', () => {
  const near = (clip: number, scatter: number) =>
    codes(changed((value, i) => (i % 4 === 0 ? clip * (1 - scatter * Math.abs(Math.sin(i))) : value * 0.1 * clip)))
  expect(near(9, 1e-6)).toContain('clipped-norms')
  expect(near(9, 1e-3)).not.toContain('clipped-norms')
  // A clip of 0.01 leaves norms of 0.01·(1 − 1e-6/‖g‖).
  expect(near(0.01, 9e-5)).toContain('clipped-norms')
})

test('norms that are all the same number are no clipped and no rounded ones', () => {
  expect(codes(consecutive(new Float64Array(2000).fill(1)))).toEqual([])
})

test('levels without noise are not rounded, since they do not move from value to value', () => {
  expect(codes(consecutive(noisy().map((_, i) => (i < 600 ? 1 : i < 1300 ? 2 : 3))))).not.toContain('rounded')
})

test('a single largest norm is shared by nobody, however few the points', () => {
  expect(codes(consecutive(Float64Array.of(1, 2, 3)))).not.toContain('clipped-norms')
  expect(codes(consecutive(Float64Array.of(1, 3, 3)))).toContain('clipped-norms')
})

test('a clip that the run is known to have is recognised by few points', () => {
  const clipped = changed((value, i) => (i % 20 === 0 ? 9 : Math.min(value, 8)))
  expect(codes(clipped)).not.toContain('clipped-norms')
  expect(codes(clipped, {}, { clipNorm: 9 })).toContain('clipped-norms')
  expect(codes(clipped, {}, { clipNorm: 8.9 })).not.toContain('clipped-norms')
})

test('clipping of l1 norms is seen in the l2 norms of the run, and asked about where there are none', () => {
  const l1 = consecutive(noisy())
  const l2 = noisy().map((value, i) => (i % 3 === 0 ? 1 : value / 100))
  const run = { series: ['l1', 'l2'] as const, l2Ceiling: ceilingOf(l2) }
  expect(codes(l1, { norm: 'l1' }, run)).toContain('clipped-norms')
  expect(codes(l1, { norm: 'l1' }, { ...run, l2Ceiling: ceilingOf(noisy()), clipNorm: 1 })).not.toContain('clipped-norms')
  const [warning] = warningsOf(l1, { norm: 'l1' }, { series: ['l1'], clipNorm: 0.5 })
  expect(warning).toMatchObject({ code: 'clipped-norms', detail: expect.stringContaining('do not show whether') })
  // No ℓ₂ norm is above its ℓ₁ norm.
  expect(codes(l1, { norm: 'l1' }, { series: ['l1'], clipNorm: 100 })).toEqual([])
})

test('a log of preset paper whose schedule peaks past the middle has collapsed, however high its end', () => {
  const dip = level((x) => (x >= 0.55 && x < 0.9 ? 0.4 : 1))
  expect(codes(dip)).toContain('collapsed-norms')
  expect(codes(dip, { method: 'numeric' })).not.toContain('collapsed-norms')
})

test('a stretch of dead steps is named by its steps', () => {
  const points = {
    steps: { first: 1000, stride: 10 },
    values: Float64Array.from({ length: 400 }, (_, i) => (i >= 200 && i < 225 ? 1.7e-4 : 0.3 + 0.05 * Math.sin(i * i)))
  }
  const warning = warningsOf(points, { steps: 4000 }).find(({ code }) => code === 'concentrated')
  expect(warning?.detail).toContain('between step 3000 and 3240')
})

test('norms that go with the rate to a power near −½ are those of weight decay, unless there is none', () => {
  const n = 2000
  const rate = Float64Array.from({ length: n }, (_, i) => 1 - i / n)
  const rates = rateFacts({ steps: { first: 0, stride: 1 }, values: rate }, 0, n - 1)
  const followed = (power: number) => consecutive(noisy().map((value, i) => (value / (1 + (0.5 * i) / n)) * rate[i]! ** power))
  expect(codes(followed(-0.5), {}, { rates })).toContain('rising-norms')
  expect(codes(followed(-0.25), {}, { rates })).toContain('rising-norms')
  expect(codes(followed(-1), {}, { rates })).not.toContain('rising-norms')
  expect(codes(followed(0), {}, { rates })).not.toContain('rising-norms')
  expect(codes(followed(-0.5), {}, { rates, weightDecay: 0 })).not.toContain('rising-norms')
})

test('a large gain is not implausible where losses show a cause from outside, or another warning explains it', () => {
  const early = (x: number) => (x < 0.3 ? 3 : 1)
  expect(codes(level(early))).toEqual(['implausible-gain'])
  expect(codes(level(early, 90))).toEqual(['few-points'])
  const falling = consecutive(Float64Array.from({ length: 2000 }, (_, i) => 2 - i / 2000))
  expect(codes({ ...level(early), losses: falling })).toEqual([])
})

test('rates are added up over all steps, also between those that were logged', () => {
  const sum = (steps: number[], values: number[]) =>
    rateFacts({ steps: Float64Array.from(steps), values: Float64Array.from(values) }, 0, 10)?.sum
  expect(sum([0, 1, 2], [1, 2, 3])).toBe(6)
  expect(sum([0, 4], [4, 0])).toBe(4 + 3 + 2 + 1)
  expect(sum([0, 1, 2], [1, Number.NaN, 3])).toBe(1 + 2 + 3)
  expect(rateFacts({ steps: { first: 0, stride: 1 }, values: Float64Array.of(Number.NaN) }, 0, 1)).toBeNull()
})

test('warnings come in the order of their weight', () => {
  const points = changed((value, i) => (i === 0 ? 900 : i === 5 ? Number.NaN : i === 6 ? 0 : value), 90)
  expect(codes(points, { steps: 500 }, { optimizer: 'lion', totalSteps: 500 })).toEqual([
    'few-points',
    'coarse-stride',
    'stretched',
    'short-run',
    'early-spike',
    'non-finite',
    'zero',
    'l2-for-adaptive'
  ])
})

test('every warning is a sentence or more, with numbers where they help', () => {
  const points = changed((value, i) => (i === 0 ? 900 : i === 5 ? Number.NaN : i === 6 ? 0 : value), 90)
  const warnings = warningsOf(points, { steps: 500 }, { optimizer: 'lion', totalSteps: 500 })
  expect(warnings.length).toBeGreaterThanOrEqual(6)
  for (const { detail } of warnings) expect(detail).toMatch(/^[\dA-Z].{20,}\.$/)
})

test('losses that are thrown up later, or in a single batch, are no overshoot', () => {
  const robust = { preset: 'robust' } as const
  expect(
    codes(
      withLossesOf((x) => (x > 0.5 && x < 0.52 ? 9 : 1)),
      robust
    )
  ).not.toContain('overshoot')
  expect(
    codes(
      withLossesOf((x) => (x === 0.01 ? 99 : 1)),
      robust
    )
  ).not.toContain('overshoot')
  // The first batch may have been an easy one.
  expect(
    codes(
      withLossesOf((x) => (x === 0 ? 0.1 : 1)),
      robust
    )
  ).not.toContain('overshoot')
})
