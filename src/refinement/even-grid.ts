import { type Points, type Steps, stepAt } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { stepsLimit } from '../domain/schedule.ts'
import { interpolateEven, interpolateUneven } from '../kernels/interpolate.ts'
import { type LoggedNorms, timesWeightNorms } from './logged-norms.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { stepSpacing } from './step-spacing.ts'
import { type UsablePoints, usablePoints } from './usable-points.ts'

/** Number of positions in the authors' script. */
export const referencePositions = 10_000

/** Most grid positions per point: more would only refine straight lines. */
const positionsPerPointMax = 4

/** Norms at equally spaced steps, and facts of the log that they come from. */
export interface EvenNorms {
  /** Shape `[n]`, n ≥ 2; the memory may be that of the points received. */
  readonly values: Float64Array
  /** Where the values of each log are; of one log, or of several whose median they are. */
  readonly grids: readonly Grid[]
  /** The usable points as they were logged: of one log, or of each of several. */
  readonly logs: readonly Points[]
  readonly log: LogFacts
}

/** Equally spaced positions, in optimizer steps. */
export interface Grid {
  readonly first: number
  readonly last: number
  /** Number of positions, at least 2. */
  readonly n: number
}

/** Facts of a log's usable points, for the report and the warnings. */
export interface LogFacts {
  readonly counts: UsablePoints['counts']
  /** The first usable norm. */
  readonly first: number
  /** Steps were so uneven that the grid was limited to four positions per point. */
  readonly hasGaps: boolean
}

/**
 * Interpolates the usable norms of a log to equally spaced steps.
 * @throws Problem `too-few-norms`; `series-too-long` above 10⁸ positions
 */
export function evenNorms(
  points: LoggedNorms,
  options: Pick<ResolvedRefinementOptions, 'preset' | 'trim'> & Partial<Pick<ResolvedRefinementOptions, 'scaleBy'>>
): EvenNorms {
  const isScaled = options.scaleBy === 'weight-norm'
  const { values, steps, counts } = usablePoints(isScaled ? timesWeightNorms(points) : points, options)
  const log = { counts, first: values[0]! }
  const even = options.preset === 'reference' ? atLeastReferencePositions(values, log) : onGrid(values, steps, log)
  const grid = { first: stepAt(steps, 0), last: stepAt(steps, values.length - 1), n: even.values.length }
  return { ...even, grids: [grid], logs: [isScaled ? usablePoints(points, options) : { steps, values }] }
}

/**
 * Keeps the norms if their steps are even. Else interpolates linearly from the first step to the last; the spacing is the lower median
 * of the step differences.
 */
function onGrid(values: Float64Array, steps: Steps, log: Omit<LogFacts, 'hasGaps'>): Omit<EvenNorms, 'grids' | 'logs'> {
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

/** Stretches the norms to at least 10 000 positions, as the authors' script does. It ignores steps. */
function atLeastReferencePositions(values: Float64Array, log: Omit<LogFacts, 'hasGaps'>): Omit<EvenNorms, 'grids' | 'logs'> {
  requirePositions(values.length)
  const isShort = values.length < referencePositions
  return { values: isShort ? interpolateEven(values, new Float64Array(referencePositions)) : values, log: { ...log, hasGaps: false } }
}

function requirePositions(n: number): void {
  if (n > stepsLimit) throw new Problem('series-too-long', `The series needs ${n} evenly spaced positions; the limit is ${stepsLimit}.`)
}
