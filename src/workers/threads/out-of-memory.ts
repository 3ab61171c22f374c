import { Problem } from '../../domain/problems.ts'

/** What V8 and Node throw where memory cannot be had: for a typed array or WebAssembly, or for the heap of a thread. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ||
    (error instanceof RangeError && /alloc|memory|invalid (typed array|array buffer) length/i.test(error.message)))

/** The problem `overloaded` for a failure for lack of memory, and any other failure as it is. */
export const asOverloaded = (error: unknown): unknown =>
  isOutOfMemory(error)
    ? new Problem('overloaded', 'There is not enough memory for this now.', { retryAfterSeconds: 30, cause: error })
    : error
