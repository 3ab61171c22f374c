import type { Steps } from '../domain/gradient-norm.ts'
import type { InvalidPart, ProblemName } from '../domain/problems.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { RefinementReport } from '../refinement/report.ts'
import type { RunFacts } from '../refinement/warnings.ts'

/** A refinement as it goes to the worker. The arrays are on shared memory: nothing is copied on the way. */
export interface RefinementTask {
  readonly values: Float64Array
  readonly steps: Steps
  readonly options: ResolvedRefinementOptions
  readonly run: RunFacts
  /** Receives the multipliers. Shape `[options.steps]`. */
  readonly multipliers: Float64Array
}

/** What comes back: the report, or the problem as plain data, because errors lose their class between threads. */
export type RefinementOutcome =
  | { readonly report: RefinementReport }
  | { readonly problem: { type: ProblemName; detail: string; errors: InvalidPart[] | undefined; retryAfterSeconds: number | undefined } }
