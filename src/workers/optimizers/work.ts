import type { FoundEngines } from '../../domain/engine.ts'
import type { BodyPlaces } from './body-places.ts'
import type { OptimizerTask, ScheduleSpan, ScheduleSteps } from './task.ts'

/** An answer: all of it, or one on its way. `chunks` end with the answer; who stops before gives up the rest. */
export type RunningAnswer = readonly Uint8Array[] | AnswerOnItsWay

export interface AnswerOnItsWay {
  /** Bytes, where that is known before it is written. */
  readonly length: number | undefined
  readonly chunks: AsyncIterable<Uint8Array>
}

/** A request that was read, and needs steps of a stored schedule before it is answered. */
export interface NeedsSchedule {
  readonly span: ScheduleSpan
  /** @throws Problem as {@link OptimizerPool.run} */
  readonly answer: (steps: ScheduleSteps) => Promise<RunningAnswer>
  /** Where they cannot be had. */
  readonly giveUp: (reason: unknown) => void
}

export interface WorkRequest {
  readonly task: OptimizerTask
  /**
   * The body, which may be in one of the `places`, or its pieces. Each has its memory for itself, which moves to the thread; or it is in shared memory, which stays as it is
   * until the answer is sent.
   */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>
  /** What the body has at most. Bytes. */
  readonly bodyBytes: number
  /** Whether it is still arriving. */
  readonly isStreamed: boolean
  readonly reader: AnswerReader
}

/** Who reads the answer. Gone when all of it is sent, or nobody reads it any more. */
export interface AnswerReader {
  readonly isGone: () => boolean
  /** Calls a function once it is gone. @returns what takes that back */
  readonly onGone: (act: () => void) => () => void
}

/** Steps of optimizers, within bounds. */
export interface OptimizerPool {
  /** What computes. Starts the thread. @throws Error where the engine that was named cannot be used */
  engines(): Promise<FoundEngines>
  readonly places: BodyPlaces
  /**
   * Reads a request, and answers it unless it needs a schedule.
   * @throws Problem those of the optimizers, and `overloaded` where too much is under way or memory runs out
   */
  run(request: WorkRequest): Promise<RunningAnswer | NeedsSchedule>
  close(): Promise<void>
}
