import type { RuleCandidate } from '../../schedules/index.ts'

/** Multipliers to compute by a rule; the candidate has been checked. */
export interface RuleTask {
  readonly candidate: RuleCandidate
  /** Receives the multipliers, shape `[steps]`, on shared memory. */
  readonly multipliers: Float64Array
}
