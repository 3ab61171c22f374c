import { expect, it } from 'vitest'
import type { ChunkInfo } from '../../../src/storage/gradient-norms/chunk.ts'
import { groups } from '../../../src/storage/gradient-norms/merge-neighbours.ts'

const chunks = (counts: (number | 'mark')[]): ChunkInfo[] => {
  let sequence = 0
  return counts.map((count) => {
    const info = { sequence, count: count === 'mark' ? 0 : count, first: 0, last: 0, stride: 1, resumeFrom: count === 'mark' ? 5 : null }
    sequence += count === 'mark' ? 1 : count
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
