import type { ResourceLimits } from 'node:worker_threads'

const mebibyte = 2 ** 20

/** Heaps hold objects alone: numbers lie in arrays, which count by themselves. Text of a large body becomes objects first. MiB. */
const heapMax = 2048
const heapMin = 128

/** How far the heap of a thread may grow: half of what there is for work. A task that needs more ends its thread, not the process. */
export function heapLimits(bytesForWork: number): ResourceLimits {
  const half = Math.floor(bytesForWork / 2 / mebibyte)
  return { maxOldGenerationSizeMb: Math.max(heapMin, Math.min(heapMax, half)) }
}
