import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRank, createRankSet, deleteRank, hasRank, nextRank, previousRank } from '../../../src/kernels/median/rank-set.ts'

const commands = (n: number) =>
  fc.array(fc.record({ rank: fc.integer({ min: 0, max: n - 1 }), add: fc.boolean() }), { minLength: 1, maxLength: 300 })

test.each([1, 31, 32, 33, 1024, 1025, 40_000])('below %i it finds the same members and neighbours as an ordinary set', (n) => {
  fc.assert(
    fc.property(commands(n), (steps) => {
      const set = createRankSet(n)
      const plain = new Set<number>()
      for (const { rank, add } of steps) {
        if (add) {
          addRank(set, rank)
          plain.add(rank)
        } else {
          deleteRank(set, rank)
          plain.delete(rank)
        }
        const members = [...plain]
        expect(hasRank(set, rank)).toBe(plain.has(rank))
        expect(nextRank(set, rank)).toBe(members.filter((member) => member > rank).reduce((a, b) => (a === -1 ? b : Math.min(a, b)), -1))
        expect(previousRank(set, rank)).toBe(members.filter((member) => member < rank).reduce((a, b) => Math.max(a, b), -1))
      }
    }),
    { numRuns: 50 }
  )
})
