import type { EngineChoice } from '../../domain/engine.ts'
import type { Points } from '../../domain/gradient-norm.ts'
import type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { RefinementReport } from '../../refinement/report.ts'
import type { RunNorms } from '../../refinement/several-runs.ts'

/** A refinement as it goes to the worker. Its arrays are on shared memory: nothing is copied on the way. */
export interface RefinementTask {
  readonly points: Points | readonly RunNorms[]
  readonly options: ResolvedRefinementOptions
  readonly run: RunFacts
  /** Receives the multipliers, shape `[options.steps]`; the memory of the values where it has the same length. */
  readonly multipliers: Float64Array
  readonly engine: EngineChoice
  /** Where it is told how far it is, shape `[1]`. */
  readonly progress: Float64Array | undefined
}

export interface RefinementResult {
  readonly report: RefinementReport
}

/**
 * Memory to refine so many points into so many steps, at most: the norms on an even grid, filtered, weights and tail sums, the multipliers, of
 * which four arrays of float64 are alive at once. Bytes.
 * @param uneven whether each point has its step, which can make the grid four times as long
 */
export const bytesToRefine = (points: number, uneven: boolean, steps: number): number => 32 * Math.max(uneven ? 4 * points : points, steps)

/** The same for a task; of several runs, each is on a grid of its own, and their median has the positions of the longest. */
export function bytesOfTask(points: RefinementTask['points'], steps: number): number {
  const bytesOf = (one: Points) => bytesToRefine(one.values.length, one.steps instanceof Float64Array, steps)
  return 'steps' in points ? bytesOf(points) : points.reduce((sum, run) => sum + bytesOf(run.points), 0)
}

/** How many points there are, of all runs together. */
export const countOf = (points: Points | readonly RunNorms[]): number =>
  'steps' in points ? points.values.length : points.reduce((sum, run) => sum + run.points.values.length, 0)
