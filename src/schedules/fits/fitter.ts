import type { Curve } from './curve.ts'

/** Parameters of a rule, and how far they are from a curve. */
export interface Nearest {
  readonly parameters: Record<string, unknown>
  /** Σ of the squared errors at the steps of the curve. */
  readonly error: number
}

/**
 * Finds the parameters with which a rule is nearest to a curve.
 * @param near what was found for a thinner curve of the same schedule: the answer is close by
 * @param gap  so near places in whole steps need not come, 1 for the nearest themselves
 */
export type Fitter = (curve: Curve, near?: Record<string, unknown>, gap?: number) => Nearest
