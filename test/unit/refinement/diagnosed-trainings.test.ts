import { expect, test } from 'vitest'
import { ceilingOf } from '../../../src/refinement/diagnosis/ceiling.ts'
import { rateFacts } from '../../../src/refinement/diagnosis/rate-facts.ts'
import { type RunFacts, unknownRun } from '../../../src/refinement/diagnosis/symptom.ts'
import { type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { simulate, simulateNormalised, type Training } from '../../support/simulated-training.ts'

/** The warnings about a log of simulated training, by preset paper. */
function codes(values: Float64Array, norm: 'l1' | 'l2', run: Partial<RunFacts> = {}, options: RefinementOptions = {}): string[] {
  const resolved = resolveOptions({ preset: 'paper', ...options }, { norm, totalSteps: null, extent: values.length })
  const points = { steps: { first: 0, stride: 1 }, values: values.slice() }
  return refine(points, resolved, { ...unknownRun, series: [norm], ...run }).report.warnings.map(({ code }) => code)
}

const seeds = [11, 12, 13]
/** What a fit of the early transient says is no matter here. */
const grave = (found: string[]) => found.filter((code) => code !== 'early-spike')

const steps = 1200
const cleanNetwork = { steps, optimizer: 'adam', rate: 0.01, hidden: 16, distance: 4 } as const
const noisyNetwork = { ...cleanNetwork, hidden: 12, wrongLabels: 0.3 } as const
const regression = { steps, optimizer: 'sgd', rate: 0.3, distance: 1 } as const
const adamRegression = { ...regression, optimizer: 'adam', rate: 0.02 } as const

const l2 = (training: Omit<Training, 'seed'>, seed: number) => simulate({ ...training, seed }).l2
const l1 = (training: Omit<Training, 'seed'>, seed: number) => simulate({ ...training, seed }).l1

test.each(seeds)('training that converges on clean data is collapsed, and training whose gradients stay noisy is not (seed %i)', (seed) => {
  expect(codes(l1(cleanNetwork, seed), 'l1')).toContain('collapsed-norms')
  expect(grave(codes(l1(noisyNetwork, seed), 'l1'))).toEqual([])
  expect(grave(codes(l2(regression, seed), 'l2'))).toEqual([])
  expect(grave(codes(l1(adamRegression, seed), 'l1'))).toEqual([])
})

test.each(seeds)('logs of other schedules and of noise from outside show no fault of the log (seed %i)', (seed) => {
  const stepwise = (x: number) => (x < 0.3 ? 1 : x < 0.6 ? 0.1 : 0.01)
  expect(grave(codes(l2({ ...regression, schedule: () => 1, rate: 0.1 }, seed), 'l2'))).toEqual([])
  expect(grave(codes(l2({ ...regression, schedule: stepwise, rate: 0.5 }, seed), 'l2'))).toEqual([])
  for (const noise of [
    (x: number) => (x < 0.25 ? 0.8 : 0.1),
    (x: number) => (x > 0.7 ? 0.4 : 0.1),
    (x: number) => (x > 0.4 && x < 0.6 ? 2 : 0.5)
  ]) {
    expect(codes(l2({ ...regression, rate: 0.1, noise }, seed), 'l2')).toEqual(['implausible-gain'])
  }
})

test.each(seeds)('clipping before the norm is taken is noticed, and a clip that raw norms pass is not (seed %i)', (seed) => {
  const clipped = simulate({ ...adamRegression, seed, loggedAfterClipping: 0.4 })
  const raw = simulate({ ...adamRegression, seed })
  expect(codes(clipped.l2, 'l2')).toContain('clipped-norms')
  expect(codes(clipped.l1, 'l1')).not.toContain('clipped-norms')
  expect(codes(clipped.l1, 'l1', { l2Ceiling: ceilingOf(clipped.l2) })).toContain('clipped-norms')
  expect(codes(raw.l1, 'l1', { l2Ceiling: ceilingOf(raw.l2), clipNorm: 0.4 })).not.toContain('clipped-norms')
  expect(codes(raw.l2, 'l2', { clipNorm: 0.4 })).not.toContain('clipped-norms')
})

test.each(seeds)('a loss scale that falls and grows is noticed (seed %i)', (seed) => {
  const norms = l2({ ...regression, batch: 64 }, seed)
  const scaled = (scale: (i: number) => number) =>
    codes(
      norms.map((norm, i) => norm * scale(i)),
      'l2'
    )
  expect(scaled((i) => (i < 500 ? 65536 : 32768))).toContain('loss-scale')
  expect(scaled((i) => 1024 * 2 ** Math.floor(i / 300))).toContain('loss-scale')
  expect(scaled((i) => (i < 300 ? 1 : i < 800 ? 2 : 1))).toContain('loss-scale')
  // A skipped step, whose norm is not finite, stands at the jump.
  expect(scaled((i) => (i < 500 ? 4 : i === 500 ? Number.POSITIVE_INFINITY : 2))).toContain('loss-scale')
  expect(scaled((i) => (i < 500 ? 3 : 1))).not.toContain('loss-scale')
})

test.each(seeds)('dead stretches that pass the median filter are noticed, also of l1 norms, and shorter ones are not (seed %i)', (seed) => {
  const norms = l2(regression, seed)
  const dead = (share: number) => norms.map((norm, i) => (i >= 400 && i < 400 + share * steps ? norm * 1e-3 : norm))
  for (const share of [0.06, 0.08, 0.2]) expect(codes(dead(share), 'l2')).toContain('concentrated')
  expect(codes(dead(0.08), 'l1')).toContain('concentrated')
  expect(codes(dead(0.03), 'l2')).not.toContain('concentrated')
})

test.each(seeds)('norms that were printed with too few decimals are noticed (seed %i)', (seed) => {
  const norms = l2(regression, seed)
  const printed = (digits: number) =>
    codes(
      norms.map((norm) => Math.fround(Number((norm / 3).toFixed(digits)))),
      'l2'
    )
  expect(printed(1)).toContain('rounded')
  expect(printed(2)).toContain('rounded')
  expect(printed(4)).not.toContain('rounded')
})

test.each(seeds)(
  'what weight decay writes into the norms is noticed by decay or rates, and neither without decay, with SGDC, nor at a constant rate (seed %i)',
  (seed) => {
    const normalised = { steps: 3000, seed, rate: 1 }
    const found = (log: { l2: Float64Array; rate: Float64Array }, run: Partial<RunFacts>) =>
      codes(log.l2, 'l2', { rates: rateFacts({ steps: { first: 0, stride: 1 }, values: log.rate }, 0, 2999), ...run })
    const decayed = simulateNormalised({ ...normalised, weightDecay: 0.02 })
    expect(found(decayed, {})).toContain('rising-norms')
    expect(found(decayed, { weightDecay: 0.02, rates: null })).toContain('rising-norms')
    expect(found(simulateNormalised({ ...normalised, weightDecay: 0 }), {})).not.toContain('rising-norms')
    expect(found(simulateNormalised({ ...normalised, weightDecay: 0.02, isCorrected: true }), { weightDecay: 0.02 })).not.toContain(
      'rising-norms'
    )
    expect(found(simulateNormalised({ ...normalised, weightDecay: 0.02, schedule: () => 1 }), { weightDecay: 0.02 })).not.toContain(
      'rising-norms'
    )
  }
)
