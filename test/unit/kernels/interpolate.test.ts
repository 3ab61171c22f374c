import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interpolateEven, interpolateUneven } from '../../../src/kernels/interpolate.ts'
import { usualNorm } from '../../support/norms.ts'

const series = (minLength = 1) => fc.array(usualNorm(), { minLength, maxLength: 60 }).map((list) => Float64Array.from(list))
const length = fc.integer({ min: 2, max: 200 })

test('both ends are kept exactly, and nothing lies outside of its neighbours', () => {
  fc.assert(
    fc.property(series(), length, (values, m) => {
      const out = interpolateEven(values, new Float64Array(m))
      expect(out[0]).toBe(values[0])
      expect(out[m - 1]).toBe(values.at(-1))
      expect(Math.min(...out)).toBeGreaterThanOrEqual(Math.min(...values) * (1 - 1e-15))
      expect(Math.max(...out)).toBeLessThanOrEqual(Math.max(...values) * (1 + 1e-15))
    })
  )
})

test('the same number of positions gives the same values', () => {
  fc.assert(
    fc.property(series(), (values) => {
      expect([...interpolateEven(values, new Float64Array(values.length))]).toEqual([...values])
    })
  )
})

test('a straight line stays one', () => {
  const out = interpolateEven(Float64Array.of(0, 1, 2, 3), new Float64Array(10))
  out.forEach((value, j) => {
    expect(value).toBeCloseTo(j / 3, 14)
  })
})

test('a single position gets the first value, and a single value fills all positions', () => {
  expect([...interpolateEven(Float64Array.of(3, 4), new Float64Array(1))]).toEqual([3])
  expect([...interpolateEven(Float64Array.of(3), new Float64Array(4))]).toEqual([3, 3, 3, 3])
})

test('from uneven positions onto even ones it meets every point that lies on the grid', () => {
  const positions = Float64Array.of(0, 1, 4, 5, 10)
  const values = Float64Array.of(1, 2, 8, 3, 5)
  const out = interpolateUneven(positions, values, new Float64Array(11))
  expect([...positions].map((position) => out[position])).toEqual([...values])
  expect([...out.subarray(1, 5)]).toEqual([2, 4, 6, 8])
})

test('from positions that are even it is the same as without positions', () => {
  fc.assert(
    fc.property(series(2), length, (values, m) => {
      const positions = Float64Array.from(values, (_, i) => 1000 + 7 * i)
      const even = interpolateEven(values, new Float64Array(m))
      interpolateUneven(positions, values, new Float64Array(m)).forEach((value, j) => {
        expect(value / even[j]!).toBeCloseTo(1, 9)
      })
    })
  )
})

test('steps up to 2^53 − 1 are positions like others', () => {
  const positions = Float64Array.of(0, 1, Number.MAX_SAFE_INTEGER)
  const out = interpolateUneven(positions, Float64Array.of(1, 2, 4), new Float64Array(12))
  expect(out[0]).toBe(1)
  expect(out[11]).toBe(4)
  expect(out.every((value, j) => j === 0 || value >= out[j - 1]!)).toBe(true)
})
