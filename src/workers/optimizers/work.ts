import type { Engine } from '../../kernels/engine.ts'

export const operations = ['init', 'step', 'replay'] as const
export type Operation = (typeof operations)[number]

/** How a request or an answer is written. */
export type WireFormat = 'json' | 'safetensors'

/** What is asked of an optimizer, but for the body of the request. */
export interface OptimizerWork {
  /** Undefined: the one that the body names, under `__metadata__.optimizer`. */
  readonly optimizer: string | undefined
  readonly operation: Operation
  readonly input: WireFormat
  readonly output: WireFormat
}

/** Multipliers of a stored schedule for consecutive steps, shape `[count]`, and its own peak learning rate. */
export interface ScheduleSteps {
  readonly multipliers: Float64Array
  readonly peakLearningRate: number | null
}

/** What the work needs of the world around it. */
export interface Surroundings {
  /** The engine for so many numbers of parameters. */
  readonly engineFor: (entries: number) => Engine
  /** @throws Problem `schedule-not-found`; past the end of a schedule its last multiplier is repeated */
  readonly readSchedule: (id: string, fromStep: number, count: number) => Promise<ScheduleSteps>
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
