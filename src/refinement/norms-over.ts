import type { Points } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { interpolateEven } from '../kernels/interpolate.ts'
import { evenNorms } from './even-grid.ts'
import type { Norms } from './general-bound.ts'

/**
 * Prepares the norms of a log for bounds: usable points at equally spaced steps, without a filter, interpolated linearly to `steps`
 * norms with both ends kept. 1 at every step if there is no log or it has too few points.
 * @param points not changed
 */
export function normsOver(points: Points | null, steps: number): Norms {
  if (points === null) return 1
  try {
    return interpolateEven(evenNorms(points, { preset: 'paper', trim: { start: 0, end: 0 } }).values, new Float64Array(steps))
  } catch (error) {
    if (error instanceof Problem && error.type === 'too-few-norms') return 1
    throw error
  }
}
