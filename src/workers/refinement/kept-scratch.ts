import type { Scratch } from '../../refinement/smoothed-norms.ts'

/**
 * Memory for up to so many points stays with the thread, 16 MiB: new memory costs a page fault every 4 KiB, which for ordinary series is
 * as much time as their weights. Longer series get memory of their own, and the thread forgets it.
 */
const keptLengthMax = 2 ** 21

let kept = new Float64Array(0)

/** A scratch array for one refinement at a time. */
export const keptScratch: Scratch = (length) => {
  if (length > keptLengthMax) return new Float64Array(length)
  if (kept.length < length) kept = new Float64Array(length)
  return kept.subarray(0, length)
}
