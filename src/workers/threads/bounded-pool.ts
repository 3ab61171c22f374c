import { Piscina } from 'piscina'
import { type HeldMemory, MemoryBudget } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import type { Answer } from './answering.ts'
import { heapLimits } from './heap-limits.ts'
import { measuredTask } from './measured-task.ts'
import { asOverloaded } from './out-of-memory.ts'
import { problemOf } from './plain-problem.ts'
import { Turns } from './turns.ts'
import { workerFile } from './worker-file.ts'

export interface PoolBounds {
  /** What tasks hold; without an end unless given. */
  memory?: MemoryBudget
  /** Worker threads, 1 unless given. */
  threads?: number
  /** Most tasks that wait for a thread. */
  waitingMax?: number
  /** After so long without a task a thread ends. Milliseconds. */
  idleMs?: number
}

/** What a task needs besides what its caller holds already: memory that the thread computes with, and its result. */
export interface Need {
  /** Bytes. */
  readonly bytes: number
  /** What in the request asks for so much, see `HeldMemory.take`. */
  readonly place: string
  /** The thread computes in the same memory again, so that none of it is left to collect. */
  readonly isReused?: boolean
}

/** Worker threads that compute off the event loop and take on no more than there is memory for. */
export interface BoundedPool<Task, Result extends object> {
  /**
   * @param need  held from the task's turn to its end
   * @param moved memory of the task that goes to the thread and is not copied
   * @throws Problem that of the computation, `too-large-for-memory`, and `overloaded` where too much is under way
   */
  run(need: Need, task: Task, moved?: readonly ArrayBuffer[]): Promise<Result>
  /**
   * The same for work whose memory is held from before its task is made until its result is used.
   * @param make   the task, when it is its turn: its memory is taken then
   * @param use    what is done with the result
   * @param signal ends it, with its thread: it rejects with an AbortError
   */
  runAndUse<Used>(
    need: Need,
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
}

/**
 * How long a thread is kept that has nothing to do: the next task need not load its code again. Its heap goes with it. Milliseconds.
 */
const usualIdleMs = 10_000

export function createBoundedPool<Task, Result extends object>(
  { file, what }: Work,
  { memory = unlimited(), threads = 1, waitingMax = 256, idleMs = usualIdleMs }: PoolBounds
): BoundedPool<Task, Result> {
  const pool = new Piscina<Task, Answer<Result>>({
    ...workerFile(file),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    recordTiming: false,
    resourceLimits: heapLimits(memory.max),
    // A worker that waits in its event loop can give memory back while it has nothing to do.
    atomics: 'disabled'
  })
  // A thread that fails before it has a task, as when it cannot load its code, would let those that wait for it wait for ever.
  const waiting = new Set<(error: unknown) => void>()
  pool.on('error', (error) => {
    for (const fail of waiting) fail(error)
  })
  const kind = file.split('/', 1)[0] as string
  // While one is computed the next is made: what it is made of comes from the database.
  const turns = new Turns(threads + 1)
  let tasks = 0

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
  const inTurn = async (need: Need, held: HeldMemory, make: () => Made<Task>, signal?: AbortSignal): Promise<Result> => {
    const end = await turns.take(signal)
    try {
      held.take(need.bytes, need.place)
      const { task, moved = [] } = await make()
      return await inThread(task, { transferList: [...moved], ...(signal === undefined ? {} : { signal }) })
    } finally {
      end()
    }
  }
  const perform = async <Used>(
    need: Need,
    make: () => Made<Task>,
    use: (result: Result) => Used | Promise<Used>,
    signal?: AbortSignal
  ): Promise<Used> => {
    if (tasks >= threads + waitingMax)
      throw new Problem('overloaded', `${tasks} ${what} are under way or waiting.`, { retryAfterSeconds: 2 })
    tasks++
    const held = memory.open({ isReused: need.isReused === true })
    try {
      held.expect(need.bytes, need.place)
      return await measuredTask(kind, async () => await use(await inTurn(need, held, make, signal)))
    } catch (error) {
      throw asOverloaded(error, need.place)
    } finally {
      tasks--
      held.release()
    }
  }

  return {
    run: (need, task, moved = []) =>
      perform(
        need,
        () => ({ task, moved }),
        (result) => result
      ),
    runAndUse: (need, make, use, signal) => perform(need, async () => ({ task: await make() }), use, signal),
    close: () => pool.close()
  }
}

/** A task with the memory of it that moves to the thread. */
type Made<Task> = { task: Task; moved?: readonly ArrayBuffer[] } | Promise<{ task: Task; moved?: readonly ArrayBuffer[] }>

const unlimited = () => new MemoryBudget({ max: Number.POSITIVE_INFINITY })

function withReject(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<never>((_, rejectIt) => {
    reject = rejectIt
  })
  return { promise, reject }
}
