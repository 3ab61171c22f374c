import type { Points } from '../../domain/gradient-norm.ts'
import type { Knot } from '../../schedules/segments/segments.ts'
import { bytesOver } from '../threads/shared-memory.ts'

/** What is to be found for a schedule; its arrays are on shared memory. */
export interface FitTask {
  /** Shape `[n]`. */
  readonly multipliers: Float64Array
  /** The log whose norms bounds are judged on; null: constant norms. */
  readonly norms: Points | null
  /** The rules to fit. */
  readonly rules: readonly string[]
  /** Of the segments; null: none are wanted, and no warm-up with polynomial. */
  readonly tolerance: number | null
}

/** Memory to fit so many rules to a schedule: the fit at hand, the norms over its steps, and what a few rounds of steps take. Bytes. */
export const bytesToFit = (steps: number, norms: Points | null, rules: number): number =>
  8 * steps + (rules === 0 ? 0 : bytesOver(norms, steps)) + 2 ** 20

/** The member of a rule that is nearest to a schedule. */
export interface RuleFit {
  readonly rule: string
  readonly parameters: Record<string, unknown>
  readonly r2: number
  readonly maxError: number
  /** The least general bound of the fit over that of the schedule. */
  readonly boundRatio: number
}

/** The nearest warm-up and polynomial decay to 0. */
export interface WarmupPolynomialFit {
  /** Length of the ramp as a fraction of the steps. */
  readonly warmup: number
  readonly power: number
  readonly r2: number
  readonly maxError: number
}

export interface FitResult {
  readonly fits: RuleFit[]
  readonly shape: { readonly warmupPolynomial: WarmupPolynomialFit; readonly segments: Knot[] } | null
}
