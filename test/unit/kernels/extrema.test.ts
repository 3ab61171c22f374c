import { expect, test } from 'vitest'
import { arePositive, countBelow, extrema } from '../../../src/kernels/extrema.ts'

const values = Float64Array.of(3, 1, 2, 3)

test('the smallest and the largest value are found, and of none the limits', () => {
  expect(extrema(values)).toEqual([1, 3])
  expect(extrema(new Float64Array(0))).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
})

test('a value that equals the bound is not below it', () => {
  expect(countBelow(values, 3)).toBe(2)
  expect(countBelow(values, 1)).toBe(0)
})

test.each([0, -0, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%s among them, not all are positive', (value) => {
  expect(arePositive(Float64Array.of(1, value, 5e-324))).toBe(false)
})

test('subnormal and largest norms are positive', () => {
  expect(arePositive(Float64Array.of(5e-324, 1, Number.MAX_VALUE))).toBe(true)
})

test('long series are searched to their end', () => {
  const long = new Float64Array(100_001).fill(2)
  long[100_000] = 3
  long[50_000] = 1
  expect(extrema(long)).toEqual([1, 3])
  expect(countBelow(long, 3)).toBe(100_000)
  expect(arePositive(long)).toBe(true)
  long[100_000] = 0
  expect(arePositive(long)).toBe(false)
})
