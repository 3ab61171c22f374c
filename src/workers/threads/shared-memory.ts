import type { Points } from '../../domain/gradient-norm.ts'

/**
 * Zeros on memory that threads share. Shape `[length]`.
 *
 * Arrays go to a worker and back on shared memory, not by transfer: as soon as a thread has transferred one buffer, V8 makes every
 * access to an array check that its buffer is still there, which slows a refinement down by a fifth at least. But shared memory does
 * not count for the garbage collector, and gigabytes of it would pile up; so as much ordinary memory, which does, is taken with it
 * and let go at once. It is never touched, so that no page of it becomes real.
 */
export function sharedFloat64(length: number): Float64Array {
  const bytes = length * Float64Array.BYTES_PER_ELEMENT
  void new ArrayBuffer(bytes)
  return new Float64Array(new SharedArrayBuffer(bytes))
}

/** Memory to lay the norms of a log over so many steps: its usable points, an even grid, and the steps. None for constant norms. Bytes. */
export const bytesOver = (points: Points | null, steps: number): number => (points === null ? 0 : bytesOnGrid(points) + 8 * steps)

/** Memory for the usable points of a log on an even grid, which where steps are uneven has up to four positions a point. Bytes. */
export const bytesOnGrid = ({ steps, values }: Points): number => values.length * (steps instanceof Float64Array ? 48 : 8)

const shared = (array: Float64Array): Float64Array => {
  if (array.buffer instanceof SharedArrayBuffer) return array
  const copy = sharedFloat64(array.length)
  copy.set(array)
  return copy
}

/** The same points on shared memory; copied only where they are not on it. */
export const onSharedMemory = ({ steps, values }: Points): Points => ({
  steps: steps instanceof Float64Array ? shared(steps) : steps,
  values: shared(values)
})
