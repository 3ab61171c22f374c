import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepAt } from '../../../../src/domain/gradient-norm.ts'
import { PointOrder } from '../../../../src/formats/logs/point-order.ts'

/** What stands of points that were written in this order, where training went back to a step and on from it. */
function standing(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const all: (readonly [number, number])[] = []
  for (const point of points) {
    while (all.length > 0 && all.at(-1)![0] >= point[0]) all.pop()
    all.push(point)
  }
  return all
}

test('after every resumption what came later stands, over chunks and uneven steps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 300_000 }), fc.integer({ min: 1, max: 3 })), {
        minLength: 1,
        maxLength: 4
      }),
      fc.boolean(),
      (runs, isUneven) => {
        const order = new PointOrder()
        const points: (readonly [number, number])[] = []
        let value = 0
        for (const [back, length, stride] of runs) {
          const begin = Math.max(0, (points.at(-1)?.[0] ?? 0) - back)
          const count = Math.min(length, 70_000)
          for (let i = 0; i < count; i++) points.push([begin + i * stride + (isUneven && i % 7 === 3 && stride > 1 ? 1 : 0), value++])
        }
        for (const [step, norm] of points) order.add(step, norm)
        const { points: read, report } = order.finish()
        if (report.isSorted) return
        const expected = standing(points)
        expect(read.values.length).toBe(expected.length)
        expect([...read.values].every((norm, i) => norm === expected[i]?.[1] && stepAt(read.steps, i) === expected[i]?.[0])).toBe(true)
      }
    ),
    { numRuns: 15 }
  )
})
