import { invalid } from '../../domain/problems.ts'
import { type Gates, type Line, lineAt, rangesKept, StabbingLines, type Start, type Sweep } from './stabbing-lines.ts'

/** A corner of a piecewise linear schedule. */
export interface Knot {
  readonly step: number
  readonly multiplier: number
}

/** A step where a knot may lie, with the range of its multipliers, reached by a line from its parent. */
interface Reach extends Start {
  readonly parent: Reach | null
}

/**
 * Finds the fewest continuous straight pieces within a tolerance of the multipliers, and returns their knots. Knots lie at whole steps, the
 * first and the last step included, with multipliers in [0, 1]; a knot need not lie on the curve.
 *
 * Each round finds how far one more piece reaches: it sweeps all lines that start in the ranges of the last knots and stay within the
 * tolerance. If the next knot could lie at many steps, the round tries only those beside the turn of the path whose knots may lie
 * anywhere. That path leaves along the line that misses the next step by the least.
 * @param multipliers in [0, 1], shape `[n]`, n ≥ 1
 * @param tolerance   largest error at any step, at least 1e-12
 * @returns the knots in order; a single one for n = 1
 * @throws Problem `invalid-request` at `/tolerance` if more than `piecesMax` pieces are needed
 * @see Imai, Iri, An optimal algorithm for approximating a piecewise linear function, Journal of Information Processing 9(3), 1986
 * @see Suri, A linear time algorithm for minimum link paths inside a simple polygon, Computer Vision, Graphics, and Image Processing 35(1), 1986
 */
export function segments(multipliers: Float64Array, tolerance: number, piecesMax = Number.POSITIVE_INFINITY): Knot[] {
  const n = multipliers.length
  if (n <= 2) return Array.from(multipliers, (multiplier, step) => ({ step, multiplier }))
  const gates = gatesOf(multipliers, tolerance)
  const lines = new StabbingLines(gates)
  let reached = 0
  let reaches: Reach[] = [{ from: 0, low: gates.lower[0]!, high: gates.upper[0]!, parent: null }]
  for (let pieces = 1; pieces <= piecesMax; pieces++) {
    const first = reached + 1
    const found = reaches.map((reach) => ({ reach, sweep: lines.sweep(reach, first) }))
    const farthest = found.reduce((a, b) => (b.sweep.last > a.sweep.last ? b : a))
    const { last } = farthest.sweep
    if (last === n - 1) return traceBack(multipliers, gates, farthest)
    reaches = last - reached <= rangesKept ? everyPlace(found, first, last) : likelyPlaces(lines, gates, farthest, first)
    reached = last
  }
  throw invalid('/tolerance', `This tolerance needs more than ${piecesMax} straight pieces.`, 'Send a larger `tolerance`.')
}

/** Gates of the tolerance, less possible rounding, within [0, 1]. */
function gatesOf(multipliers: Float64Array, tolerance: number): Gates {
  const within = tolerance - Math.max(tolerance * 1e-9, 4e-16)
  const lower = new Float64Array(multipliers.length)
  const upper = new Float64Array(multipliers.length)
  for (let j = 0; j < multipliers.length; j++) {
    const multiplier = multipliers[j]!
    lower[j] = Math.max(0, multiplier - within)
    upper[j] = Math.min(1, multiplier + within)
  }
  return { lower, upper }
}

interface Found {
  readonly reach: Reach
  readonly sweep: Sweep
}

/** Possible knots at every step from `first` to `last`. */
function everyPlace(found: readonly Found[], first: number, last: number): Reach[] {
  const places: Reach[] = []
  for (let step = first; step <= last; step++) {
    const here: Reach[] = []
    for (const { reach, sweep } of found) {
      if (sweep.last >= step) widen(here, { from: step, low: sweep.low[step - first]!, high: sweep.high[step - first]!, parent: reach })
    }
    places.push(...here)
  }
  return places
}

/** Adds a range to those at the same step; drops ranges inside another. */
function widen(ranges: Reach[], range: Reach): void {
  if (ranges.some(({ low, high }) => low <= range.low && range.high <= high)) return
  const kept = ranges.filter(({ low, high }) => low < range.low || range.high < high)
  ranges.splice(0, ranges.length, ...kept, range)
}

/**
 * Possible knots beside the turn of a path whose knots may lie anywhere. It turns from the line that misses the next gate by the least
 * onto the farthest-reaching line that respects the opposite side from the point where the first line touched it.
 */
function likelyPlaces(lines: StabbingLines, gates: Gates, { reach, sweep }: Found, first: number): Reach[] {
  const { last } = sweep
  const next = last + 1
  const isAbove = sweep.miss === 'above'
  const line = isAbove ? sweep.down : sweep.up
  const cleared = { from: line.x, side: isAbove ? 'lower' : 'upper' } as const
  const after = lines.sweep({ from: next, low: gates.lower[next]!, high: gates.upper[next]!, cleared }, next)
  const ends = after.miss === null ? [after.up, after.down] : [after.miss === 'above' ? after.down : after.up]
  const turn = Math.floor(ends.reduce((sum, end) => sum + crossingOf(line, end, last), 0) / ends.length)
  const steps = new Set([turn, turn + 1].map((step) => Math.min(last, Math.max(first, step))))
  return [...steps].map((step) => {
    const { up, down } = lines.sweep(reach, step, step)
    return { from: step, low: lineAt(down, step), high: lineAt(up, step), parent: reach }
  })
}

function crossingOf(a: Line, b: Line, otherwise: number): number {
  const crossing = a.x + (lineAt(b, a.x) - a.y) / (a.slope - b.slope)
  return Number.isFinite(crossing) ? crossing : otherwise
}

/** The knots of a path to the last step, each as near to the curve as the later ones allow. */
function traceBack(multipliers: Float64Array, gates: Gates, end: Found): Knot[] {
  const { last, up, down } = end.sweep
  const nearest = (step: number, low: number, high: number) => {
    const multiplier = low <= high ? Math.min(high, Math.max(low, multipliers[step]!)) : (low + high) / 2
    // Both ends are points of lines, so by rounding a little outside of the gate, and of [0, 1].
    return Math.min(gates.upper[step]!, Math.max(gates.lower[step]!, multiplier))
  }
  let knot: Knot = { step: last, multiplier: nearest(last, lineAt(down, last), lineAt(up, last)) }
  const knots = [knot]
  for (let reach: Reach | null = end.reach; reach !== null; reach = reach.parent) {
    const { low, high } = seenFrom(knot, gates, reach)
    knot = { step: reach.from, multiplier: nearest(reach.from, low, high) }
    knots.push(knot)
  }
  return knots.reverse()
}

/** The range at a reach's step from which a line to the knot stays within the gates. */
function seenFrom({ step, multiplier }: Knot, { lower, upper }: Gates, { from, low, high }: Reach): { low: number; high: number } {
  // Slopes towards the left, per step.
  let steepest = Number.POSITIVE_INFINITY
  let flattest = Number.NEGATIVE_INFINITY
  for (let x = step - 1; x > from; x--) {
    steepest = Math.min(steepest, (upper[x]! - multiplier) / (step - x))
    flattest = Math.max(flattest, (lower[x]! - multiplier) / (step - x))
  }
  const reachable = (slope: number) => multiplier + slope * (step - from)
  return { low: Math.max(low, reachable(flattest)), high: Math.min(high, reachable(steepest)) }
}
