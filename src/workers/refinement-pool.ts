import { Piscina } from 'piscina'
import type { Points } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { Refinement } from '../refinement/refine.ts'
import { type RunFacts, unknownRun } from '../refinement/warnings.ts'
import { movedPoints } from './moved-memory.ts'
import { asOverloaded } from './out-of-memory.ts'
import { problemOf } from './plain-problem.ts'
import type { RefinementOutcome, RefinementTask } from './refinement-task.ts'
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
   * @param points their memory moves to the worker without a copy: they cannot be read afterwards
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
  // The failure of a thread without a task; the next task gets a new thread.
  pool.on('error', () => {})
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
      try {
        const { points: moved, memory } = movedPoints(points)
        const task: RefinementTask = { ...moved, options, run }
        const outcome = await pool.run(task, { transferList: memory, ...(signal === undefined ? {} : { signal }) })
        if ('problem' in outcome) throw problemOf(outcome.problem)
        return outcome
      } catch (error) {
        throw asOverloaded(error)
      } finally {
        tasks--
        pointsInFlight -= size
      }
    },
    close: () => pool.close()
  }
}
