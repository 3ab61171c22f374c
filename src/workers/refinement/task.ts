import type { EngineChoice } from '../../domain/engine.ts'
import type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { RefinementReport } from '../../refinement/report.ts'
import type { RunNorms } from '../../refinement/several-runs.ts'
import type { Drawn } from './drawn.ts'

/** A refinement as it goes to the worker. Its arrays are on shared memory: nothing is copied on the way. */
export interface RefinementTask {
  readonly points: LoggedNorms | readonly RunNorms[]
  readonly options: ResolvedRefinementOptions
  readonly run: RunFacts
  /**
   * Receives the multipliers, shape `[options.steps]`; the memory of the values where it has the same length. Null: they are only drawn, and the
   * points stay as they are.
   */
  readonly multipliers: Float64Array | null
  readonly engine: EngineChoice
  /** Most numbers of each curve that is drawn; 0: none is. */
  readonly drawnMax: number
  /** Where it is told how far it is, shape `[1]`. */
  readonly progress: Float64Array | undefined
}

export interface RefinementResult {
  readonly report: RefinementReport
  /** Multipliers by step of the next run, filtered norms, and losses where some are read, by step of the log; null where nothing is drawn. */
  readonly drawn: { readonly multipliers: Drawn; readonly norms: Drawn; readonly losses: Drawn | null } | null
}

/**
 * Memory to refine so many points into so many steps, at most: the norms on an even grid, filtered, weights and tail sums, the multipliers, of
 * which four arrays of float64 are alive at once. Bytes.
 * @param uneven whether each point has its step, which can make the grid four times as long
 */
export const bytesToRefine = (points: number, uneven: boolean, steps: number): number => 32 * Math.max(uneven ? 4 * points : points, steps)

/** The same for a task; of several runs, each is on a grid of its own, and their median has the positions of the longest. */
export const bytesOfTask = (points: RefinementTask['points'], steps: number): number =>
  logsOf(points).reduce((sum, log) => sum + bytesOfLog(log, steps), 0)

/** Losses are usable points, on the grid, and filtered; norms of weights on the steps of the norms. Preset robust has a level besides. */
function bytesOfLog({ values, steps: places, losses, weightNorms }: LoggedNorms, steps: number): number {
  const isUneven = places instanceof Float64Array
  const grid = 8 * (isUneven ? 4 * values.length : values.length)
  const beside = losses ? 2 * grid + 16 * losses.values.length : 0
  const scaled = weightNorms ? 8 * values.length + 16 * weightNorms.values.length : 0
  return bytesToRefine(values.length, isUneven, steps) + grid + beside + scaled
}

const logsOf = (points: RefinementTask['points']): readonly LoggedNorms[] =>
  'steps' in points ? [points] : points.map((run) => run.points)

const lengthsOf = ({ values, losses, weightNorms }: LoggedNorms): number[] => [
  values.length,
  losses?.values.length ?? 0,
  weightNorms?.values.length ?? 0
]

/** How many points there are, of all series together. */
export const countOf = (points: RefinementTask['points']): number =>
  logsOf(points)
    .flatMap(lengthsOf)
    .reduce((sum, length) => sum + length, 0)

/** The points of the longest series, those of all runs together. */
export const longestOf = (points: RefinementTask['points']): number =>
  Math.max(...[0, 1, 2].map((series) => logsOf(points).reduce((sum, log) => sum + lengthsOf(log)[series]!, 0)))
