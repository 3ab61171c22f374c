import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Points, Steps } from '../domain/gradient-norm.ts'

/**
 * Arrays go to another thread and back by moving their memory: nothing is copied, and unlike shared memory it counts for the garbage
 * collector, which would otherwise let gigabytes pile up.
 */
const memoryOf = (arrays: readonly (Float64Array | Steps)[]): ArrayBuffer[] => {
  const buffers = arrays.map((array) => (array instanceof Float64Array ? array.buffer : null))
  return [...new Set(buffers.filter((buffer) => buffer instanceof ArrayBuffer))]
}

/** An array whose memory can go: itself, or a copy where it is a small part of a larger buffer. */
const movable = <T extends Float64Array | Steps>(array: T): T =>
  array instanceof Float64Array && 2 * array.byteLength < array.buffer.byteLength ? (array.slice() as T) : array

/** Points ready for another thread, and the memory to move; after that, neither can be read here any more. */
export function movedPoints({ steps, values }: Points): { points: Points; memory: ArrayBuffer[] } {
  const points = { steps: movable(steps), values: movable(values) }
  return { points, memory: memoryOf([points.values, points.steps]) }
}

/** What a worker gives back, with the memory of the arrays in it. */
export const moveBack = (outcome: object, arrays: readonly (Float64Array | Steps)[]): unknown =>
  move({ [transferableSymbol]: memoryOf(arrays), [valueSymbol]: outcome })
