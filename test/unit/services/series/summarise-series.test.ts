import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Points } from '../../../../src/domain/gradient-norm.ts'
import { stepMax } from '../../../../src/domain/gradient-norm.ts'
import { type Bucket, summariseSeries } from '../../../../src/services/series/summarise-series.ts'
import type { SeriesReading } from '../../../../src/storage/series-repository.ts'

/** A reading as storage gives it, of points in memory, in pieces of three. */
function readingOf(steps: number[], values: number[], from: number, to: number): SeriesReading {
  const inside = steps.map((step, i) => [step, values[i]!] as const).filter(([step]) => step >= from && step < to)
  return {
    head: { version: 1n, points: steps.length, firstStep: steps[0] ?? null, lastStep: steps.at(-1) ?? null, nonFinite: 0 },
    count: inside.length,
    progression: null,
    async *pieces() {
      for (let i = 0; i < inside.length; i += 3) {
        const part = inside.slice(i, i + 3)
        yield { steps: Float64Array.from(part, ([step]) => step), values: Float64Array.from(part, ([, value]) => value) } satisfies Points
      }
    }
  }
}

const summarise = (steps: number[], values: number[], n: number, from = 0, to = stepMax + 1): Promise<Bucket[]> =>
  summariseSeries(readingOf(steps, values, from, to), from, to, n)

it('cuts the steps into as many ranges as asked for, of lengths that differ by one at most, without a gap', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 200 }),
      async (unsorted, n) => {
        const steps = unsorted.sort((a, b) => a - b)
        const buckets = await summarise(steps, steps, n)
        const span = steps.at(-1)! - steps[0]! + 1
        expect(buckets.length).toBe(Math.min(n, span))
        expect(buckets[0]?.fromStep).toBe(steps[0])
        expect(buckets.at(-1)?.toStep).toBe(steps.at(-1)! + 1)
        for (let i = 1; i < buckets.length; i++) expect(buckets[i]?.fromStep).toBe(buckets[i - 1]?.toStep)
        const lengths = buckets.map(({ fromStep, toStep }) => toStep - fromStep)
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(steps.length)
        for (const { fromStep, toStep, min, max, count } of buckets) {
          const inside = steps.filter((step) => step >= fromStep && step < toStep)
          expect([count, min, max]).toEqual([inside.length, inside[0] ?? null, inside.at(-1) ?? null])
        }
      }
    )
  )
})

it('is exact at the largest steps', async () => {
  const buckets = await summarise([0, stepMax], [1, 2], 10_000)
  expect(buckets.length).toBe(10_000)
  expect(buckets.at(-1)).toMatchObject({ toStep: stepMax + 1, count: 1, max: 2 })
  for (let i = 1; i < buckets.length; i++) expect(buckets[i]?.fromStep).toBe(buckets[i - 1]?.toStep)
})

it('counts what is not finite apart, and takes no mean beyond float64', async () => {
  const huge = Number.MAX_VALUE
  expect(await summarise([0, 1, 2, 3], [huge, Number.NaN, huge, Number.POSITIVE_INFINITY], 1)).toEqual([
    { fromStep: 0, toStep: 4, count: 4, first: huge, last: huge, min: huge, max: huge, mean: huge, nonFinite: 2 }
  ])
  expect(await summarise([0], [Number.NaN], 1)).toMatchObject([{ min: null, max: null, mean: null, nonFinite: 1 }])
})

it('keeps to the range of steps that is asked for', async () => {
  expect(await summarise([0, 1, 2, 3], [1, 2, 3, 4], 10, 1, 3)).toMatchObject([
    { fromStep: 1, toStep: 2, mean: 2 },
    { fromStep: 2, toStep: 3, mean: 3 }
  ])
  expect(await summarise([0, 1], [1, 2], 3, 7)).toEqual([])
  expect(await summarise([], [], 3)).toEqual([])
})
