import type { EngineChoice, FoundEngines } from '../../domain/engine.ts'
import type { PlainProblem } from '../threads/plain-problem.ts'
import type { OptimizerWork, ScheduleSteps } from './work.ts'

/** To the thread: work with its number, its body piece by piece, and what it asked for. The memory of pieces moves. */
export type ToWorker =
  | { readonly id: number; readonly kind: 'work'; readonly work: OptimizerWork }
  | { readonly id: number; readonly kind: 'piece'; readonly piece: Uint8Array }
  | { readonly id: number; readonly kind: 'end' }
  | { readonly id: number; readonly kind: 'schedule'; readonly found: ScheduleSteps | { readonly problem: PlainProblem } }
  /** The reader of the answer has taken so many bytes of it. */
  | { readonly id: number; readonly kind: 'read'; readonly bytes: number }
  /** Nobody waits for an answer any more. */
  | { readonly id: number; readonly kind: 'abandoned' }

/** From the thread. */
export type FromWorker =
  | { readonly id: number; readonly kind: 'engines'; readonly found: FoundEngines }
  | { readonly id: number; readonly kind: 'no-engine'; readonly message: string }
  /** So many bytes of the body are taken: others may follow. */
  | { readonly id: number; readonly kind: 'taken'; readonly bytes: number }
  | { readonly id: number; readonly kind: 'schedule'; readonly scheduleId: string; readonly fromStep: number; readonly count: number }
  | { readonly id: number; readonly kind: 'answer'; readonly length: number | undefined }
  | { readonly id: number; readonly kind: 'chunk'; readonly chunk: Uint8Array }
  | { readonly id: number; readonly kind: 'done' }
  | { readonly id: number; readonly kind: 'problem'; readonly problem: PlainProblem }
  | { readonly id: number; readonly kind: 'fault'; readonly error: unknown }

/** Bytes that are on their way in either direction before the sender waits. */
export const windowBytes = 16 * 2 ** 20

/** What a thread is started with. */
export interface WorkerStart {
  readonly engine: EngineChoice
}
