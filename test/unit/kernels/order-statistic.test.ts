import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowerMedian, median, orderStatistic } from '../../../src/kernels/order-statistic.ts'
import { normSeries, seededRandom } from '../../support/norms.ts'

const random = seededRandom(7)

test('the k-th smallest value is that of a sort, bit for bit, for norms of every scale', () => {
  fc.assert(
    fc.property(
      normSeries().chain((values) => fc.tuple(fc.constant(values), fc.integer({ min: 0, max: values.length - 1 }))),
      ([values, k]) => {
        expect(orderStatistic(values, k)).toBe(values.toSorted()[k])
      }
    ),
    { numRuns: 50 }
  )
})

test('the median of an even number is between the two in the middle, and the lower median is the smaller of them', () => {
  const values = Float64Array.of(4, 1, 3, 2)
  expect(median(values)).toBe(2.5)
  expect(lowerMedian(values)).toBe(2)
  expect(median(Float64Array.of(4, 1, 3))).toBe(3)
  expect(lowerMedian(Float64Array.of(4, 1, 3))).toBe(3)
})

test('the largest norms that there are have a median without overflow', () => {
  expect(median(Float64Array.of(1.7e308, 1.7e308))).toBe(1.7e308)
})

const long: [string, number, (i: number, n: number) => number][] = [
  ['noise', 100_001, () => Math.exp(4 * random())],
  ['noise of even number', 30_000, () => random()],
  ['a rising line', 5000, (i) => i],
  ['a falling line', 5000, (i, n) => n - i],
  ['one value alone', 9000, () => 2.5],
  ['two values', 20_000, (i) => (i % 2 === 0 ? 1 : 3)],
  ['values that differ in their last bits', 20_000, (i) => 1 + (i % 97) * Number.EPSILON],
  ['zeros and the least and largest there are', 6000, (i) => [0, Number.MIN_VALUE, Number.MAX_VALUE][i % 3] as number],
  ['values that a sample at even places does not see', 2 ** 15, (i) => (i % 16 === 0 ? 5 : random())],
  ['more values than a sample stands for', 2 ** 20 + 3, () => random()]
]
test.each(long)('of a long series of %s it is that of a sort too, at every rank', (_, n, valueAt) => {
  const values = Float64Array.from({ length: n }, (_, i) => valueAt(i, n))
  const sorted = values.toSorted()
  const [half, others] = [n >> 1, [0, 1, Math.floor(n / 3), n - 2, n - 1]]
  for (const k of [half, ...others]) expect(orderStatistic(values, k)).toBe(sorted[k])
  const middle = n % 2 === 1 ? sorted[half]! : sorted[half - 1]! + (sorted[half]! - sorted[half - 1]!) / 2
  expect(median(values)).toBe(middle)
})
