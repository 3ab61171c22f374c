import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { bytesToCompare, type ComparisonTask, type Evaluation } from './task.ts'

/** Evaluates schedules on norms off the event loop, within bounds. */
export interface ComparisonPool {
  /**
   * @param task its arrays on shared memory are not copied
   * @throws Problem `invalid-request`, `too-few-norms`, `series-too-long`, and `overloaded` where too much is under way
   */
  evaluate(task: ComparisonTask): Promise<readonly Evaluation[]>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

const work = { file: 'comparison/compute', what: 'comparisons' }

export function createComparisonPool(bounds: PoolBounds = {}): ComparisonPool {
  const pool = createBoundedPool<ComparisonTask, { evaluations: readonly Evaluation[] }>(work, bounds)
  return {
    evaluate: async (task) => (await pool.run({ bytes: bytesToCompare(task), place: '/steps' }, task)).evaluations,
    close: () => pool.close()
  }
}
