import { Problem } from '../domain/problems.ts'
import { interpolateEven, interpolateUneven } from '../kernels/interpolate.ts'
import { stepsLimit } from './options.ts'
import { stepSpacing } from './step-spacing.ts'
import type { UsablePoints } from './usable-points.ts'

/** Positions that the script of the authors works on. */
export const referencePositions = 10_000

/** The most positions a grid has for each point: more would only be a finer straight line. */
const positionsPerPointMax = 4

/** Norms at equally spaced steps. Shape `[n]`, n ≥ 2; the memory may be that of the points received. */
export interface EvenNorms {
  readonly values: Float64Array
  /** Whether the steps were so uneven that the grid was cut down to four positions a point. */
  readonly hasGaps: boolean
}

/**
 * The norms at equally spaced steps from the first to the last: as they are where they are, else by linear interpolation with the
 * lower median of the step differences as spacing.
 * @throws Problem `series-too-long` where that takes more than 10⁸ positions
 */
export function evenNorms({ values, steps }: UsablePoints): EvenNorms {
  const count = values.length
  if (!(steps instanceof Float64Array)) {
    requirePositions(count)
    return { values, hasGaps: false }
  }
  const extent = (steps[count - 1] as number) - (steps[0] as number)
  const positions = Math.floor(extent / stepSpacing(steps, count) + 0.5) + 1
  const positionsMax = positionsPerPointMax * count
  const hasGaps = positions > positionsMax
  const n = hasGaps ? positionsMax : positions
  requirePositions(n)
  return { values: interpolateUneven(steps, values, new Float64Array(n)), hasGaps }
}

/** The norms at 10 000 positions at least, as in the script of the authors; there, steps do not matter. */
export function referenceNorms({ values }: UsablePoints): EvenNorms {
  requirePositions(values.length)
  const isShort = values.length < referencePositions
  return { values: isShort ? interpolateEven(values, new Float64Array(referencePositions)) : values, hasGaps: false }
}

function requirePositions(n: number): void {
  if (n > stepsLimit) throw new Problem('series-too-long', `The series needs ${n} evenly spaced positions; the limit is ${stepsLimit}.`)
}
