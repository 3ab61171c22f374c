import { expect, test } from 'vitest'
import { symptoms } from '../../../src/refinement/diagnosis/index.ts'
import type { RunFacts } from '../../../src/refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../../src/refinement/logged-norms.ts'
import { type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { loggedExtent } from '../../../src/refinement/step-spacing.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

const unknown: RunFacts = { optimizer: null, totalSteps: null, series: ['l2'] }

function codes(points: LoggedNorms, options: RefinementOptions = {}, run: Partial<RunFacts> = {}): string[] {
  const facts = { ...unknown, ...run }
  const resolved = resolveOptions(options, { norm: 'l2', totalSteps: facts.totalSteps, extent: loggedExtent(points) })
  return refine(points, resolved, facts).report.warnings.map(({ code }) => code)
}
const consecutive = (values: Float64Array): LoggedNorms => ({ steps: { first: 0, stride: 1 }, values })
const noisy = (n = 2000) => {
  const values = trainingLikeNorms(n)
  return values.map((value, i) => value / (1 + 4 * Math.exp((-40 * i) / n)))
}
const changed = (change: (value: number, i: number) => number, n = 2000) => consecutive(noisy(n).map(change))

const falling = (factor: number) => consecutive(new Float64Array(2000).map((_, i) => (i < 1800 ? 0.01 : factor ** (-(i - 1800) / 199))))

/** An ordinary log with losses that fall by a factor, of which some are moved below 0. */
const withLosses = (factor: number, belowZero = 0) => {
  const losses = Float64Array.from({ length: 2000 }, (_, i) => (i % 100 < belowZero ? -1 : factor ** (-i / 1999)))
  return { ...consecutive(noisy()), losses: consecutive(losses) }
}

test('an ordinary log raises no warning', () => {
  expect(codes(consecutive(noisy()))).toEqual([])
  expect(codes(withLosses(100), { preset: 'robust' })).toEqual([])
})

const cases: Record<string, [sets: () => string[], justNot: () => string[]]> = {
  'clipped-norms': [
    () => codes(changed((value, i) => (i % 5 === 0 ? 9 : Math.min(value, 8)))),
    () => codes(changed((value, i) => (i % 5 === 0 && i > 0 ? 9 : Math.min(value, 8))))
  ],
  'collapsed-norms': [
    // Falling by a factor of 120 over the last tenth, and of 80; with inverse weighting the peak stays where it was.
    () => codes(falling(120), { window: 0, weighting: 'inverse' }),
    () => codes(falling(80), { window: 0, weighting: 'inverse' })
  ],
  'early-spike': [() => codes(changed((value, i) => (i === 0 ? 30 : value))), () => codes(changed((value, i) => (i === 0 ? 2 : value)))],
  'few-points': [() => codes(consecutive(noisy(99))), () => codes(consecutive(noisy(100)))],
  'short-run': [() => codes(consecutive(noisy()), {}, { totalSteps: 2223 }), () => codes(consecutive(noisy()), {}, { totalSteps: 2222 })],
  'coarse-stride': [() => codes(consecutive(noisy(999)), { steps: 1000 }), () => codes(consecutive(noisy(1000)), { steps: 2000 })],
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
  'loss-range': [
    // The filter leaves a twentieth of the range at the right edge.
    () => codes(withLosses(3e4), { preset: 'robust' }),
    () => codes(withLosses(9e3), { preset: 'robust' })
  ],
  'loss-not-positive': [() => codes(withLosses(10, 11), { preset: 'robust' }), () => codes(withLosses(10, 10), { preset: 'robust' })],
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

test('a single largest norm is shared by nobody, however few the points', () => {
  expect(codes(consecutive(Float64Array.of(1, 2, 3)))).not.toContain('clipped-norms')
  expect(codes(consecutive(Float64Array.of(1, 3, 3)))).toContain('clipped-norms')
})

test('collapsed norms are noticed by a late peak too', () => {
  const values = new Float64Array(1000).fill(1).map((_, i) => (i < 950 ? 1 : 0.05))
  expect(codes(consecutive(values), { window: 0.01 })).toContain('collapsed-norms')
})

test('every warning is a sentence or more, with numbers where they help', () => {
  const points = changed((value, i) => (i === 0 ? 900 : i === 5 ? Number.NaN : i === 6 ? 0 : value), 90)
  const resolved = resolveOptions({ steps: 500 }, { norm: 'l2', totalSteps: 500, extent: 90 })
  const { warnings } = refine(points, resolved, { optimizer: 'lion', totalSteps: 500, series: ['l2'] }).report
  expect(warnings.length).toBeGreaterThanOrEqual(6)
  for (const { detail } of warnings) expect(detail).toMatch(/^[\dA-Z].{20,}\.$/)
})
