import { stepAt } from '../../domain/gradient-norm.ts'
import { indicesBetween } from '../../domain/step-index.ts'
import type { ChunkInfo } from './chunk.ts'

/** The part of a chunk that no later mark took away: its points with lo ≤ step ≤ hi, as long as no later chunk has the same step. */
export interface Cell {
  chunk: ChunkInfo
  lo: number
  hi: number
}

/**
 * What of each chunk is still current within a range of steps, by lowest step. A chunk with `resumeFrom` takes away the points of
 * earlier ones from that step on.
 * @param chunks all of a series (or, of those without marks, the ones that touch the range), by sequence, ascending
 * @param from inclusive @param to exclusive
 */
export function currentCells(chunks: readonly ChunkInfo[], from: number, to: number): Cell[] {
  const cells: Cell[] = []
  let cutoff = to
  for (let i = chunks.length - 1; i >= 0; i--) {
    const chunk = chunks[i] as ChunkInfo
    if (chunk.resumeFrom !== null) cutoff = Math.min(cutoff, chunk.resumeFrom)
    else if (chunk.first < cutoff && chunk.last >= from) {
      cells.push({ chunk, lo: Math.max(chunk.first, from), hi: Math.min(chunk.last, cutoff - 1) })
    }
  }
  return cells.sort((a, b) => a.lo - b.lo || a.chunk.sequence - b.chunk.sequence)
}

/** The count of the points of cells and the progression that they form, known from the chunks' columns alone; null where it is not. */
export function knownSummary(cells: readonly Cell[]): { count: number; progression: { first: number; stride: number } | null } | null {
  let count = 0
  let first = 0
  let last = 0
  let stride: number | null = null
  for (const { chunk, lo, hi } of cells) {
    if (chunk.stride === null && chunk.count > 1) return null
    const steps = { first: chunk.first, stride: chunk.stride ?? 1 }
    const [start, end] = indicesBetween(steps, chunk.count, lo, hi)
    if (start === end) continue
    const begin = stepAt(steps, start)
    if (count === 0) first = begin
    else {
      if (begin <= last) return null
      stride ??= begin - last
      if (begin - last !== stride) return null
    }
    if (end - start > 1) {
      stride ??= steps.stride
      if (steps.stride !== stride) return null
    }
    count += end - start
    last = stepAt(steps, end - 1)
  }
  return { count, progression: stride === null ? null : { first, stride } }
}
