import type { Points } from '../../domain/gradient-norm.ts'
import type { HorizonRequest } from '../../schedules/horizons/horizon.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { sharedFloat64 } from '../threads/shared-memory.ts'
import { bytesToExtend, type HorizonResult, type HorizonTask } from './task.ts'

/** Makes schedules longer or shorter, off the event loop and within bounds. */
export interface HorizonPool {
  /**
   * @param norms on shared memory; null: constant norms
   * @param use   what is done with the multipliers, shape `[steps]`; until then their memory is held
   * @throws Problem `overloaded`
   */
  extend<Used>(
    request: HorizonRequest,
    norms: Points | null,
    steps: number,
    use: (made: HorizonResult & { multipliers: Float64Array }) => Promise<Used>
  ): Promise<Used>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

const work = { file: 'horizons/compute', what: 'horizons' }

export function createHorizonPool(bounds: PoolBounds = {}): HorizonPool {
  const pool = createBoundedPool<HorizonTask, HorizonResult>(work, bounds)
  return {
    extend(request, norms, steps, use) {
      let multipliers: Float64Array = new Float64Array(0)
      const make = (): HorizonTask => {
        multipliers = sharedFloat64(steps)
        return { request, norms, multipliers }
      }
      const need = { bytes: bytesToExtend(request.old.length, norms, steps), place: '/steps' }
      return pool.runAndUse(need, make, (result) => use({ ...result, multipliers }))
    },
    close: () => pool.close()
  }
}
