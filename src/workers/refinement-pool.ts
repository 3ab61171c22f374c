import { Piscina } from 'piscina'
import type { Points } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { Refinement } from '../refinement/refine.ts'
import { type RunFacts, unknownRun } from '../refinement/warnings.ts'
import { asOverloaded } from './out-of-memory.ts'
import { problemOf } from './plain-problem.ts'
import type { RefinementOutcome, RefinementTask } from './refinement-task.ts'
import { onSharedMemory, sharedFloat64 } from './shared-memory.ts'
import { workerFile } from './worker-file.ts'

export interface RefinementPoolOptions {
  /** Worker threads, 1 unless given. They start with the first refinement and stay. */
  threads?: number
  /** Most points (or steps, where those are more) of all refinements accepted and not done; one that is alone may be larger. */
  pointsInFlightMax?: number
  /** Most refinements that wait for a thread. */
  waitingMax?: number
}

/** Refines off the event loop, within bounds. */
export interface RefinementPool {
  /**
   * @param points handed over: values on shared memory (see `sharedFloat64`) are not copied, and the multipliers may take their place
   * @throws Problem those of `refine`, and `overloaded` where too much is under way or a thread runs out of memory
   */
  refine(points: Points, options: ResolvedRefinementOptions, more?: { run?: RunFacts; signal?: AbortSignal }): Promise<Refinement>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

/** Points that one thread refines in a second, roughly; for `Retry-After` alone. */
const pointsPerSecond = 5e6

export function createRefinementPool({
  threads = 1,
  pointsInFlightMax = 2 ** 27,
  waitingMax = 256
}: RefinementPoolOptions = {}): RefinementPool {
  const pool = new Piscina<RefinementTask, RefinementOutcome>({
    ...workerFile('refinement-worker'),
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
    async refine(points, options, { run = unknownRun, signal } = {}) {
      const size = Math.max(points.values.length, options.steps)
      if (tasks >= threads + waitingMax || (tasks > 0 && pointsInFlight + size > pointsInFlightMax)) {
        throw new Problem('overloaded', `Refinements of ${pointsInFlight} points are under way or waiting.`, {
          retryAfterSeconds: Math.ceil(pointsInFlight / threads / pointsPerSecond) + 1
        })
      }
      tasks++
      pointsInFlight += size
      const { promise: failed, reject: fail } = withReject()
      waiting.add(fail)
      try {
        const { values, steps } = onSharedMemory(points)
        const multipliers = values.length === options.steps ? values : sharedFloat64(options.steps)
        const task: RefinementTask = { values, steps, options, run, multipliers }
        const outcome = await Promise.race([failed, pool.run(task, signal === undefined ? {} : { signal })])
        if ('problem' in outcome) throw problemOf(outcome.problem)
        return { multipliers, report: outcome.report }
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
