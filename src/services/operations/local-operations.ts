import type { Operation, OperationProblem } from '../../domain/operation.ts'
import { Problem } from '../../domain/problems.ts'
import type { Once } from '../../storage/once.ts'
import type { NewOperation, TakenOperation } from '../../storage/operation-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { type AttemptOutcome, measuredOperation } from './measured-operation.ts'
import { reportProgress } from './report-progress.ts'

/** What others hear of work under way, and tell it. */
export interface LocalWatch {
  readonly taken: TakenOperation
  /** Aborted where the operation is cancelled, or the service stops. */
  readonly signal: AbortSignal
  /** On shared memory, shape `[1]`: how far it is, from 0 to 1. */
  readonly progress: Float64Array
}

/** The operation was cancelled while its result was being stored: none may be. */
export class OperationCancelled extends Error {
  override readonly name = 'OperationCancelled'
}

/** What an operation does, once. */
export interface LocalWork {
  /** Ends the operation itself; false where it was cancelled in the meantime. @throws OperationCancelled for the same */
  readonly work: (watch: LocalWatch) => Promise<boolean>
  /** Whatever becomes of it. */
  readonly done: () => void
}

/** Operations on what this process alone has, as files that were sent to it: they end with it. */
export interface LocalOperations {
  /**
   * Works on it in turn with others.
   * @throws Problem `overloaded` where too much waits
   */
  start(
    storage: ProjectStorage,
    operation: Pick<NewOperation, 'id' | 'kind' | 'requestId'> & { readonly project: string },
    work: LocalWork,
    once?: Once<Operation>
  ): Promise<Operation>
  /** Waits until nothing is under way. */
  idle(): Promise<void>
}

const stopped = (): OperationProblem => ({
  type: 'overloaded',
  detail: 'The service stopped before the files were stored. Nothing was stored; send them again.'
})

/**
 * @param failureOf what a failed operation says
 * @param ended told of each end
 */
export function localOperations(
  stopping: AbortSignal,
  failureOf: (error: unknown, taken: TakenOperation) => OperationProblem,
  ended: () => void
): LocalOperations {
  let last: Promise<void> = Promise.resolve()

  const perform = async (
    { operations }: ProjectStorage,
    taken: TakenOperation,
    turn: Promise<void>,
    { work, done: workDone }: LocalWork
  ): Promise<AttemptOutcome> => {
    const abort = new AbortController()
    const done = new AbortController()
    const signal = AbortSignal.any([abort.signal, stopping])
    const progress = new Float64Array(new SharedArrayBuffer(8))
    const reporting = reportProgress(operations, taken, { progress, abort, done: done.signal })
    try {
      await turn
      signal.throwIfAborted()
      return (await work({ taken, signal, progress })) ? 'done' : 'cancelled'
    } catch (error) {
      if (abort.signal.aborted || error instanceof OperationCancelled) return 'cancelled'
      await operations.fail(taken, stopping.aborted && !(error instanceof Problem) ? stopped() : failureOf(error, taken))
      return 'failed'
    } finally {
      done.abort()
      workDone()
      await reporting
    }
  }

  return {
    async start(storage, { project, ...operation }, work, once) {
      let started: Operation
      try {
        started = await storage.operations.start({ ...operation, work: {}, numbers: {}, isBegun: true }, once)
      } catch (error) {
        work.done()
        throw error
      }
      const taken: TakenOperation = { project, id: started.id, kind: operation.kind, attempt: 1, work: {} }
      const turn = last
      last = measuredOperation(taken, () => perform(storage, taken, turn, work))
        .catch(() => {})
        .finally(ended)
      return started
    },
    idle: () => last
  }
}
