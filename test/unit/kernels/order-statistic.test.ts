import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowerMedian, median, orderStatistic } from '../../../src/kernels/order-statistic.ts'
import { normSeries } from '../../support/norms.ts'

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
