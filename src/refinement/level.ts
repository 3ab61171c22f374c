import { extrema } from '../kernels/extrema.ts'
import { inParts } from '../kernels/in-parts.ts'
import { median } from '../kernels/order-statistic.ts'
import { powerOfTwo } from './general-bound.ts'

/** Norms below this share of the largest are raised to it. */
const floorFraction = 1e-12

/** Losses that fall or rise this far have vanished, or belong to a run that diverged: they explain nothing. */
export const lossSpanMax = 1e4

/** Without losses: norms that rise this far above their start belong to a run that diverged. */
const riseMax = 10

/** Standard errors that count as no change. */
const errorsInBand = 3

/** What the level is made from. */
export interface LevelInput {
  /** ĝ > 0, shape `[n]`; not changed. */
  readonly norms: Float64Array
  /** The filtered losses, > 0, shape `[n]`; null: there are none. Not changed. */
  readonly losses: Float64Array | null
  /** Standard errors of ln ĝ and of ln l, from `errorOfMedian`; the latter 0 without losses. */
  readonly errors: readonly [norms: number, losses: number]
  /** k: as many values at the start are taken as those at k, 0 ≤ k < n. */
  readonly startLength: number
  /** Changes by less than this factor count as none, at least 1. */
  readonly deadBand: number
}

/** The level whose inverse powers weight the steps, and how it was found. */
export interface Level {
  /** Smallest and largest level. Equal: the schedule is linear decay. */
  readonly smallest: number
  readonly largest: number
  /** Norms that were raised. */
  readonly clamped: number
  /** Whether the level was given up, because losses or norms span too much. */
  readonly isGivenUp: boolean
}

/**
 * Finds the level that the norms come from for reasons other than convergence, up to a factor. The level stays as long as the loss, to
 * some power between 0 and 1, explains the norm, down or up; else it moves as little as needed:
 *
 *     u_0 = s_0,   u_t = u_{t−1} moved to between s_t and s_t·l_0/l_t;        without losses u_t = max over q ≤ t of s_q
 *
 * What differs from the median by less than the dead band or three standard errors is no change:
 *
 *     d = ln(u/median u) moved towards 0 by β,   β = max(ln deadBand, 3·√(ε_s² + ε_l²)),   level = e^d
 *
 * @param out shape `[n]`, receives the level; `norms` is not its memory
 */
export function findLevel(input: LevelInput, out: Float64Array): Level {
  const { norms, losses, errors, startLength: k, deadBand } = input
  const largest = extrema(norms)[1]
  const unit = powerOfTwo(largest)
  const floor = floorFraction * (largest / unit)
  let clamped = 0
  inParts(norms.length, (from, to) => {
    clamped += scale(norms, unit, floor, out, from, to)
  })
  out.fill(out[k]!, 0, k)
  if (losses === null ? extrema(out)[1] > riseMax * out[0]! : spansTooMuch(losses)) {
    out.fill(1)
    return { smallest: 1, largest: 1, clamped, isGivenUp: true }
  }
  if (losses === null) inParts(out.length, (from, to) => highestSoFar(out, from, to), 1)
  else inParts(out.length, (from, to) => follow(out, losses, losses[k]!, from, to), Math.max(1, k))
  const middle = median(out)
  const band = Math.exp(Math.max(Math.log(deadBand), errorsInBand * Math.hypot(...errors)))
  inParts(out.length, (from, to) => shrink(out, middle, band, from, to))
  const [smallest, highest] = extrema(out)
  return { smallest, largest: highest, clamped, isGivenUp: false }
}

/** Whether filtered losses have vanished, or are those of a run that diverged. */
export function spansTooMuch(losses: Float64Array): boolean {
  const [smallest, largest] = extrema(losses)
  return smallest / largest <= 1 / lossSpanMax
}

/** Norms in units of a power of two, raised to the floor. @returns how many were raised */
function scale(norms: Float64Array, unit: number, floor: number, out: Float64Array, from: number, to: number): number {
  let raised = 0
  for (let t = from; t < to; t++) {
    const norm = norms[t]! / unit
    if (norm < floor) raised++
    out[t] = norm < floor ? floor : norm
  }
  return raised
}

function highestSoFar(level: Float64Array, from: number, to: number): void {
  let highest = level[from - 1]!
  for (let t = from; t < to; t++) {
    if (level[t]! > highest) highest = level[t]!
    level[t] = highest
  }
}

/** Overwrites norms with the level. @param firstLoss l_0 */
function follow(level: Float64Array, losses: Float64Array, firstLoss: number, from: number, to: number): void {
  let here = level[from - 1]!
  for (let t = from; t < to; t++) {
    const norm = level[t]!
    const explained = norm * (firstLoss / losses[t]!)
    const low = norm < explained ? norm : explained
    const high = norm < explained ? explained : norm
    here = here < low ? low : here > high ? high : here
    level[t] = here
  }
}

/** Overwrites a level with what it differs from its median by, less the band. @param band a factor ≥ 1 */
function shrink(level: Float64Array, middle: number, band: number, from: number, to: number): void {
  for (let t = from; t < to; t++) {
    const ratio = level[t]! / middle
    level[t] = ratio > band ? ratio / band : ratio < 1 / band ? ratio * band : 1
  }
}
