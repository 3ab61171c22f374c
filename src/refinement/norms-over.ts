import type { Points } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { interpolateEven } from '../kernels/interpolate.ts'
import { evenNorms } from './even-grid.ts'

/**
 * The norms of a log over so many steps, as bounds take them: usable points at equally spaced steps, unfiltered, interpolated linearly
 * with both ends kept. Constant ones where there is no log, or too little in it.
 * @param points not changed
 */
export function normsOver(points: Points | null, steps: number): Float64Array {
  const norms = new Float64Array(steps)
  if (points === null) return norms.fill(1)
  try {
    return interpolateEven(evenNorms(points, { preset: 'paper', trim: { start: 0, end: 0 } }).values, norms)
  } catch (error) {
    if (error instanceof Problem && error.type === 'too-few-norms') return norms.fill(1)
    throw error
  }
}
