import type { EngineChoice } from '../../domain/engine.ts'
import { type RunFacts, unknownRun } from '../../refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { Refinement } from '../../refinement/refine.ts'
import type { RefinementReport } from '../../refinement/report.ts'
import type { RunNorms } from '../../refinement/several-runs.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { onSharedMemory, sharedFloat64 } from '../threads/shared-memory.ts'
import { type Drawn, drawnOf } from './drawn.ts'
import { bytesOfTask, type RefinementResult, type RefinementTask } from './task.ts'

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
   * The same, to be drawn: multipliers and filtered norms at so many steps at most.
   * @throws Problem as `refine`
   */
  preview(
    points: LoggedNorms | readonly RunNorms[],
    options: ResolvedRefinementOptions,
    run: RunFacts,
    max: number
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
  const run = <Used>(
    points: LoggedNorms | readonly RunNorms[],
    options: ResolvedRefinementOptions,
    more: Pick<RefinementTask, 'run' | 'filteredMax' | 'progress'> & Pick<RefinementWatch, 'signal'>,
    use: (multipliers: Float64Array, result: RefinementResult) => Used
  ): Promise<Used> => {
    let multipliers: Float64Array = new Float64Array(0)
    const make = (): RefinementTask => {
      const shared =
        'steps' in points ? allOnSharedMemory(points) : points.map((one) => ({ ...one, points: allOnSharedMemory(one.points) }))
      const hasRoom = 'steps' in shared && shared.values.length === options.steps
      multipliers = hasRoom ? shared.values : sharedFloat64(options.steps)
      const { signal: _, ...told } = more
      return { points: shared, options, multipliers, engine, ...told }
    }
    const need = { bytes: bytesOfTask(points, options.steps), place: '' }
    return pool.runAndUse(need, make, (result) => use(multipliers, result), more.signal)
  }
  return {
    refine: (points, options, { run: facts = unknownRun, signal, progress } = {}) =>
      run(points, options, { run: facts, filteredMax: 0, progress, ...(signal && { signal }) }, (multipliers, { report }) => ({
        multipliers,
        report
      })),
    preview: (points, options, facts, max) =>
      run(points, options, { run: facts, filteredMax: max, progress: undefined }, (multipliers, { report, filtered }) => ({
        multipliers: drawnOf(multipliers, { first: 0, last: multipliers.length - 1, max, also: report.peak.step }),
        norms: filtered as Drawn,
        report
      })),
    close: () => pool.close()
  }
}
