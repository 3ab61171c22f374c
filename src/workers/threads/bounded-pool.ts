import { Piscina } from 'piscina'
import { Problem } from '../../domain/problems.ts'
import type { Answer } from './answering.ts'
import { measuredTask } from './measured-task.ts'
import { asOverloaded } from './out-of-memory.ts'
import { problemOf } from './plain-problem.ts'
import { workerFile } from './worker-file.ts'

export interface PoolBounds {
  /** Worker threads, 1 unless given. They start with the first task and stay. */
  threads?: number
  /** Most numbers (points or steps, whichever is more) of all tasks accepted and not done; one that is alone may be larger. */
  pointsInFlightMax?: number
  /** Most tasks that wait for a thread. */
  waitingMax?: number
  /** After so long without a task a thread ends; never unless given. Milliseconds. */
  idleMs?: number
}

/** Worker threads that compute off the event loop and take on no more than they can hold. */
export interface BoundedPool<Task, Result extends object> {
  /**
   * @param size  numbers that the task holds
   * @param moved memory of the task that goes to the thread and is not copied
   * @throws Problem that of the computation, and `overloaded` where too much is under way or a thread runs out of memory
   */
  run(size: number, task: Task, moved?: readonly ArrayBuffer[]): Promise<Result>
  /**
   * The same for work that counts as in flight from before its task is made until its result is used.
   * @param make   the task, once it is accepted: its memory is taken then
   * @param use    what is done with the result
   * @param signal ends it, with its thread: it rejects with an AbortError
   */
  runAndUse<Used>(
    size: number,
    make: () => Task | Promise<Task>,
    use: (result: Result) => Used | Promise<Used>,
    signal?: AbortSignal
  ): Promise<Used>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

/** A kind of work. */
export interface Work {
  /** The file that threads run, from this room, without its ending: its default export is {@link answering} a task. */
  readonly file: string
  /** What is computed, in the plural. */
  readonly what: string
  /** What one thread computes in a second, roughly; for `Retry-After` alone. */
  readonly pointsPerSecond: number
}

export function createBoundedPool<Task, Result extends object>(
  { file, what, pointsPerSecond }: Work,
  { threads = 1, pointsInFlightMax = 2 ** 27, waitingMax = 256, idleMs = Number.POSITIVE_INFINITY }: PoolBounds
): BoundedPool<Task, Result> {
  const pool = new Piscina<Task, Answer<Result>>({
    ...workerFile(file),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    recordTiming: false,
    // A worker that waits in its event loop can give memory back while it has nothing to do.
    atomics: 'disabled'
  })
  // A thread that fails before it has a task, as when it cannot load its code, would let those that wait for it wait for ever.
  const waiting = new Set<(error: unknown) => void>()
  pool.on('error', (error) => {
    for (const fail of waiting) fail(error)
  })
  const kind = file.split('/', 1)[0] as string
  let tasks = 0
  let pointsInFlight = 0

  const accept = (size: number): void => {
    if (tasks >= threads + waitingMax || (tasks > 0 && pointsInFlight + size > pointsInFlightMax)) {
      throw new Problem('overloaded', `${what} of ${pointsInFlight} points are under way or waiting.`, {
        retryAfterSeconds: Math.ceil(pointsInFlight / threads / pointsPerSecond) + 1
      })
    }
    tasks++
    pointsInFlight += size
  }
  const inThread = async (task: Task, options: { signal?: AbortSignal; transferList?: ArrayBuffer[] }): Promise<Result> => {
    const { promise: failed, reject: fail } = withReject()
    waiting.add(fail)
    try {
      const answer = await Promise.race([failed, pool.run(task, options)])
      if ('problem' in answer) throw problemOf(answer.problem)
      return answer
    } finally {
      waiting.delete(fail)
    }
  }
  const whileAccepted = async <Used>(size: number, work: () => Promise<Used>): Promise<Used> => {
    accept(size)
    try {
      return await measuredTask(kind, work)
    } catch (error) {
      throw asOverloaded(error)
    } finally {
      tasks--
      pointsInFlight -= size
    }
  }

  return {
    run: (size, task, moved = []) => whileAccepted(size, () => inThread(task, { transferList: [...moved] })),
    runAndUse: (size, make, use, signal) =>
      whileAccepted(size, async () => await use(await inThread(await make(), signal === undefined ? {} : { signal }))),
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
