import { Problem } from '../../domain/problems.ts'

/** What V8 and Node throw where memory cannot be had for a typed array or for WebAssembly. */
const hasNoMemory = (error: unknown): boolean =>
  error instanceof RangeError && /alloc|memory|invalid (typed array|array buffer) length/i.test(error.message)

/** What ends a thread whose heap is full. */
const hasFullHeap = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * The problem for a failure for lack of memory, and any other failure as it is: `overloaded` where the process has none now, and
 * `too-large-for-memory` where a task fills the heap of a thread, which it has for itself.
 * @param place what in the request asks for so much
 */
export function asOverloaded(error: unknown, place = ''): unknown {
  if (hasNoMemory(error)) {
    return new Problem('overloaded', 'There is not enough memory for this now.', { retryAfterSeconds: 30, cause: error })
  }
  if (!hasFullHeap(error)) return error
  const detail = 'This needs more memory than a thread may have.'
  return new Problem('too-large-for-memory', detail, { errors: [{ pointer: place, detail, fix: 'Send less at once.' }], cause: error })
}
