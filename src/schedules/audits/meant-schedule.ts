import { floorOfPart } from '../../domain/parts-of-steps.ts'

/** A curve of multipliers over steps, also between them. Before the first step and after the last it stays. */
export interface Curve {
  /** Its number of steps. */
  readonly n: number
  /** The multiplier at a position in steps, which need not be whole. */
  at(position: number): number
  /** The first step with the largest multiplier. */
  readonly peak: number
}

/** The schedule that the rates were meant to follow. */
export interface MeantSchedule extends Curve {
  /** The learning rate at multiplier 1. Where nobody has said it, the largest logged rate stands for it. */
  readonly peakLearningRate: number
  readonly isPeakKnown: boolean
  /** The same schedule over another number of steps. */
  over(steps: number): Curve
}

/** A curve through the multipliers of every step, shape `[n]`: straight lines between steps. */
export function curveThrough(multipliers: Float64Array): Curve {
  const n = multipliers.length
  let peak = 0
  for (let j = 1; j < n; j++) if (multipliers[j]! > multipliers[peak]!) peak = j
  return {
    n,
    peak,
    at(position) {
      if (position <= 0) return multipliers[0]!
      if (position >= n - 1) return multipliers[n - 1]!
      const j = Math.floor(position)
      const part = position - j
      const here = multipliers[j]!
      return part === 0 ? here : here + part * (multipliers[j + 1]! - here)
    }
  }
}

/** A curve by a function of whole steps. */
export function curveBy(n: number, multiplier: (step: number) => number, peak: number): Curve {
  return {
    n,
    peak,
    at(position) {
      if (position <= 0) return multiplier(0)
      if (position >= n - 1) return multiplier(n - 1)
      const j = Math.floor(position)
      const part = position - j
      return part === 0 ? multiplier(j) : multiplier(j) + part * (multiplier(j + 1) - multiplier(j))
    }
  }
}

/** The curve stretched to another number of steps, its first and last step kept. */
export function stretched(curve: Curve, n: number): Curve {
  const slope = n === 1 ? 0 : (curve.n - 1) / (n - 1)
  return { n, peak: curve.n === 1 ? 0 : floorOfPart(curve.peak / (curve.n - 1), n - 1), at: (position) => curve.at(position * slope) }
}

/**
 * Where a curve has a multiplier: at most one position as it rises to its peak, and one as it falls from it, in steps. Of a curve that
 * falls and rises again the positions are those of one of its parts.
 */
export function positionsOf(curve: Curve, multiplier: number): number[] {
  const { n, peak } = curve
  const found: number[] = []
  if (peak > 0 && multiplier >= curve.at(0) && multiplier < curve.at(peak)) found.push(crossing(curve, 0, peak, multiplier))
  if (peak < n - 1 && multiplier <= curve.at(peak) && multiplier > curve.at(n - 1)) found.push(crossing(curve, n - 1, peak, multiplier))
  return found
}

/** Between a step with less than a multiplier and one with as much or more: the position where the curve passes it. */
function crossing(curve: Curve, less: number, more: number, multiplier: number): number {
  let [below, above] = [less, more]
  while (Math.abs(above - below) > 1) {
    const middle = Math.floor((below + above) / 2)
    if (curve.at(middle) < multiplier) below = middle
    else above = middle
  }
  const [low, high] = [curve.at(below), curve.at(above)]
  return high === low ? above : below + ((multiplier - low) / (high - low)) * (above - below)
}
