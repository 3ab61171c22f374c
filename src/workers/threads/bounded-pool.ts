import { Piscina } from 'piscina'
import { Problem } from '../../domain/problems.ts'
import { asOverloaded } from './out-of-memory.ts'
import { type PlainProblem, problemOf } from './plain-problem.ts'
import { workerFile } from './worker-file.ts'

export interface PoolBounds {
  /** Worker threads, 1 unless given. They start with the first task and stay. */
  threads?: number
  /** Most numbers (points or steps, whichever is more) of all tasks accepted and not done; one that is alone may be larger. */
  pointsInFlightMax?: number
  /** Most tasks that wait for a thread. */
  waitingMax?: number
}

/** What a worker answers: a result, or the problem that it met. */
export type WorkerOutcome<Result extends object> = Result | { readonly problem: PlainProblem }

/** Worker threads that compute off the event loop and take on no more than they can hold. */
export interface BoundedPool<Task, Result extends object> {
  /**
   * @param size numbers that the task holds
   * @param make the task, once it is accepted: its memory is taken then
   * @param use what is done with the result while its memory still counts as in flight
   * @throws Problem that of the worker, and `overloaded` where too much is under way or a thread runs out of memory
   */
  run<Used>(
    size: number,
    make: () => Task | Promise<Task>,
    use: (result: Result) => Used | Promise<Used>,
    signal?: AbortSignal
  ): Promise<Used>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

/**
 * @param worker the file of the worker, from this room, without its ending, whose default export computes a task
 * @param work what is computed, in the plural
 * @param pointsPerSecond what one thread computes in a second, roughly; for `Retry-After` alone
 */
export function createBoundedPool<Task, Result extends object>(
  { worker, work, pointsPerSecond }: { worker: string; work: string; pointsPerSecond: number },
  { threads = 1, pointsInFlightMax = 2 ** 27, waitingMax = 256 }: PoolBounds
): BoundedPool<Task, Result> {
  const pool = new Piscina<Task, WorkerOutcome<Result>>({
    ...workerFile(worker),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    // A worker that waits in its event loop can give memory back while it has nothing to do.
    atomics: 'disabled'
  })
  // A thread that fails before it has a task, as when it cannot load its code, would let those that wait for it wait for ever.
  const waiting = new Set<(error: unknown) => void>()
  pool.on('error', (error) => {
    for (const fail of waiting) fail(error)
  })
  let tasks = 0
  let pointsInFlight = 0

  return {
    async run(size, make, use, signal) {
      if (tasks >= threads + waitingMax || (tasks > 0 && pointsInFlight + size > pointsInFlightMax)) {
        throw new Problem('overloaded', `${work} of ${pointsInFlight} points are under way or waiting.`, {
          retryAfterSeconds: Math.ceil(pointsInFlight / threads / pointsPerSecond) + 1
        })
      }
      tasks++
      pointsInFlight += size
      const { promise: failed, reject: fail } = withReject()
      waiting.add(fail)
      try {
        const outcome = await Promise.race([failed, pool.run(await make(), signal === undefined ? {} : { signal })])
        if ('problem' in outcome) throw problemOf(outcome.problem)
        return await use(outcome)
      } catch (error) {
        throw asOverloaded(error)
      } finally {
        waiting.delete(fail)
        tasks--
        pointsInFlight -= size
      }
    },
    close: () => pool.close()
  }
}

function withReject(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<never>((_, rejectIt) => {
    reject = rejectIt
  })
  return { promise, reject }
}
