import { expect, it } from 'vitest'
import type { ChunkInfo } from '../../../src/storage/gradient-norms/chunk.ts'
import { groups } from '../../../src/storage/gradient-norms/merge-neighbours.ts'

const chunks = (counts: (number | 'mark')[]): ChunkInfo[] => {
  let sequence = 0
  return counts.map((given) => {
    const count = given === 'mark' ? 0 : given
    const resumeFrom = given === 'mark' ? 5 : null
    const info = { sequence, count, first: 0, last: 0, stride: 1, resumeFrom, span: count, storedAt: 1e9 }
    sequence += given === 'mark' ? 1 : count
    return info
  })
}
const grouped = (counts: (number | 'mark')[]) => groups(chunks(counts).reverse()).map((group) => group.map((chunk) => chunk.count))

it('merges small neighbours, in order of arrival', () => {
  expect(grouped([1, 1, 1, 1])).toEqual([[1, 1, 1, 1]])
  expect(grouped([1])).toEqual([])
})

it('never merges across a mark, which parts what was before it from what came after', () => {
  expect(grouped([1, 1, 'mark', 2, 2])).toEqual([
    [2, 2],
    [1, 1]
  ])
})

it('leaves a large chunk alone until younger ones have half its points, so that each point is rewritten a few times only', () => {
  expect(grouped([1000, 100, 100])).toEqual([[100, 100]])
  expect(grouped([1000, 300, 200])).toEqual([[1000, 300, 200]])
  let rewritten = 0
  let sizes: number[] = []
  for (let round = 0; round < 500; round++) {
    sizes = [...sizes, ...Array<number>(128).fill(1)]
    const found = groups(chunks(sizes).reverse())
    for (const group of found) {
      const first = sizes.length - chunks(sizes).filter((chunk) => chunk.sequence >= (group[0] as ChunkInfo).sequence).length
      const points = group.reduce((sum, chunk) => sum + chunk.count, 0)
      rewritten += points
      sizes.splice(first, group.length, points)
    }
  }
  expect(sizes.length).toBeLessThan(20)
  expect(rewritten / (500 * 128)).toBeLessThan(12)
})

it('makes no chunk larger than 65 536 points', () => {
  expect(grouped([40_000, 30_000, 20_000])).toEqual([[30_000, 20_000]])
  expect(grouped(Array<number>(100).fill(1000)).every((group) => group.reduce((a, b) => a + b, 0) <= 65_536)).toBe(true)
})

it('merges what was stored on one day, so that a chunk tells when its points were', () => {
  const day = 86_400
  const stored = chunks([1, 1, 1, 1]).map((chunk, i) => ({ ...chunk, storedAt: 20_000 * day + (i < 2 ? -1 : 1) }))
  expect(groups(stored.reverse()).map((group) => group.map(({ sequence }) => sequence))).toEqual([
    [2, 3],
    [0, 1]
  ])
})

it('leaves a chunk alone that superseded points were removed from', () => {
  const [one, two, three] = chunks([4, 4, 4]) as [ChunkInfo, ChunkInfo, ChunkInfo]
  expect(groups([three, { ...two, count: 2 }, one])).toEqual([])
})
