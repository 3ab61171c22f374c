import type { Scratch, ScratchUse } from '../../refinement/smoothed-norms.ts'

/**
 * Memory for up to so many points stays with the thread, 8 MiB for each use: new memory costs a page fault every 4 KiB, which for ordinary
 * series is as much time as their weights, and what is let go calls the garbage collector. Longer series get memory of their own, and the thread
 * forgets it.
 */
export const keptLengthMax = 2 ** 20

const kept = new Map<ScratchUse | 'multipliers', Float64Array>()

/** A scratch array for one refinement at a time. */
export const keptScratch = (length: number, use: ScratchUse | 'multipliers'): Float64Array => {
  if (length > keptLengthMax) return new Float64Array(length)
  let memory = kept.get(use)
  if (memory === undefined || memory.length < length) {
    memory = new Float64Array(length)
    kept.set(use, memory)
  }
  return memory.subarray(0, length)
}

keptScratch satisfies Scratch
