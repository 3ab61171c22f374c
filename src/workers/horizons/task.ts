import type { Points } from '../../domain/gradient-norm.ts'
import type { HorizonReport, HorizonRequest } from '../../schedules/horizons/horizon.ts'

/** A schedule to be made longer or shorter; its arrays are on shared memory. */
export interface HorizonTask {
  readonly request: HorizonRequest
  /** The log whose norms bounds are judged on; null: constant norms. */
  readonly norms: Points | null
  /** Receives the multipliers, shape `[steps]`. */
  readonly multipliers: Float64Array
}

export interface HorizonResult {
  readonly report: HorizonReport
  readonly divisor: number
}
