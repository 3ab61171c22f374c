import { MemoryBudget } from '../../domain/memory-budget.ts'
import { UsedPlaces } from './body-places.ts'
import { createInPlace } from './in-place.ts'
import { createThreadPool, type ThreadPoolOptions } from './thread-pool.ts'
import type { OptimizerPool } from './work.ts'

export interface OptimizerPoolOptions extends Omit<ThreadPoolOptions, 'places' | 'found' | 'compiled' | 'memory'> {
  /** What requests hold; without an end unless given. */
  memory?: MemoryBudget
}

/** Steps that take a fraction of a millisecond are computed at once, on the event loop; all others in a thread. */
export function createOptimizerPool({ memory = unlimited(), ...options }: OptimizerPoolOptions): OptimizerPool {
  const inPlace = createInPlace(memory)
  const places = new UsedPlaces(memory)
  const thread = createThreadPool({ ...options, memory, places, found: inPlace.found, compiled: inPlace.compiled })
  return {
    engines: thread.engines,
    places,
    run: async (request) => (await inPlace.answer(request)) ?? (await thread.run(request)),
    close: async () => {
      inPlace.close()
      places.forget()
      await thread.close()
    }
  }
}

const unlimited = () => new MemoryBudget({ max: Number.POSITIVE_INFINITY })
