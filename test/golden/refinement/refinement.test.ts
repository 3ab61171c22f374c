import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { csv } from '../../../src/formats/logs/csv.ts'
import { placeLog } from '../../../src/formats/logs/norm-log.ts'
import { slidingMedian } from '../../../src/kernels/sliding-median.ts'
import { unknownRun } from '../../../src/refinement/diagnosis/symptom.ts'
import { type RefinementOptions, resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { loggedExtent } from '../../../src/refinement/step-spacing.ts'
import { computing } from '../../support/engines.ts'

const tolerance = 1e-9
const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

interface Case {
  name: string
  n: number
  seed: number
  preset: 'paper' | 'reference'
  weighting: 'inverse-square' | 'inverse'
  steps: number
  window?: number
  trim?: [number, number]
  warmupFloor?: number
  first?: number
  stride?: number
  gap?: number
  gapEvery?: number
  scale?: number
  odd?: Record<string, number>
  expected: Expected & { used: number; clamped: number; refined: number; linear: number; unitPeakRate: number }
}

interface Expected {
  filterWidth: number
  peakStep: number
  indices: number[]
  multipliers: number[]
}

/** The log of a case: the same generator as in `generate.py`. */
function logOf({ n, seed, odd = {}, first = 0, stride = 1, gap = 1, gapEvery = 0, scale = 1 }: Case) {
  let state = seed
  const values = Float64Array.from({ length: n }, (_, i) => {
    state = (state * 48271) % 2147483647
    return (0.5 + state / 2147483647) * (1 + 8 / (1 + (40 * i) / n) + i / n)
  })
  for (const [word, every] of Object.entries(odd)) {
    for (let i = every >> 1; i < n; i += every)
      values[i] = word === 'nan' ? Number.NaN : word === 'inf' ? Number.POSITIVE_INFINITY : Number(word)
  }
  let step = first
  const steps = Float64Array.from({ length: n }, (_, i) => {
    const here = step
    step += stride * (gapEvery > 0 && i % gapEvery === gapEvery - 1 ? gap : 1)
    return here
  })
  return { steps, values: values.map((value) => value * scale) }
}

function optionsOf({ preset, weighting, steps, window, trim, warmupFloor }: Case): RefinementOptions {
  return {
    preset,
    weighting,
    steps,
    ...(window === undefined ? {} : { window }),
    ...(trim === undefined ? {} : { trim: { start: trim[0], end: trim[1] } }),
    ...(warmupFloor === undefined ? {} : { warmupFloor })
  }
}

function expectMultipliers(multipliers: Float64Array, { indices, multipliers: expected }: Expected) {
  const errors = indices.map((index, k) => Math.abs(multipliers[index]! - expected[k]!))
  expect(Math.max(...errors)).toBeLessThan(tolerance)
}

describe.each(computing)('by $by', ({ engine }) => {
  test.each((read('cases.json').cases as Case[]).map((one) => [one.name, one] as const))(
    '%s: the schedule is that of NumPy and SciPy to 1e-9, and so is the report',
    (_, one) => {
      const points = logOf(one)
      const resolved = resolveOptions(optionsOf(one), { norm: 'l2', totalSteps: null, extent: loggedExtent(points) })
      const { multipliers, report } = refine(points, resolved, unknownRun, { engine })
      expect(report.engine).toMatchObject({ name: engine?.description.name ?? 'reference', precision: 'float64' })
      const { expected } = one
      expectMultipliers(multipliers, expected)
      expect(report.filterWidth).toBe(expected.filterWidth)
      expect(report.peak.step).toBe(expected.peakStep)
      expect(report.points).toMatchObject({ received: one.n, used: expected.used, clamped: expected.clamped })
      for (const [ours, theirs] of [
        [report.bound.refined, expected.refined],
        [report.bound.linear, expected.linear],
        [report.unitPeakRate, expected.unitPeakRate]
      ] as const) {
        expect(Math.abs(ours / theirs - 1)).toBeLessThan(tolerance)
      }
    }
  )
})

const logs = process.env.TAPER_TEST_LOGS ?? new URL('../../../../shared/data/gradient-norms', import.meta.url).pathname

// By the plain loops alone: that engines give what they give is said by the cases above and by test/unit/kernels/series.test.ts.
describe('the logs of the paper', () => {
  const golden = read('training-logs.json')
  const names = Object.keys(golden).filter((name) => name !== 'note')
  const cases = names.flatMap((name) => (['paper', 'reference'] as const).map((preset) => ({ name, preset })))
  test.for(cases)('$name with preset $preset gives the schedule that SciPy gives, to 1e-9', async ({ name, preset }, { skip }) => {
    const file = `${logs}/${name}.csv`
    if (!existsSync(file)) skip(`${name}.csv is not there: it may not be copied into this repository (see README.md)`)
    async function* chunks() {
      yield new Uint8Array(readFileSync(file))
    }
    const { norm, rows } = golden[name]
    const expected = golden[name][preset] as Expected & { steps: number }
    const { points } = placeLog(await csv.read(chunks()))
    expect(points.values.length).toBe(rows)
    const resolved = resolveOptions({ preset, steps: expected.steps }, { norm, totalSteps: null, extent: loggedExtent(points) })
    const { multipliers, report } = refine(points, resolved)
    expectMultipliers(multipliers, expected)
    expect(report).toMatchObject({ filterWidth: expected.filterWidth, peak: { step: expected.peakStep } })
  })
})

describe('a log of twelve points', () => {
  const golden = read('closed-form.json')
  const points = { steps: { first: 0, stride: 1 }, values: Float64Array.from(golden.G as number[]) }
  const context = { norm: 'l2', totalSteps: null, extent: 12 } as const
  const run = (weighting: 'inverse-square' | 'inverse') =>
    refine(points, resolveOptions({ preset: 'paper', window: 0, weighting }, context))
  const indices = [...points.values.keys()]

  test('has the closed form of the paper for SGD, with its peak and the rate at multiplier 1', () => {
    const { multipliers, report } = run('inverse-square')
    expectMultipliers(multipliers, { indices, multipliers: golden.closed_sgd_norm, filterWidth: 1, peakStep: 4 })
    expect(report.bound.refined).toBeCloseTo(golden.theory_scale_D1, 12)
    // η_t = γ·w_t·tail_t/Q with γ = 1/√Q: the largest unnormalised value times 1/√Q.
    expect(report.unitPeakRate).toBeCloseTo(Math.max(...golden.closed_sgd_unnormalised) * golden.theory_scale_D1, 12)
  })

  test('has the closed form of the paper for Adam on l1 norms', () => {
    expectMultipliers(run('inverse').multipliers, { indices, multipliers: golden.closed_adam_L1_norm, filterWidth: 1, peakStep: 4 })
  })

  test('has the median filter of SciPy, bit for bit', () => {
    const { raw, filter_width: width, out } = golden.median
    expect([...slidingMedian(Float64Array.from(raw as number[]), width)]).toEqual(out)
  })

  test('has, filtered, the closed form of the filtered norms', () => {
    const { raw, filter_width: width, sched_sgd_norm: expected } = golden.median
    const filtered = slidingMedian(Float64Array.from(raw as number[]), width)
    const { multipliers } = refine(
      { steps: { first: 0, stride: 1 }, values: filtered },
      resolveOptions({ preset: 'paper', window: 0 }, { ...context, extent: filtered.length })
    )
    expectMultipliers(multipliers, { indices: [...filtered.keys()], multipliers: expected, filterWidth: 1, peakStep: 3 })
  })
})
