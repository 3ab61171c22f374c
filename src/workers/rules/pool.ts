import { type RuleCandidate, resolveCandidate } from '../../schedules/index.ts'
import { createBoundedPool, type PoolBounds } from '../threads/bounded-pool.ts'
import { sharedFloat64 } from '../threads/shared-memory.ts'
import type { RuleTask } from './task.ts'

export interface RuleMultipliers {
  /** Shape `[steps]`. */
  readonly multipliers: Float64Array
  /** Those of the rule, defaults filled in. */
  readonly parameters: Record<string, unknown>
}

/** Computes schedules by rule: short ones at once, long ones off the event loop and within bounds. */
export interface RulePool {
  /**
   * @param use what is done with the multipliers; until then their memory is held
   * @throws Problem `invalid-request`, and `overloaded` where too much is under way
   */
  compute<Used>(candidate: RuleCandidate, steps: number, use: (made: RuleMultipliers) => Promise<Used>): Promise<Used>
  /** Lets what is under way end, then stops the threads. */
  close(): Promise<void>
}

/** Steps that are computed at once: milliseconds, less than a thread needs to start. */
const stepsAtOnce = 2 ** 16

const work = { file: 'rules/compute', what: 'schedules' }

export function createRulePool(bounds: PoolBounds = {}): RulePool {
  const pool = createBoundedPool<RuleTask, object>(work, bounds)
  return {
    async compute(candidate, steps, use) {
      const { rule, parameters } = resolveCandidate(candidate, steps)
      if (steps <= stepsAtOnce) return await use({ multipliers: rule.multipliers(steps, parameters), parameters })
      let task: RuleTask | undefined
      const make = (): RuleTask => (task = { candidate: { rule: rule.name, parameters }, multipliers: sharedFloat64(steps) })
      return await pool.runAndUse({ bytes: 8 * steps, place: '/steps' }, make, () => use({ multipliers: task!.multipliers, parameters }))
    },
    close: () => pool.close()
  }
}
