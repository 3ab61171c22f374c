import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaledRatio } from '../../../src/kernels/scaled-product.ts'

describe('A ratio of products', () => {
  it('is the plain one where nothing on the way is beyond float64', () => {
    const factor = fc.double({ min: 1e-30, max: 1e30, noNaN: true })
    fc.assert(
      fc.property(fc.array(factor, { maxLength: 4 }), fc.array(factor, { maxLength: 4 }), (above, below) => {
        const plain = above.reduce((product, x) => product * x, 1) / below.reduce((product, x) => product * x, 1)
        expect(Math.abs(scaledRatio(above, below) / plain - 1)).toBeLessThan(4e-15)
      })
    )
  })

  it('is right where parts of it are beyond float64', () => {
    expect(scaledRatio([1e300, 1e300, 1e300], [1e300, 1e300])).toBeCloseTo(1e300, -286)
    expect(scaledRatio([5e-324, 5e-324], [5e-324])).toBe(5e-324)
    expect(scaledRatio([1.7976931348623157e308, 5e-324, 2 ** 1000], [2 ** 1000])).toBeCloseTo(1.7976931348623157e308 * 5e-324, 25)
    expect(scaledRatio([2 ** -1074], [2 ** -1074, 2 ** 1000, 2 ** -1000])).toBe(1)
    expect(scaledRatio([2 ** 1000, 2 ** 1000, 2 ** -1074], [2 ** 926])).toBe(1)
  })

  it('is 0 or infinite where the true value is that to float64, and never NaN', () => {
    expect(scaledRatio([1e-200, 1e-200])).toBe(0)
    expect(scaledRatio([1e200], [1e-200])).toBe(Number.POSITIVE_INFINITY)
    expect(scaledRatio([0, 1e308], [5e-324, 0])).toBe(0)
    expect(scaledRatio([1], [0])).toBe(Number.POSITIVE_INFINITY)
    expect(scaledRatio([1], [Number.POSITIVE_INFINITY])).toBe(0)
  })
})
