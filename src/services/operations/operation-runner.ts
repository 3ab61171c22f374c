import type { MemoryBudget } from '../../domain/memory-budget.ts'
import { hasEnded, type Operation, type OperationProblem } from '../../domain/operation.ts'
import { Problem, problems } from '../../domain/problems.ts'
import type { Once } from '../../storage/once.ts'
import type { NewOperation, TakenOperation } from '../../storage/operation-repository.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { Storage } from '../../storage/storage.ts'
import { activeTraceparent } from '../../telemetry/tracing.ts'
import type { RefinementPool } from '../../workers/refinement/pool.ts'
import { runRefinement, longFrom as usualLongFrom } from '../refinement/refinement-operation.ts'
import { type LocalOperations, localOperations } from './local-operations.ts'
import { type AttemptOutcome, measuredOperation } from './measured-operation.ts'
import { reportProgress } from './report-progress.ts'

/** Does the work of operations, one at a time: those of all projects, and of other replicas on the same database. */
export interface OperationRunner {
  /** Work on more points or steps is an operation. */
  readonly longFrom: number
  /** Stores and queues an operation. @throws Problem `overloaded` where too much waits */
  start(storage: ProjectStorage, operation: NewOperation, once?: Once<Operation>): Promise<Operation>
  /** Stores an operation that this process alone can do, and does it. */
  readonly startHere: LocalOperations['start']
  /** The operation as it is once it has ended, or after so many seconds; at once when the service stops. */
  wait(storage: ProjectStorage, operation: Operation, seconds: number): Promise<Operation>
  /** Lets those go who wait, and gives back what is under way to whoever goes on with it. */
  stop(): Promise<void>
}

export interface OperationRunnerOptions {
  storage: Storage
  /** What computes; a pool of its own, so that a long refinement holds up no short one. */
  pool: RefinementPool
  memory: MemoryBudget
  longFrom?: number | undefined
  /** Told of what nobody else hears of. */
  warn?: (message: string, cause: unknown) => void
}

/** How often to look for work that others have queued; for how those are that others do. */
const idleMs = 1000
const waitingMs = 400
/** How long to let pass, for each attempt so far, before work that broke off is begun again. */
const pauseMs = 500
/** How often to look for work whose process died. */
const tidyMs = 3000

export function createOperationRunner({
  storage,
  pool,
  memory,
  longFrom = usualLongFrom,
  warn = () => {}
}: OperationRunnerOptions): OperationRunner {
  const { operations } = storage
  const stopping = new AbortController()
  const sleepers = new Set<() => void>()
  let tidiedAt = 0
  let isAway = false

  /** Waits for so long, or until something happens in this process. */
  const rest = (ms: number): Promise<void> => {
    if (stopping.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        sleepers.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      sleepers.add(wake)
    })
  }
  const wakeAll = () => {
    for (const wake of [...sleepers]) wake()
  }
  stopping.signal.addEventListener('abort', wakeAll)

  const next = async (): Promise<TakenOperation | null> => {
    try {
      if (Date.now() - tidiedAt >= tidyMs) {
        await operations.tidy()
        tidiedAt = Date.now()
      }
      const taken = await operations.take()
      isAway = false
      return taken
    } catch (error) {
      // While the database is away there is nothing to do, and it is enough to say so once.
      if (!isAway) warn('operations cannot be looked for', error)
      isAway = true
      return null
    }
  }

  const work = async (taken: TakenOperation): Promise<AttemptOutcome> => {
    const project = storage.of(taken.project)
    const { operations } = project
    const held = memory.open()
    const abort = new AbortController()
    const done = new AbortController()
    const signal = AbortSignal.any([abort.signal, stopping.signal])
    const progress = new Float64Array(new SharedArrayBuffer(8))
    const reporting = reportProgress(operations, taken, { progress, abort, done: done.signal })
    try {
      return (await runRefinement(project, held, pool, taken, { signal, progress })) ? 'done' : 'cancelled'
    } catch (error) {
      held.release()
      if (isPassing(error) && !signal.aborted) {
        warn(`the operation ${taken.id} (${taken.kind}) broke off, attempt ${taken.attempt}`, error)
        await rest(pauseMs * taken.attempt)
        if (!stopping.signal.aborted) {
          await operations.breakOff(taken, failureOf(error, taken))
          return 'returned'
        }
      }
      if (stopping.signal.aborted) {
        await operations.giveBack(taken)
        return 'returned'
      }
      if (abort.signal.aborted) return 'cancelled'
      await operations.fail(taken, failureOf(error, taken))
      return 'failed'
    } finally {
      done.abort()
      await reporting
      held.release()
    }
  }
  const failureOf = (error: unknown, { id, kind }: TakenOperation): OperationProblem => {
    if (error instanceof Problem) return { type: error.type, detail: error.detail, errors: error.errors }
    warn(`the operation ${id} (${kind}) failed`, error)
    return { type: 'internal', detail: problems.internal.remedy }
  }

  const local = localOperations(stopping.signal, failureOf, wakeAll)

  const going = (async () => {
    while (!stopping.signal.aborted) {
      const taken = await next()
      if (taken === null) await rest(idleMs)
      else {
        // Where not even that can be stored, the operation is taken up again once its time is over.
        await measuredOperation(taken, () => work(taken)).catch((error) =>
          warn(`how the operation ${taken.id} went cannot be stored`, error)
        )
        wakeAll()
      }
    }
  })()

  return {
    longFrom,

    async start(project, operation, once) {
      const work = { ...operation.work, traceparent: activeTraceparent() }
      const started = await project.operations.start({ ...operation, work }, once)
      wakeAll()
      return started
    },

    startHere: local.start,

    async wait(project, operation, seconds) {
      const until = Date.now() + 1000 * seconds
      let current = operation
      while (!hasEnded(current) && Date.now() < until && !stopping.signal.aborted) {
        await rest(Math.min(waitingMs, until - Date.now()))
        current = (await project.operations.find(operation.id)) ?? current
      }
      return current
    },

    async stop() {
      stopping.abort()
      await Promise.all([going, local.idle()])
    }
  }
}

/** What was needed is not there for now: the database, its disk, or memory. */
const isPassing = (error: unknown): boolean => error instanceof Problem && (error.type === 'overloaded' || error.type === 'storage-full')
