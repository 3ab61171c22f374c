import type { EngineChoice } from '../../domain/engine.ts'
import { type RunFacts, unknownRun } from '../../refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { Refinement } from '../../refinement/refine.ts'
import type { RefinementReport } from '../../refinement/report.ts'
import type { RunNorms } from '../../refinement/several-runs.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { onSharedMemory, sharedFloat64 } from '../threads/shared-memory.ts'
import type { Drawn } from './drawn.ts'
import { keptLengthMax } from './kept-scratch.ts'
import { bytesOfTask, longestOf, type RefinementResult, type RefinementTask } from './task.ts'

/** What others hear of a refinement under way, and tell it. */
export interface RefinementWatch {
  /** Ends it, with its thread: it rejects with an AbortError. */
  signal?: AbortSignal
  /** On shared memory, shape `[1]`: how far it is, from 0 to 1. */
  progress?: Float64Array
}

/** A refinement as a chart shows it. */
export interface RefinementPreview {
  /** Multipliers by step of the next run. */
  readonly multipliers: Drawn
  /** Filtered norms by step of the log. */
  readonly norms: Drawn
  /** Filtered losses by step of the log; null where none are read. */
  readonly losses: Drawn | null
  readonly report: RefinementReport
}

/** Refines off the event loop, within bounds. */
export interface RefinementPool {
  /**
   * @param points handed over: values on shared memory (see `sharedFloat64`) are not copied, and the multipliers may take their place
   * @throws Problem those of `refine`, and `overloaded` where too much is under way or a thread runs out of memory
   */
  refine(
    points: LoggedNorms | readonly RunNorms[],
    options: ResolvedRefinementOptions,
    more?: RefinementWatch & { run?: RunFacts }
  ): Promise<Refinement>
  /**
   * The same, to be drawn: multipliers and filtered norms at so many steps at most. Points on shared memory are not copied, and stay as they are.
   * @param gone nobody waits for it any more: it is not begun, and ended with its thread where it is long
   * @throws Problem as `refine`; the reason of the signal
   */
  preview(
    points: LoggedNorms | readonly RunNorms[],
    options: ResolvedRefinementOptions,
    run: RunFacts,
    max: number,
    gone?: AbortSignal
  ): Promise<RefinementPreview>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

/** A log with all of its series on shared memory. */
const allOnSharedMemory = ({ losses, weightNorms, ...norms }: LoggedNorms): LoggedNorms => ({
  ...onSharedMemory(norms),
  losses: losses ? onSharedMemory(losses) : null,
  weightNorms: weightNorms ? onSharedMemory(weightNorms) : null
})

const work = { file: 'refinement/compute', what: 'refinements' }

/** @param engine what computes; `auto` is plain loops, since no engine is faster from memory to memory (see bench/README.md) */
export function createRefinementPool({ engine = 'auto', ...bounds }: PoolBounds & { engine?: EngineChoice } = {}): RefinementPool {
  const pool = createBoundedPool<RefinementTask, RefinementResult>(work, bounds)
  const shared = (points: LoggedNorms | readonly RunNorms[]) =>
    'steps' in points ? allOnSharedMemory(points) : points.map((one) => ({ ...one, points: allOnSharedMemory(one.points) }))
  return {
    refine: (points, options, { run = unknownRun, signal, progress } = {}) => {
      let multipliers: Float64Array = new Float64Array(0)
      const make = (): RefinementTask => {
        const own = shared(points)
        const hasRoom = 'steps' in own && own.values.length === options.steps
        multipliers = hasRoom ? own.values : sharedFloat64(options.steps)
        return { points: own, options, run, multipliers, engine, drawnMax: 0, progress }
      }
      const need = { bytes: bytesOfTask(points, options.steps), place: '' }
      return pool.runAndUse(need, make, ({ report }) => ({ multipliers, report }), signal)
    },
    preview: (points, options, run, drawnMax, gone) => {
      const make = (): RefinementTask => {
        gone?.throwIfAborted()
        return { points: shared(points), options, run, multipliers: null, engine, drawnMax, progress: undefined }
      }
      // A new thread takes longer than what is left of a short one.
      const isLong = Math.max(longestOf(points), options.steps) > keptLengthMax
      const need = { bytes: bytesOfTask(points, options.steps), place: '', isReused: true }
      return pool.runAndUse(
        need,
        make,
        ({ report, drawn }) => ({ ...(drawn as NonNullable<typeof drawn>), report }),
        isLong ? gone : undefined
      )
    },
    close: () => pool.close()
  }
}
