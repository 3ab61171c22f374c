import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recentWindow } from '../../../src/storage/gradient-norms/recent-window.ts'

type Action = { put: [number, number, number] } | { remove: number }

it('knows every point from its floor on, whatever is put, overwritten and taken away, and never more', () => {
  const put = fc.tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 6000 }))
  const action: fc.Arbitrary<Action> = fc.oneof(
    { weight: 4, arbitrary: put.map((points) => ({ put: points })) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 30_000 }).map((remove) => ({ remove })) }
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
      const window = recentWindow(0)
      const model = new Map<number, number>()
      let next = 0
      for (const one of actions) {
        if ('put' in one) {
          const [first, stride, count] = one.put
          const values = Float64Array.from({ length: count }, () => next++)
          window.put({ steps: { first, stride }, values })
          for (const [i, value] of values.entries()) model.set(first + i * stride, value)
        } else if (one.remove >= window.floor) {
          const removed = window.removeFrom(one.remove)
          const expected = [...model].filter(([step]) => step >= one.remove).sort((a, b) => a[0] - b[0])
          expect([...removed]).toEqual(expected.map((pair) => pair[1]))
          for (const [step] of expected) model.delete(step)
        }
        const floor = window.floor
        const known = [...model.keys()].filter((step) => step >= floor).sort((a, b) => a - b)
        for (const step of known) if (window.find(step) !== model.get(step)) throw new Error(`step ${step} is not known`)
        expect(window.find(floor - 1)).toBeUndefined()
        expect(window.lastBelow(Number.POSITIVE_INFINITY)).toBe(known.at(-1))
      }
    }),
    { numRuns: 25 }
  )
})
