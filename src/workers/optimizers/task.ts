import type { TensorFormat } from '../../formats/tensors/tensor-formats.ts'
import type { Engine } from '../../kernels/engine.ts'
import type { Room } from '../../kernels/tensor.ts'

export const operations = ['init', 'step', 'replay'] as const
export type Operation = (typeof operations)[number]

/** How a request or an answer is written. */

/** What is asked of an optimizer, but for the body of the request. */
export interface OptimizerTask {
  /** Undefined: the one that the body names, under `__metadata__.optimizer`. */
  readonly optimizer: string | undefined
  readonly operation: Operation
  readonly input: TensorFormat
  readonly output: TensorFormat
}

/**
 * Memory for a request besides its body: parameters, gradients and state as the engine has them, and the answer; of JSON, first its text
 * and the objects in it. Bytes.
 */
export const bytesToCompute = ({ input }: OptimizerTask, bodyBytes: number): number => (input === 'json' ? 10 : 3) * bodyBytes

/** Consecutive steps of a stored schedule, which a request takes its learning rates from. */
export interface ScheduleSpan {
  readonly scheduleId: string
  readonly fromStep: number
  readonly count: number
}

/** Their multipliers, shape `[count]` (past the end of the schedule its last one), and the schedule's own peak learning rate. */
export interface ScheduleSteps {
  readonly multipliers: Float64Array
  readonly peakLearningRate: number | null
}

/** What the computation is done with. */
export interface Surroundings {
  /** The engine for so many numbers of parameters. */
  readonly engineFor: (entries: number) => Engine
  /** Where the tensors of the answer are put; new arrays unless given. */
  readonly room?: Room
  /** Asked now and then. @throws Error where nobody waits for the answer any more */
  readonly assertWanted?: () => void
  /** Told after each step of a replay. */
  readonly progress?: (done: number, steps: number) => void
}

/** An answer that is ready to be written. Failures come before it, never in the middle. */
export interface OptimizerAnswer {
  /** How many bytes it will have, where that is known before it is written. */
  readonly length: number | undefined
  /** Taken once; what is behind it is given back at the end. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** Gives back what is behind it, where it is not taken to its end. */
  readonly discard: () => void
}
