import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { writeExport } from './compute.ts'
import { bytesToExport, type ExportsTask, type ExportTask, type ExportTexts, type WrittenText } from './task.ts'

/** Writes exports: those of short schedules at once, others off the event loop and within bounds. */
export interface ExportPool {
  /**
   * @param steps    of the schedule
   * @param searches whether rules near the schedule are looked for, which takes half a second
   * @param make     the task, once it is accepted: its multipliers are read then
   * @throws Problem `export-does-not-fit`, `export-too-long`, and `overloaded` where too much is under way
   */
  write(steps: number, searches: boolean, make: () => Promise<ExportTask>): Promise<string>
  /**
   * Writes a schedule for several targets, each of them or why there is no text.
   * @throws Problem `overloaded`, `too-large-for-memory`
   */
  writeAll(task: ExportsTask): Promise<readonly WrittenText[]>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

/** Steps that are written at once: milliseconds, less than a thread needs to start. */
const stepsAtOnce = 2 ** 12

const work = { file: 'exports/compute', what: 'exports' }

export function createExportPool(bounds: PoolBounds = {}): ExportPool {
  const pool = createBoundedPool<ExportTask | ExportsTask, ExportTexts>(work, bounds)
  return {
    async write(steps, searches, make) {
      if (steps <= stepsAtOnce && !searches) return writeExport(await make())
      return await pool.runAndUse(
        { bytes: bytesToExport(steps), place: 'path/id' },
        make,
        ({ texts }) => (texts[0] as { text: string }).text
      )
    },
    writeAll: async (task) => (await pool.run({ bytes: bytesToExport(task.multipliers.length), place: '' }, task)).texts,
    close: () => pool.close()
  }
}
