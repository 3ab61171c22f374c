import { countOf } from '../../workers/refinement/task.ts'
import type { PreparedRefinement } from './prepare-refinement.ts'

/**
 * A refinement of more points or steps takes longer than about a second: 1.4 s of one slow core at this size (bench/README.md). Fixed, so
 * that a request is answered in the same way tomorrow and on another machine.
 */
export const longFrom = 10_000_000

/** Whether a refinement is done as an operation. */
export const takesLong = ({ points, options }: PreparedRefinement, from: number): boolean => Math.max(countOf(points), options.steps) > from
