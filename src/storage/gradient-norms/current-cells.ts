import { type Steps, stepAt } from '../../domain/gradient-norm.ts'
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

/** The indices [start, end) of the points with lo ≤ step ≤ hi among increasing steps. */
export function indicesBetween(steps: Steps, count: number, lo: number, hi: number): [number, number] {
  if (!(steps instanceof Float64Array)) {
    const start = Math.max(0, firstIndexFrom(steps, lo))
    const end = Math.min(count, firstIndexFrom(steps, hi + 1))
    return [start, Math.max(start, end)]
  }
  return [lowerBound(steps, lo), lowerBound(steps, hi + 1)]
}

/** The first index whose step is at least this; the quotient of two numbers near 2^53 can be off by one. */
function firstIndexFrom({ first, stride }: { first: number; stride: number }, step: number): number {
  let index = Math.ceil((step - first) / stride)
  while (first + index * stride < step) index++
  while (index > 0 && first + (index - 1) * stride >= step) index--
  return index
}

/** The first index whose step is at least this. */
export function lowerBound(steps: Float64Array, step: number): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (steps[middle]! < step) low = middle + 1
    else high = middle
  }
  return low
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
