import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compact, linearTicks, logTicks } from '../../../src/formats/charts/ticks.ts'

test('ticks are round numbers within the limits, about as many as wanted', () => {
  expect(linearTicks(0, 1, 2)).toEqual([0, 0.5, 1])
  expect(linearTicks(0, 500_500, 5)).toEqual([0, 100_000, 200_000, 300_000, 400_000, 500_000])
  expect(linearTicks(7, 7, 4)).toEqual([7])
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, extent) => {
      const ticks = linearTicks(low, low + extent, 5)
      expect(ticks.length).toBeGreaterThanOrEqual(1)
      expect(ticks.length).toBeLessThanOrEqual(9)
      expect(Math.min(...ticks)).toBeGreaterThanOrEqual(low - 1e-6 * extent)
      expect(Math.max(...ticks)).toBeLessThanOrEqual(low + extent * (1 + 1e-6))
    })
  )
})

test('logarithmic ticks are powers of ten, with 2 and 5 between where there are few', () => {
  expect(logTicks(1, 1e4).map(Math.log10)).toEqual([0, 1, 2, 3, 4])
  expect(logTicks(1, 10)).toEqual([1, 2, 5, 10])
  expect(logTicks(1e-300, 1e300).length).toBeLessThan(8)
})

test.each([
  [0, '0'],
  [1, '1'],
  [0.25, '0.25'],
  [1500, '1.5k'],
  [250_000, '250k'],
  [1e6, '1M'],
  [2.5e9, '2.5G'],
  [0.001, '0.001'],
  [0.00042, '4.2e-4'],
  [1e300, '1e300'],
  [-1500, '-1.5k']
])('%d is written as %s', (value, text) => {
  expect(compact(value)).toBe(text)
  expect(text.length).toBeLessThanOrEqual(7)
})
