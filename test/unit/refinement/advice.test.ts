import { expect, test } from 'vitest'
import { type RunFacts, unknownRun } from '../../../src/refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../../src/refinement/logged-norms.ts'
import { type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { seededNormal, simulate, type Training } from '../../support/simulated-training.ts'

const consecutive = (values: Float64Array): LoggedNorms => ({ steps: { first: 0, stride: 1 }, values })

function reportOf(points: LoggedNorms, options: RefinementOptions = {}, run: Partial<RunFacts> = {}) {
  const n = points.values.length
  const resolved = resolveOptions({ preset: 'robust', ...options }, { norm: options.norm ?? 'l2', totalSteps: null, extent: n })
  return refine({ ...points, values: points.values.slice() }, resolved, { ...unknownRun, ...run }).report
}
const adviceOf = (...given: Parameters<typeof reportOf>) => reportOf(...given).advice
const verdict = (...given: Parameters<typeof reportOf>) => adviceOf(...given).verdict

/** A curve with a little noise. */
function curve(at: (fraction: number) => number, n = 2000, seed = 1): Float64Array {
  const normal = seededNormal(seed)
  return Float64Array.from({ length: n }, (_, i) => at(i / n) * Math.exp(0.1 * normal()))
}
const logOf = (norm: (x: number) => number, loss?: (x: number) => number, n = 2000): LoggedNorms => ({
  ...consecutive(curve(norm, n)),
  ...(loss === undefined ? {} : { losses: consecutive(curve(loss, n, 2)) })
})

test('with losses a schedule is advised where norms move against the loss or more than it, by more than half', () => {
  const loss = (x: number) => 2 / (1 + 3 * x)
  expect(verdict(logOf((x) => 1 + 2 * x, loss))).toBe('refined')
  expect(verdict(logOf((x) => loss(x) ** 1.6, loss))).toBe('refined')
  expect(verdict(logOf((x) => loss(x) ** 0.8, loss))).toBe('either')
  expect(verdict(logOf((x) => 1 + 0.3 * x, loss))).toBe('either')
})

test('without losses a schedule is advised where norms rise', () => {
  expect(verdict(logOf((x) => (x < 0.5 ? 0.88 : 1)))).toBe('refined')
  expect(verdict(logOf((x) => (x < 0.5 ? 0.92 : 1)))).toBe('either')
  expect(verdict(logOf((x) => (x < 0.5 ? 2 : 1)))).toBe('either')
})

test('a rise that preset robust takes for noise is said to leave linear decay', () => {
  const small = logOf((x) => (x < 0.5 ? 0.88 : 1))
  expect(adviceOf(small).detail).toContain('which is linear decay after a warm-up: the norms rise to 1.14 times')
  expect(adviceOf(logOf((x) => (x < 0.5 ? 0.5 : 1))).detail).toContain('steps count less where they are larger')
})

test.each([
  ['few-points', logOf((x) => 1 + x, undefined, 90), {}],
  ['coarse-stride', logOf((x) => 1 + x, undefined, 500), { steps: 1000 }],
  ['concentrated', logOf((x) => (x > 0.2 && x < 0.28 ? 1e-3 : 1 + x)), {}],
  ['loss-scale', logOf((x) => (x < 0.4 ? 32768 : 65536)), {}]
] as const)('a log with %s is never a reason for a schedule of its own', (code, points, options) => {
  const report = reportOf(points, options)
  expect(report.warnings.map((warning) => warning.code)).toContain(code)
  expect(report.advice).toMatchObject({ verdict: 'either', detail: expect.stringContaining(`\`${code}\``) })
})

test('collapsed norms speak for warm-up and linear decay against presets paper and reference, and not against robust', () => {
  const collapsed = logOf((x) => 0.02 ** x)
  expect(verdict(collapsed, { preset: 'paper' })).toBe('warm-up-linear')
  expect(verdict(collapsed, { preset: 'reference' })).toBe('warm-up-linear')
  expect(verdict(collapsed)).toBe('either')
})

test('losses that vanish speak for warm-up and linear decay, which preset robust then answers', () => {
  const vanished = logOf(
    (x) => 0.02 ** x,
    (x) => 1e-5 ** x
  )
  expect(adviceOf(vanished)).toMatchObject({ verdict: 'warm-up-linear', detail: expect.stringMatching(/^Train with this schedule/) })
  expect(adviceOf(vanished, { preset: 'paper' })).toMatchObject({
    verdict: 'warm-up-linear',
    detail: expect.stringMatching(/^Train with 5 %/)
  })
})

test('where the presets differ much, the advice says what evidence stands on which side, and else not', () => {
  const falling = logOf((x) => 0.3 ** x)
  expect(adviceOf(falling).detail).toContain('large models')
  expect(adviceOf(falling, { preset: 'paper' }).detail).toContain('large models')
  const rising = logOf((x) => 1 + 2 * x)
  expect(adviceOf(rising).detail).not.toContain('large models')
  expect(adviceOf(rising, { preset: 'paper' }).detail).not.toContain('large models')
})

test('what weight decay made the run forget is decay times the sum of its rates, and null where either is unknown', () => {
  const points = logOf(() => 1)
  const rates = { sum: 12, curve: [] }
  expect(reportOf(points, {}, { weightDecay: 0.1, rates }).forgetting).toBeCloseTo(1.2, 12)
  expect(reportOf(points, {}, { weightDecay: 0 }).forgetting).toBe(0)
  expect(reportOf(points, {}, { weightDecay: 0.1 }).forgetting).toBeNull()
  expect(reportOf(points, {}, { rates }).forgetting).toBeNull()
})

const steps = 800
const problems: readonly [name: string, training: Omit<Training, 'seed'>, norm: 'l1' | 'l2', verdict: string][] = [
  ['a clean network', { steps, optimizer: 'adam', rate: 0.01, hidden: 8, distance: 4 }, 'l1', 'either or warm-up-linear'],
  ['a network on wrong labels', { steps, optimizer: 'adam', rate: 0.01, hidden: 8, distance: 4, wrongLabels: 0.3 }, 'l1', 'either'],
  ['logistic regression with SGD', { steps, optimizer: 'sgd', rate: 0.3, distance: 1 }, 'l2', 'either'],
  ['logistic regression with Adam', { steps, optimizer: 'adam', rate: 0.02, distance: 1 }, 'l1', 'either'],
  [
    'noise that grows four times late',
    { steps, optimizer: 'sgd', rate: 0.1, distance: 1, noise: (x) => (x > 0.7 ? 0.4 : 0.1) },
    'l2',
    'refined'
  ],
  ['noise that grows all the time', { steps, optimizer: 'sgd', rate: 0.1, distance: 1, noise: (x) => 0.1 * 8 ** x }, 'l2', 'refined'],
  [
    'noise that is eight times as large early',
    { steps, optimizer: 'sgd', rate: 0.1, distance: 1, noise: (x) => (x < 0.25 ? 0.8 : 0.1) },
    'l2',
    'refined'
  ]
]
test.each(problems)('nine of ten logs of %s get the verdict that suits them', (_, training, norm, expected) => {
  const verdicts = Array.from({ length: 10 }, (_, seed) => {
    const log = simulate({ ...training, seed: 100 + seed })
    return verdict({ ...consecutive(log[norm]), losses: consecutive(log.loss) }, { norm })
  })
  expect(verdicts.filter((one) => expected.includes(one)).length).toBeGreaterThanOrEqual(9)
})

test('a rise and fall that the loss does not explain is seen, though no line through norms and losses shows it', () => {
  const loss = (x: number) => 2 / (1 + 3 * x)
  const bump = logOf((x) => (x > 0.4 && x < 0.6 ? 4 : 1) * loss(x) ** 0.7, loss)
  for (const preset of ['robust', 'paper'] as const) {
    expect(adviceOf(bump, { preset })).toMatchObject({
      verdict: 'refined',
      detail: expect.stringContaining('that the losses do not explain')
    })
    expect(reportOf(bump, { preset }).warnings.map(({ code }) => code)).not.toContain('implausible-gain')
  }
})

test('norms that the loss explains speak against preset paper where they change much, and for neither where they do not', () => {
  const loss = (x: number) => 2 / (1 + 3 * x)
  expect(
    adviceOf(
      logOf((x) => loss(x) ** 0.4, loss),
      { preset: 'paper' }
    )
  ).toMatchObject({
    verdict: 'warm-up-linear',
    detail: expect.stringContaining('the losses explain it')
  })
  expect(
    verdict(
      logOf((x) => loss(x) ** 0.2, loss),
      { preset: 'paper' }
    )
  ).toBe('either')
  expect(
    verdict(
      logOf((x) => 1 + 2 * x, loss),
      { preset: 'paper' }
    )
  ).toBe('refined')
})

test('norms that collapse against their losses are no convergence, which speaks for preset paper', () => {
  const points = logOf(
    (x) => 0.1 ** x,
    (x) => 2 - x
  )
  expect(reportOf(points, { preset: 'paper' }).warnings.map(({ code }) => code)).toContain('collapsed-norms')
  expect(verdict(points, { preset: 'paper' })).toBe('refined')
})

test('a run whose rate was too high speaks for a lower peak, whatever the preset', () => {
  const thrown = logOf(
    (x) => (x < 0.3 ? 9 * 0.1 ** (x / 0.3) : 0.9),
    (x) => (x < 0.001 ? 2 : x < 0.1 ? 20 * 0.1 ** (x / 0.1) : 1 / (1 + x))
  )
  for (const preset of ['robust', 'paper'] as const) {
    expect(adviceOf(thrown, { preset })).toMatchObject({ verdict: 'warm-up-linear', detail: expect.stringContaining('lower peak') })
  }
})

test('losses of a part of the run are said to be, and make no schedule advised', () => {
  const points = logOf((x) => 1 + 3 * x)
  const half = { ...points, losses: { steps: { first: 1000, stride: 1 }, values: curve((x) => 2 - x, 1000, 2) } }
  const report = reportOf(half)
  expect(report.losses).toMatchObject({ covered: expect.closeTo(0.5, 2), detail: expect.stringContaining('They cover 50 % of the steps') })
  expect(report.warnings.find(({ code }) => code === 'loss-span')?.detail).toContain('cover 50 % of the steps')
  expect(report.advice.verdict).toBe('either')
  expect(reportOf({ ...points, losses: consecutive(curve((x) => 2 - x)) }).losses.covered).toBe(1)
})
