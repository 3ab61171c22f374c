import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type HeldMemory, MemoryBudget } from '../../../src/domain/memory-budget.ts'
import { Problem } from '../../../src/domain/problems.ts'

const mebibyte = 2 ** 20
const typeOf = (work: () => void): string | undefined => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.type
    throw error
  }
  return undefined
}

it('never gives out more than it has, and has everything back when all that was taken is released, whatever the order', () => {
  const action = fc.record({
    who: fc.nat({ max: 5 }),
    what: fc.constantFrom('take', 'take', 'take', 'giveBack', 'release', 'keep', 'expect'),
    bytes: fc.oneof(fc.nat({ max: 1000 }), fc.nat({ max: 12 * mebibyte }))
  })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
      const budget = new MemoryBudget({ max: 8 * mebibyte })
      const held = Array.from({ length: 6 }, () => budget.open())
      const taken = held.map(() => 0)
      const kept: { bytes: number; end: () => void }[] = []
      for (const { who, what, bytes } of actions) {
        const share = held[who] as HeldMemory
        if (what === 'take') {
          if (typeOf(() => share.take(bytes, '')) === undefined) {
            taken[who]! += bytes
            expect(budget.inUse).toBeLessThanOrEqual(budget.max)
          }
        } else if (what === 'giveBack') {
          share.giveBack(bytes)
          taken[who] = Math.max(0, taken[who]! - bytes)
        } else if (what === 'release') {
          share.release()
          taken[who] = 0
        } else if (what === 'keep') kept.push({ bytes, end: budget.keep(bytes) })
        else typeOf(() => share.expect(bytes, ''))
        expect(budget.inUse).toBe([...taken, ...kept.map((one) => one.bytes)].reduce((sum, one) => sum + one, 0))
      }
      for (const share of [...held, ...held]) share.release()
      for (const { end } of [...kept, ...kept]) end()
      expect(budget.inUse).toBe(0)
    })
  )
})

it('leaves a reserve to small work when large work has taken all else', () => {
  const budget = new MemoryBudget({ max: 8 * mebibyte })
  const large = budget.open()
  large.take(7 * mebibyte, '')
  expect(typeOf(() => budget.open().take(mebibyte, ''))).toBe('overloaded')
  expect(typeOf(() => large.take(1, ''))).toBe('too-large-for-memory')
  const small = Array.from({ length: 4 }, () => budget.open())
  for (const share of small) share.take(mebibyte / 4, '')
  expect(budget.inUse).toBe(budget.max)
  expect(typeOf(() => budget.open().take(1, ''))).toBe('overloaded')
})

it('lets work that says it will be large take nothing of the reserve, however little of it is there yet', () => {
  const budget = new MemoryBudget({ max: 8 * mebibyte })
  budget.open().take(7 * mebibyte, '')
  const share = budget.open()
  share.expect(5 * mebibyte, '')
  expect(typeOf(() => share.take(1, ''))).toBe('overloaded')
})

it('says of work that never fits what of it is too large, and of other work when to come back', () => {
  const budget = new MemoryBudget({ max: 8 * mebibyte })
  for (const ask of ['take', 'expect'] as const) {
    expect(() => budget.open()[ask](8 * mebibyte, '/steps')).toThrow(
      expect.objectContaining({ type: 'too-large-for-memory', status: 413, errors: [expect.objectContaining({ pointer: '/steps' })] })
    )
  }
  budget.open().take(6 * mebibyte, '')
  expect(() => budget.open().take(2 * mebibyte, '/steps')).toThrow(
    expect.objectContaining({ type: 'overloaded', status: 503, retryAfterSeconds: 2 })
  )
})

it('tells of each release how much it was', () => {
  let released = 0
  const budget = new MemoryBudget({ max: mebibyte, released: (bytes) => (released += bytes) })
  const share = budget.open()
  share.take(1000, '')
  share.giveBack(300)
  share.release()
  share.release()
  expect(released).toBe(1000)
})
