import type { Scratch } from '../refinement/smoothed-norms.ts'

/**
 * Memory for up to so many points stays with the thread, 32 MiB in all: new memory costs a page fault every 4 KiB, which for ordinary
 * series is as much time as their sorting. Longer series get memory of their own, and the thread forgets it.
 */
const keptLengthMax = 2 ** 21

let kept: [Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0)]

/** Scratch arrays for one refinement at a time. */
export const keptScratch: Scratch = (length) => {
  if (length > keptLengthMax) return [new Float64Array(length), new Float64Array(length)]
  if (kept[0].length < length) kept = [new Float64Array(length), new Float64Array(length)]
  return [kept[0].subarray(0, length), kept[1].subarray(0, length)]
}
