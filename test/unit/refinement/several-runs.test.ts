import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import type { RunNorms } from '../../../src/refinement/several-runs.ts'
import { seededRandom, trainingLikeNorms } from '../../support/norms.ts'

const options = (steps: number, more = {}) => resolveOptions({ steps, ...more }, { norm: 'l2', totalSteps: null, extent: steps })
const run = (values: Float64Array, runId = 'r', steps: RunNorms['points']['steps'] = { first: 0, stride: 1 }): RunNorms => ({
  runId,
  points: { values, steps }
})
const uneven = (count: number) => Float64Array.from({ length: count }, (_, i) => 3 * i + (i % 7 === 0 ? 1 : 0))
const presets = [{ preset: 'paper' as const }, { preset: 'reference' as const }, { window: 0, weighting: 'inverse' as const }]

/** Norms as logs have them, each log of its own length. */
const log = fc.tuple(fc.integer({ min: 30, max: 300 }), fc.integer()).map(([n, seed]) => trainingLikeNorms(n, seed))

function expectClose(a: Float64Array, b: Float64Array, within = 1e-9): void {
  expect(a.length).toBe(b.length)
  for (const [i, value] of a.entries()) if (!(Math.abs(value - b[i]!) < within)) expect(value).toBeCloseTo(b[i]!, 12)
}

describe('a refinement of several runs', () => {
  it.each(presets)('of one run given twice is that of the run alone, bit for bit: %j', (more) => {
    fc.assert(
      fc.property(log, fc.integer({ min: 2, max: 400 }), fc.boolean(), fc.integer({ min: 2, max: 4 }), (values, steps, isUneven, times) => {
        const one = run(values, 'r', isUneven ? uneven(values.length) : undefined)
        const alone = refine(one.points, options(steps, more))
        const together = refine(Array(times).fill(one), options(steps, more))
        expect(together.multipliers).toEqual(alone.multipliers)
        expect(together.report.bound).toEqual(alone.report.bound)
        expect(together.report.filterWidth).toBe(alone.report.filterWidth)
      }),
      { numRuns: 40 }
    )
  })

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(log, { minLength: 2, maxLength: 6 }), fc.integer(), (logs, seed) => {
        const random = seededRandom(seed)
        const runs = logs.map((values, i) => run(values, `r${i}`))
        const shuffled = [...runs].map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at)
        const [a, b] = [
          refine(runs, options(200)),
          refine(
            shuffled.map(({ one }) => one),
            options(200)
          )
        ]
        expect(b.multipliers).toEqual(a.multipliers)
        expect(b.report.band).toEqual(a.report.band)
      })
    )
  })

  it('does not depend on the scale of one of them', () => {
    fc.assert(
      fc.property(fc.array(log, { minLength: 2, maxLength: 5 }), fc.constantFrom(1e-200, 1e-3, 7, 1e6, 1e200), (logs, scale) => {
        const runs = logs.map((values, i) => run(values, `r${i}`))
        const scaled = runs.map((one, i) =>
          i === 0
            ? run(
                one.points.values.map((value) => value * scale),
                'r0'
              )
            : one
        )
        const [a, b] = [refine(runs, options(150)), refine(scaled, options(150))]
        expectClose(b.multipliers, a.multipliers)
        expect(b.report.bound.gain).toBeCloseTo(a.report.bound.gain, 9)
      })
    )
  })

  it('is of the pointwise median, where all have the same scale and length', () => {
    const logs = [1, 2, 3, 4].map((seed) => {
      const values = trainingLikeNorms(501, seed)
      // Scaled by a power of two so that the medians of all are the same number.
      values[0] = 1
      const middle = [...values].sort((a, b) => a - b)[250] as number
      return values.map((value) => value / middle)
    })
    const median = Float64Array.from({ length: 501 }, (_, t) => {
      const at = logs.map((values) => values[t]!).sort((a, b) => a - b)
      return (at[1]! + at[2]!) / 2
    })
    const together = refine(
      logs.map((values) => run(values)),
      options(501, { window: 0 })
    )
    expectClose(together.multipliers, refine(run(median).points, options(501, { window: 0 })).multipliers, 1e-12)
  })

  it('follows runs by fractions of their extent: one logged at every tenth step is the same curve', () => {
    const smooth = Float64Array.from({ length: 2001 }, (_, t) => 1 + t / 1000)
    const coarse = smooth.filter((_, t) => t % 10 === 0)
    const together = refine([run(smooth, 'fine'), run(coarse, 'coarse', { first: 5, stride: 10 })], options(2001, { window: 0 }))
    expectClose(together.multipliers, refine(run(smooth).points, options(2001, { window: 0 })).multipliers)
    const unknown = { weightDecay: null, clipNorm: null, forgetting: null }
    expect(together.report.runs).toEqual([
      { runId: 'fine', points: { received: 2001, used: 2001, nonFinite: 0, zero: 0, trimmed: 0 }, ...unknown },
      { runId: 'coarse', points: { received: 201, used: 201, nonFinite: 0, zero: 0, trimmed: 0 }, ...unknown }
    ])
    expect(together.report.points.received).toBe(2202)
  })

  it('tells the quartiles of their norms, at 200 places at most, in order', () => {
    fc.assert(
      fc.property(fc.array(log, { minLength: 2, maxLength: 6 }), (logs) => {
        const { buckets } = refine(
          logs.map((values) => run(values)),
          options(100)
        ).report.band ?? { buckets: [] }
        expect(buckets.length).toBe(Math.min(200, Math.max(...logs.map(({ length }) => length))))
        buckets.forEach(({ fraction, lower, median, upper }, i) => {
          const before = i === 0 ? 0 : (buckets[i - 1]?.fraction ?? 0) + 1e-9
          if (!(lower <= median && median <= upper && before <= fraction && fraction <= 1)) expect.fail(JSON.stringify(buckets[i]))
        })
      }),
      { numRuns: 50 }
    )
    const constant = [1, 2, 3, 4, 5].map((c) => run(new Float64Array(10).fill(c), `r${c}`))
    // Brought to one scale, constant norms are one line.
    const buckets = refine(constant, options(10)).report.band?.buckets ?? []
    expect(buckets.length).toBe(10)
    for (const { lower, median, upper } of buckets) expect([lower, median, upper].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([3, 3, 3])
  })

  it('names the run that has too few usable norms', () => {
    const few = run(Float64Array.of(0, 1, Number.NaN), 'the-short-one')
    expect(() => refine([run(trainingLikeNorms(50)), few], options(50))).toThrow('"the-short-one"')
  })
})
