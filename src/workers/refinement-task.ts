import type { Steps } from '../domain/gradient-norm.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { Refinement } from '../refinement/refine.ts'
import type { RunFacts } from '../refinement/warnings.ts'
import type { PlainProblem } from './plain-problem.ts'

/** A refinement as it goes to the worker. The memory of its arrays moves there: nothing is copied on the way. */
export interface RefinementTask {
  readonly values: Float64Array
  readonly steps: Steps
  readonly options: ResolvedRefinementOptions
  readonly run: RunFacts
}

/** What comes back: the schedule, or the problem. */
export type RefinementOutcome = Refinement | { readonly problem: PlainProblem }
