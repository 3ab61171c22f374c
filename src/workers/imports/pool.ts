import type { SeriesReading } from '../../formats/logs/read-series.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import type { ImportResult, ImportTask } from './task.ts'

/** Reads logs off the event loop, within bounds. */
export interface ImportPool {
  /**
   * @param use what is done with the points: their memory is counted until it ends
   * @param signal ends it, with its thread: it rejects with an AbortError
   * @throws Problem `ambiguous-log`, `invalid-request`, `too-large-for-memory`, `overloaded`
   */
  read<Used>(task: ImportTask, use: (readings: readonly SeriesReading[]) => Promise<Used>, signal?: AbortSignal): Promise<Used>
  /** Lets what is under way end, then stops the thread. */
  close(): Promise<void>
}

const work = { file: 'imports/compute', what: 'imports' }

export function createImportPool(bounds: PoolBounds = {}): ImportPool {
  const pool = createBoundedPool<ImportTask, ImportResult>(work, bounds)
  return {
    read: (task, use, signal) =>
      pool.runAndUse(
        { bytes: task.memoryMax, place: '' },
        () => task,
        ({ readings }) => use(readings),
        signal
      ),
    close: () => pool.close()
  }
}
