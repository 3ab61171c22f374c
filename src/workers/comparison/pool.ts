import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import type { ComparisonTask, Evaluation, TaskNorms } from './task.ts'

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

const work = { file: 'comparison/compute', what: 'Comparisons', pointsPerSecond: 2e7 }

export function createComparisonPool(bounds: PoolBounds = {}): ComparisonPool {
  const pool = createBoundedPool<ComparisonTask, { evaluations: readonly Evaluation[] }>(work, bounds)
  return {
    evaluate: async (task) => (await pool.run(sizeOf(task), task)).evaluations,
    close: () => pool.close()
  }
}

/** The numbers that a task holds at once: one schedule after another, beside all that came with the request. */
function sizeOf({ norms, candidates }: ComparisonTask): number {
  const given = candidates.reduce((sum, { shape }) => sum + ('multipliers' in shape ? shape.multipliers.length : 0), 0)
  return lengthOf(norms) + given + 2 * Math.max(...candidates.map(({ steps }) => steps))
}

const lengthOf = (norms: TaskNorms): number =>
  'constant' in norms ? 0 : 'values' in norms ? norms.values.length : norms.points.values.length
