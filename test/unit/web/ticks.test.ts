import { describe, expect, it } from 'vitest'
import { linearRange, logRange, logTicks, wholeDistances } from '../../../web/components/chart/ticks.ts'

describe('a logarithmic axis', () => {
  it('is marked at powers of ten, and at 2 and 5 of them where there is room', () => {
    expect(logTicks(0.8, 120, 8)).toEqual([1, 2, 5, 10, 20, 50, 100])
    expect(logTicks(1e-4, 1e3, 8)).toEqual([1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1000])
  })

  it('is marked at every second or third power over very many, and never more than fits', () => {
    const ticks = logTicks(1e-12, 1e12, 6)
    expect(ticks).toEqual([1e-12, 1e-8, 1e-4, 1, 1e4, 1e8, 1e12])
    expect(logTicks(5e-324, 1e308, 6).length).toBeLessThan(9)
  })

  it('is marked at round values within a few times of itself', () => {
    expect(logTicks(398, 432, 6)).toEqual([400, 410, 420, 430])
    expect(logTicks(0.1, 0.3, 6)).toEqual([0.1, 0.15, 0.2, 0.25, 0.3])
  })

  it('has no marks where it shows nothing', () => {
    for (const [min, max] of [
      [0, 1],
      [1, 1],
      [Number.NaN, 1],
      [2, 1]
    ] as const)
      expect(logTicks(min, max, 6)).toEqual([])
  })

  it('shows a little more than there is, and a single value in its middle', () => {
    const [low, high] = logRange(1, 100)
    expect([low < 1, low > 0.5, high > 100, high < 200]).toEqual([true, true, true, true])
    expect(logRange(3, 3)).toEqual([2, 4.5])
    expect(logRange(null, null)).toEqual([0.1, 10])
  })
})

it('an axis of steps is marked at whole steps', () => {
  expect(wholeDistances.slice(0, 6)).toEqual([1, 2, 5, 10, 20, 50])
  expect(wholeDistances.every(Number.isInteger)).toBe(true)
})

it('an even axis shows a little more than there is, and nothing beyond 0 where there is nothing', () => {
  expect(linearRange(2, 6)).toEqual([1.76, 6.24])
  expect(linearRange(0, 1)).toEqual([0, 1.06])
  expect(linearRange(-1, 0)).toEqual([-1.06, 0])
  expect(linearRange(3, 3)).toEqual([1.5, 4.5])
  expect(linearRange(0, 0)).toEqual([0, 1])
  expect(linearRange(null, null)).toEqual([0, 1])
})
