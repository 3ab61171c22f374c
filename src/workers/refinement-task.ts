import type { Steps } from '../domain/gradient-norm.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { RefinementReport } from '../refinement/report.ts'
import type { RunFacts } from '../refinement/warnings.ts'
import type { WorkerOutcome } from './bounded-pool.ts'
import type { EngineChoice } from './optimizer/engines.ts'

/** A refinement as it goes to the worker. Its arrays are on shared memory: nothing is copied on the way. */
export interface RefinementTask {
  readonly values: Float64Array
  readonly steps: Steps
  readonly options: ResolvedRefinementOptions
  readonly run: RunFacts
  /** Receives the multipliers, shape `[options.steps]`; the memory of the values where it has the same length. */
  readonly multipliers: Float64Array
  readonly engine: EngineChoice
  /** Where it is told how far it is, shape `[1]`. */
  readonly progress: Float64Array | undefined
}

/** What comes back: the report, or the problem. */
export type RefinementOutcome = WorkerOutcome<{ readonly report: RefinementReport }>
