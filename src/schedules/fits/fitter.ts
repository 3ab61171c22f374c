import type { Curve } from './sampled-curve.ts'

/** Parameters of a rule and their error on a curve. */
export interface Nearest {
  readonly parameters: Record<string, unknown>
  /** Sum of squared errors at the sampled steps. */
  readonly error: number
}

/**
 * Finds the parameters of a rule with the least squared error on a curve.
 * @param near result for a coarser curve of the same schedule; the answer is close to it
 * @param gap  precision of positions, in steps; 1 finds the best step
 */
export type Fitter = (curve: Curve, near?: Record<string, unknown>, gap?: number) => Nearest
