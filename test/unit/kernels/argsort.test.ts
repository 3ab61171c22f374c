import fc from 'fast-check'
import { expect, test } from 'vitest'
import { argsort } from '../../../src/kernels/median/argsort.ts'
import { normSeries, seededRandom } from '../../support/norms.ts'

const plainOrder = (values: Float64Array) => [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b)

test('the order is that of a stable sort, and the rank its inverse, for norms of every scale', () => {
  fc.assert(
    fc.property(normSeries(), (values) => {
      const { order, rank } = argsort(values)
      expect([...order]).toEqual(plainOrder(values))
      expect([...order].map((index) => rank[index])).toEqual([...values.keys()])
    }),
    { numRuns: 500 }
  )
})

test('zeros and subnormal norms have their place', () => {
  expect([...argsort(Float64Array.of(5e-324, 0, 1, 0, 1e-310)).order]).toEqual([1, 3, 0, 4, 2])
})

test('norms are ordered by their last bits where all others agree', () => {
  const random = seededRandom(7)
  // With 1.7e308 and 5e-324 among them, a first key of 30 bits leaves 33 bits out.
  const values = Float64Array.from({ length: 3000 }, () => 1 + Math.floor(random() * 2 ** 31) * 2 ** -52)
  values[10] = 1.7e308
  values[2000] = 5e-324
  expect([...argsort(values).order]).toEqual(plainOrder(values))
})

test('long runs of nearly equal norms in falling order are sorted without a quadratic number of steps', () => {
  const n = 300_000
  const values = Float64Array.from({ length: n }, (_, i) => 1 + (n - i) * 2 ** -52)
  values[0] = 1e300
  const { order } = argsort(values)
  expect(order[0]).toBe(n - 1)
  expect(order[n - 1]).toBe(0)
  expect(order.every((index, r) => r === 0 || values[order[r - 1]!]! <= values[index]!)).toBe(true)
})

test('the values are not changed, and the workspace may be larger than they are', () => {
  const values = Float64Array.of(3, 1, 2)
  argsort(values, new Float64Array(10))
  expect([...values]).toEqual([3, 1, 2])
})

test('a view into the middle of a buffer is sorted like a copy', () => {
  const values = Float64Array.of(9, 9, 3, 1, 2, 0).subarray(2, 5)
  expect([...argsort(values).order]).toEqual([1, 2, 0])
})
