import type { EngineChoice, FoundEngines } from '../../domain/engine.ts'
import type { CompiledKernel } from '../../kernels/wasm/compile-kernel.ts'
import type { PlainProblem } from '../threads/plain-problem.ts'
import type { SentBody } from './body-places.ts'
import type { OptimizerTask, ScheduleSpan, ScheduleSteps } from './task.ts'

/**
 * To the thread: a task with its number, its body as a whole or piece by piece, and the schedule that it needs. The memory of a body moves,
 * unless it is shared.
 */
export type ToWorker =
  | {
      readonly id: number
      readonly kind: 'task'
      readonly task: OptimizerTask
      /** A body in memory to compute in stays where it is. */
      readonly whole: Uint8Array | SentBody | undefined
      readonly sent: readonly number[]
    }
  | { readonly id: number; readonly kind: 'piece'; readonly piece: Uint8Array }
  | { readonly id: number; readonly kind: 'end' }
  /** Goes on with a task that needs them. */
  | { readonly id: number; readonly kind: 'schedule'; readonly steps: ScheduleSteps }
  /** The reader of the answer has taken so many bytes of it. */
  | { readonly id: number; readonly kind: 'read'; readonly bytes: number }
  /** These answers are sent, or nobody reads them any more: their memory can be used again. Told with the next task, if it comes soon. */
  | { readonly id: 0; readonly kind: 'sent'; readonly sent: readonly number[] }
  /** Nobody waits for an answer any more. */
  | { readonly id: number; readonly kind: 'abandoned' }

/** From the thread. */
export type FromWorker =
  | { readonly id: number; readonly kind: 'engines'; readonly found: FoundEngines }
  | { readonly id: number; readonly kind: 'no-engine'; readonly message: string }
  /** What the thread has compiled, for small steps that are computed elsewhere. */
  | { readonly id: 0; readonly kind: 'kernel'; readonly key: string; readonly kernel: CompiledKernel }
  /** Nothing is done any more for a request that was abandoned. */
  | { readonly id: number; readonly kind: 'ended' }
  /** So many bytes of the body are taken: others may follow. */
  | { readonly id: number; readonly kind: 'taken'; readonly bytes: number }
  /** The request is read, and goes on when it is given these steps. */
  | { readonly id: number; readonly kind: 'needs-schedule'; readonly span: ScheduleSpan }
  /** All of an answer that fits the window, so that it wakes the other side once. */
  | { readonly id: number; readonly kind: 'whole-answer'; readonly chunks: readonly Uint8Array[] }
  | { readonly id: number; readonly kind: 'answer'; readonly length: number | undefined }
  | { readonly id: number; readonly kind: 'chunk'; readonly chunk: Uint8Array }
  | { readonly id: number; readonly kind: 'done' }
  | { readonly id: number; readonly kind: 'problem'; readonly problem: PlainProblem }
  | { readonly id: number; readonly kind: 'fault'; readonly error: unknown }

/** What the thread sends when it has nothing more to do with the body of a request. */
export const lastKinds: ReadonlySet<FromWorker['kind']> = new Set(['whole-answer', 'done', 'problem', 'fault', 'ended'])

/** Bytes that are on their way in either direction before the sender waits. */
export const windowBytes = 16 * 2 ** 20

/** What a thread is started with. */
export interface WorkerStart {
  readonly engine: EngineChoice
}
