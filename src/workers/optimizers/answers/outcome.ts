import type { EngineDescription, Precision } from '../../../domain/engine.ts'
import type { NamedTensors, WireState } from '../../../formats/tensors/named-tensors.ts'
import type { ReplayNote } from '../../../optimizers/parts/distance-notes.ts'
import type { StepDiagnostics } from '../../../optimizers/parts/replay.ts'
import type { Trajectory } from './trajectory.ts'

/** What an answer tells, in whatever format. */
export interface Outcome {
  /** None for `init`. */
  readonly parameters: NamedTensors | undefined
  readonly state: WireState
  readonly diagnostics: readonly StepDiagnostics[]
  /** What the steps show, in words. */
  readonly notes: readonly ReplayNote[]
  /** Where to evaluate, after a `step`, for methods where that is not the parameters. */
  readonly evaluation: NamedTensors | undefined
  /** The parameters after each step, and the points to evaluate, where they were asked for. */
  readonly trajectory: Trajectory | undefined
  readonly evaluations: Trajectory | undefined
  readonly engine: Omit<EngineDescription, 'precisions'> & { readonly precision: Precision }
}

/** The steps that were left out, from 0. */
export const skippedSteps = ({ diagnostics }: Outcome): number[] =>
  [...diagnostics.keys()].filter((step) => diagnostics[step]!.skipped === true)
