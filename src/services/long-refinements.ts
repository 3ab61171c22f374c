import type { OperationKind } from '../domain/operation.ts'
import type { ResolvedRefinementOptions } from '../refinement/options.ts'
import type { PreparedRefinement } from './prepare-refinement.ts'

/** From how many points or steps on a call takes longer than about a second, by what it is and by its method. */
export type LongFrom = Record<OperationKind, Record<ResolvedRefinementOptions['method'], number>>

/**
 * Fixed, so that a request is answered in the same way tomorrow and on another machine (measured: bench/README.md). A closed form that is
 * not stored never is an operation: it takes longer to send than to compute, and would have to be kept.
 */
export const longFrom: LongFrom = {
  refine: { 'closed-form': Number.POSITIVE_INFINITY },
  createRefinedSchedule: { 'closed-form': 20_000_000 }
}

/** Whether a refinement is done as an operation. */
export const takesLong = (kind: OperationKind, { points, options }: PreparedRefinement, from: LongFrom): boolean =>
  Math.max(points.values.length, options.steps) > from[kind][options.method]
