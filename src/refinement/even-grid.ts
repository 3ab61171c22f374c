import type { Points, Steps } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { stepsLimit } from '../domain/schedule.ts'
import { largestWithCount } from '../kernels/extrema.ts'
import { interpolateEven, interpolateUneven } from '../kernels/interpolate.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { stepSpacing } from './step-spacing.ts'
import { type UsablePoints, usablePoints } from './usable-points.ts'

/** Positions that the script of the authors works on. */
export const referencePositions = 10_000

/** The most positions a grid has for each point: more would only be a finer straight line. */
const positionsPerPointMax = 4

/** Norms at equally spaced steps, and what is still to be said of the points that they come from. */
export interface EvenNorms {
  /** Shape `[n]`, n ≥ 2; the memory may be that of the points received. */
  readonly values: Float64Array
  readonly log: LogFacts
}

/** What the usable points of a log were like. */
export interface LogFacts {
  readonly counts: UsablePoints['counts']
  /** The first usable norm, the largest, and how many share the largest. */
  readonly first: number
  readonly largest: number
  readonly largestCount: number
  /** Whether the steps were so uneven that the grid was cut down to four positions a point. */
  readonly hasGaps: boolean
}

/**
 * The usable norms of a log at equally spaced steps.
 * @throws Problem `too-few-norms`, `series-too-long` where that takes more than 10⁸ positions
 */
export function evenNorms(points: Points, options: Pick<ResolvedRefinementOptions, 'preset' | 'trim'>): EvenNorms {
  const { values, steps, counts } = usablePoints(points, options)
  const [largest, largestCount] = largestWithCount(values)
  const log = { counts, first: values[0]!, largest, largestCount }
  return options.preset === 'paper' ? onGrid(values, steps, log) : atLeastReferencePositions(values, log)
}

/**
 * The norms as they are where their steps are even, else by linear interpolation from the first step to the last, with the lower
 * median of the step differences as spacing.
 */
function onGrid(values: Float64Array, steps: Steps, log: Omit<LogFacts, 'hasGaps'>): EvenNorms {
  const count = values.length
  if (!(steps instanceof Float64Array)) {
    requirePositions(count)
    return { values, log: { ...log, hasGaps: false } }
  }
  const extent = steps[count - 1]! - steps[0]!
  const positions = Math.floor(extent / stepSpacing(steps, count) + 0.5) + 1
  const positionsMax = positionsPerPointMax * count
  const hasGaps = positions > positionsMax
  const n = hasGaps ? positionsMax : positions
  requirePositions(n)
  return { values: interpolateUneven(steps, values, new Float64Array(n)), log: { ...log, hasGaps } }
}

/** The norms at 10 000 positions at least, as in the script of the authors; there, steps do not matter. */
function atLeastReferencePositions(values: Float64Array, log: Omit<LogFacts, 'hasGaps'>): EvenNorms {
  requirePositions(values.length)
  const isShort = values.length < referencePositions
  return { values: isShort ? interpolateEven(values, new Float64Array(referencePositions)) : values, log: { ...log, hasGaps: false } }
}

function requirePositions(n: number): void {
  if (n > stepsLimit) throw new Problem('series-too-long', `The series needs ${n} evenly spaced positions; the limit is ${stepsLimit}.`)
}
