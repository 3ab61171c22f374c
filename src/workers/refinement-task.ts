import type { Steps } from '../domain/gradient-norm.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { RefinementReport } from '../refinement/report.ts'
import type { RunFacts } from '../refinement/warnings.ts'
import type { PlainProblem } from './plain-problem.ts'

/** A refinement as it goes to the worker. The arrays are on shared memory: nothing is copied on the way. */
export interface RefinementTask {
  readonly values: Float64Array
  readonly steps: Steps
  readonly options: ResolvedRefinementOptions
  readonly run: RunFacts
  /** Receives the multipliers. Shape `[options.steps]`. */
  readonly multipliers: Float64Array
}

/** What comes back: the report, or the problem. */
export type RefinementOutcome = { readonly report: RefinementReport } | { readonly problem: PlainProblem }
