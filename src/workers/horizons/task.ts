import type { Points } from '../../domain/gradient-norm.ts'
import type { HorizonReport, HorizonRequest } from '../../schedules/horizons/horizon.ts'
import { bytesOver } from '../threads/shared-memory.ts'

/** Memory to make a schedule of so many steps out of another: its multipliers, and the norms over the steps of the longer one. Bytes. */
export const bytesToExtend = (oldSteps: number, norms: Points | null, steps: number): number =>
  8 * steps + bytesOver(norms, Math.max(oldSteps, steps))

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
