import type { Source } from '../../domain/source.ts'
import type { RatePath } from '../rate-path.ts'

/** A parameter of a law that is fitted: positive, found as a logarithm. */
export interface LawParameter {
  readonly name: string
  readonly meaning: string
  readonly unit: string
  readonly lower: number
  readonly upper: number
  /** ln p ~ N(ln median, spread²) before any data. */
  readonly prior: { readonly median: number; readonly spread: number; readonly source: string }
}

/** What the parameters are measured in: the same for all curves of a fit and all schedules that are forecast by it. */
export interface LawUnits {
  /** S_ref, a sum of rates: the largest that was fitted. */
  readonly sum: number
  /** P, a rate: the largest that was fitted. */
  readonly rate: number
  /** The longest run that was fitted, in steps. */
  readonly steps: number
}

/**
 * How the loss depends on the rates until then, in the common form
 *
 *     L(t) = L₀ + a·[(S(t)/S_ref)^−α − ρ·D(t)],    S(t) = Σ_{τ ≤ t} η_τ
 *
 * L₀ and a enter linearly and are solved for exactly; α, ρ and what D has besides are searched for. A law is its D, which is 0 where
 * nothing was annealed, and is in units of the peak.
 */
export interface LossLaw {
  /** Unique, in kebab case: its name in the API. */
  readonly name: string
  readonly title: string
  /** As in its paper. */
  readonly formula: string
  readonly source: Source
  /** α, ρ, then those of D. */
  readonly parameters: readonly LawParameter[]
  /**
   * D at steps of a path.
   * @param at steps, ascending, shape `[n]`
   * @param own those parameters that D has besides α and ρ
   */
  annealed(path: RatePath, at: Float64Array, own: Float64Array, units: LawUnits): Float64Array
  /** The parameters as the paper writes them, from those of the common form. */
  published(fitted: { L0: number; a: number; alpha: number; rho: number; own: Float64Array }, units: LawUnits): Record<string, number>
}

const published = 'fits of three sizes of one model, Luo et al. 2025'

/** α: nearly 0.5 in published fits of language models; 1 in convex problems. */
export const exponent: LawParameter = {
  name: 'alpha',
  meaning: 'Power by which the loss falls with the sum of rates.',
  unit: '1',
  lower: 0.02,
  upper: 3,
  prior: { median: 0.46, spread: 0.5, source: published }
}

/** ρ: B·P/(A·S^−α) of published fits is 0.41 to 0.43 for each size. */
export const annealingGain = (median: number, spread: number): LawParameter => ({
  name: 'rho',
  meaning: 'How far annealing takes the loss down, in parts of what is left of the falling term.',
  unit: '1',
  lower: 1e-4,
  upper: 20,
  prior: { median, spread, source: published }
})
