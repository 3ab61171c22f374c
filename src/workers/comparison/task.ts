import type { Points } from '../../domain/gradient-norm.ts'
import type { GeneralBoundTerms } from '../../refinement/general-bound.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { WeightedBound } from '../../refinement/weighted-bound.ts'

/** Norms to compare schedules on: one for all steps, one a step, or the points of a run. Arrays are on shared memory. */
export type TaskNorms = { readonly constant: number } | { readonly values: Float64Array } | { readonly points: Points }

/** What a schedule is: its multipliers, a rule with all its parameters, or a refinement of the norms. */
export type TaskShape =
  | { readonly multipliers: Float64Array }
  | { readonly rule: string; readonly parameters: Record<string, unknown> }
  | { readonly refined: ResolvedRefinementOptions }

/** The weights that a schedule is made of: all the same, or those of the closed form of some points. */
export type TaskWeights = 'equal' | { readonly points: Points; readonly options: ResolvedRefinementOptions }

export interface CandidateTask {
  readonly shape: TaskShape
  readonly steps: number
  /** Where the multipliers stand in the request, for what is wrong with them. */
  readonly pointer: string
  /** Where the bound of Theorem A is wanted. */
  readonly weights?: TaskWeights
}

/** Schedules whose general bounds are wanted on the same norms. All has been checked but what only the multipliers tell. */
export interface ComparisonTask {
  readonly norms: TaskNorms
  readonly distance: number
  /** The base rate at which the terms are wanted; the best one where there is none. */
  readonly rate?: number
  readonly candidates: readonly CandidateTask[]
}

export interface Evaluation {
  readonly T: number
  readonly optimalRate: number
  readonly optimalBound: number
  /** At the rate that was given, else at the best one. */
  readonly bound: number
  readonly terms: GeneralBoundTerms
  readonly weighted?: WeightedBound
  /** Steps with multiplier 0 between two that have one above 0. */
  readonly zeros: number
}
