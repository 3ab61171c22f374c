import type { Points } from '../../domain/gradient-norm.ts'
import type { Knot } from '../../schedules/segments/segments.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { bytesToFit, type FitResult, type FitTask, type RuleFit, type WarmupPolynomialFit } from './task.ts'

export type { RuleFit, WarmupPolynomialFit } from './task.ts'

/** What a schedule is near to. */
export interface ScheduleFits {
  readonly warmupPolynomial: WarmupPolynomialFit
  /** Best first. */
  readonly fits: readonly RuleFit[]
  readonly segments: readonly Knot[]
}

/** Fits rules and segments to schedules, off the event loop and within bounds. */
export interface FitPool {
  /**
   * @param multipliers on shared memory, see `sharedFloat64`; so are the norms
   * @throws Problem `invalid-request` at `/tolerance`, `overloaded`
   */
  fit(multipliers: Float64Array, norms: Points | null, rules: readonly string[], tolerance: number): Promise<ScheduleFits>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

const work = { file: 'fits/compute', what: 'fits' }
/** From so many steps on, two threads fit a schedule at a time: for fewer it does not pay to start the second. */
const sharedStepsMin = 2 ** 17
/** And up to so many: the memory of both counts. */
const sharedStepsMax = 2 ** 24

export function createFitPool(bounds: PoolBounds = {}): FitPool {
  const pool = createBoundedPool<FitTask, FitResult>(work, { threads: 2, ...bounds })
  const run = (task: FitTask) =>
    pool.run({ bytes: bytesToFit(task.multipliers.length, task.norms, task.rules.length), place: 'path/id' }, task)
  return {
    async fit(multipliers, norms, rules, tolerance) {
      // The search for a rule after a ramp takes as long as all others together.
      const { length } = multipliers
      const apart = length < sharedStepsMin || length > sharedStepsMax ? [] : rules.filter((rule) => rule !== 'warmup')
      const rest = rules.filter((rule) => !apart.includes(rule))
      const results = await Promise.all([
        run({ multipliers, norms, rules: rest, tolerance }),
        ...(apart.length === 0 ? [] : [run({ multipliers, norms, rules: apart, tolerance: null })])
      ])
      const fits = results.flatMap((result) => result.fits).sort((a, b) => b.r2 - a.r2)
      const { warmupPolynomial, segments } = results[0].shape as NonNullable<FitResult['shape']>
      return { warmupPolynomial, fits, segments }
    },
    close: () => pool.close()
  }
}
