import type { GeneralBoundTerms } from '../../refinement/general-bound.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import type { WeightedBound } from '../../refinement/weighted-bound.ts'
import { bytesOfTask, bytesToRefine, countOf } from '../refinement/task.ts'
import { bytesOnGrid } from '../threads/shared-memory.ts'

/** Norms to compare schedules on: one for all steps, one a step, or the points of a run. Arrays are on shared memory. */
export type TaskNorms = { readonly constant: number } | { readonly values: Float64Array } | { readonly points: LoggedNorms }

/** What a schedule is: its multipliers, a rule with all its parameters, or a refinement of the norms. */
export type TaskShape =
  | { readonly multipliers: Float64Array }
  | { readonly rule: string; readonly parameters: Record<string, unknown> }
  | { readonly refined: ResolvedRefinementOptions }

/** The weights that a schedule is made of: all the same, or those of the closed form of some points. */
export type TaskWeights = 'equal' | { readonly points: LoggedNorms; readonly options: ResolvedRefinementOptions }

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
  /** Of so many multipliers each result tells, at most; none unless given. */
  readonly points?: number
}

/** Multipliers at some of their steps, the first and the last among them. */
export interface DrawnShape {
  readonly steps: readonly number[]
  readonly multipliers: readonly number[]
}

/** Memory to evaluate one schedule after the other: each over its steps, and the norms over the same. Bytes. */
export function bytesToCompare({ norms, candidates }: ComparisonTask): number {
  const stepsMax = Math.max(...candidates.map(({ steps }) => steps))
  const points = 'points' in norms ? norms.points : null
  const computed = candidates.some(({ shape }) => !('multipliers' in shape)) ? 8 * stepsMax : 0
  const laid = 'constant' in norms ? 0 : 8 * stepsMax + (points === null ? 0 : bytesOnGrid(points))
  const refined = candidates.some(({ shape, weights }) => 'refined' in shape || typeof weights === 'object')
  const weighted = candidates.some(({ weights }) => weights !== undefined) ? 16 * stepsMax : 0
  return computed + laid + weighted + (refined ? bytesRefined(norms, stepsMax) : 0)
}

function bytesRefined(norms: TaskNorms, steps: number): number {
  if ('points' in norms) return bytesOfTask(norms.points, steps)
  const n = Math.max(lengthOf(norms), steps)
  // One number each for the level of preset robust.
  return bytesToRefine(n, false, steps) + 8 * n
}

/** How many norms came with the task, and losses and norms of weights beside them. */
export const lengthOf = (norms: TaskNorms): number =>
  'constant' in norms ? 0 : 'values' in norms ? norms.values.length : countOf(norms.points)

/** How many numbers did, those of schedules included. */
export const givenTo = ({ norms, candidates }: ComparisonTask): number =>
  candidates.reduce((sum, { shape }) => sum + ('multipliers' in shape ? shape.multipliers.length : 0), lengthOf(norms))

export interface Evaluation {
  readonly T: number
  readonly optimalRate: number
  readonly optimalBound: number
  /** At the rate that was given, else at the best one. */
  readonly bound: number
  readonly terms: GeneralBoundTerms
  readonly weighted?: WeightedBound
  /** Where it is wanted. */
  readonly drawn?: DrawnShape
  /** Steps with multiplier 0 between two that have one above 0. */
  readonly zeros: number
}
