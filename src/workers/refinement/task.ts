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

/** How many points there are, of all runs together. */
export const countOf = (points: Points | readonly RunNorms[]): number =>
  'steps' in points ? points.values.length : points.reduce((sum, run) => sum + run.points.values.length, 0)
