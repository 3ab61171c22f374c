import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stepAt } from '../../../src/domain/gradient-norm.ts'
import { indicesBetween } from '../../../src/domain/step-index.ts'

it('finds exactly the points between two steps, up to 2^53 − 1', () => {
  const progression = fc
    .tuple(fc.maxSafeNat(), fc.integer({ min: 1, max: 50 }), fc.maxSafeNat())
    .map(([a, count, b]) => {
      const first = Math.min(a, b)
      const stride = Math.max(1, Math.floor((Math.max(a, b) - first) / count))
      return { first: Math.min(first, Number.MAX_SAFE_INTEGER - stride * count), stride, count }
    })
    .filter(({ first }) => first >= 0)
  fc.assert(
    fc.property(
      progression,
      fc.integer({ min: -2, max: 52 }),
      fc.integer({ min: -2, max: 52 }),
      fc.integer({ min: -1, max: 1 }),
      (series, i, j, off) => {
        const at = (index: number) => Math.min(Number.MAX_SAFE_INTEGER - 1, Math.max(0, series.first + index * series.stride + off))
        const [lo, hi] = [Math.min(at(i), at(j)), Math.max(at(i), at(j))]
        const listed = Float64Array.from({ length: series.count }, (_, index) => stepAt(series, index))
        const inside = [...listed.keys()].filter((index) => listed[index]! >= lo && listed[index]! <= hi)
        for (const steps of [series, listed]) {
          const [start, end] = indicesBetween(steps, series.count, lo, hi)
          expect(end - start).toBe(inside.length)
          if (inside.length > 0) expect(start).toBe(inside[0])
        }
      }
    )
  )
})
