import type { Fitter } from './fitter.ts'
import { brent, minimum } from './minimum.ts'
import type { Curve } from './sampled-curve.ts'

/** Number of milestones in the rule's default. */
const milestonesUsual = 3
/** Most milestones, for a schedule that is a staircase. */
const milestonesMax = 8
/** More milestones must cut the error to this fraction. Otherwise they only approximate a smooth curve. */
const staircase = 0.01

/** The level of each sampled step: the number of milestones passed. */
interface Levels {
  readonly levels: Uint8Array
  readonly error: number
}

/**
 * Finds the non-decreasing levels from 0 whose factor^level is nearest to the curve, by dynamic programming over the steps.
 * @see Bellman, Roth, Curve Fitting by Segmented Straight Lines, Journal of the American Statistical Association 64, 1969
 */
function nearestLevels({ values }: Curve, factor: number, count: number): Levels {
  const s = values.length
  const from = new Uint8Array(s * (count + 1))
  const errors = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
  errors[0] = (1 - values[0]!) ** 2
  for (let i = 1; i < s; i++) {
    const value = values[i]!
    let leastBefore = Number.POSITIVE_INFINITY
    let leastLevel = 0
    let height = 1
    for (let level = 0; level <= count; level++) {
      const before = errors[level]!
      if (before < leastBefore) {
        leastBefore = before
        leastLevel = level
      }
      from[i * (count + 1) + level] = leastLevel
      errors[level] = leastBefore + (value - height) * (value - height)
      height *= factor
    }
  }
  const last = errors.indexOf(Math.min(...errors))
  const levels = new Uint8Array(s)
  for (let i = s - 1, level = last; i >= 0; i--) {
    levels[i] = level
    level = from[i * (count + 1) + level]!
  }
  return { levels, error: errors[last]! }
}

interface Steps {
  readonly count: number
  readonly factor: number
  readonly error: number
}

/** Finds the best factor for a number of milestones. @param near a factor close to it, or null */
function nearestFactor(curve: Curve, count: number, near: number | null): Steps {
  const errorOf = (factor: number) => nearestLevels(curve, factor, count).error
  const { at, value } =
    near === null ? minimum(errorOf, 0, 1, 33, 1e-9) : brent(errorOf, Math.max(0, near - 0.02), Math.min(1, near + 0.02), 1e-9)
  return { count, factor: at, error: value }
}

/** The fewest milestones that fit as well as three. Takes more than three only for a staircase. */
function nearestSteps(curve: Curve): Steps {
  const known: Steps[] = []
  const stepsOf = (count: number): Steps => {
    if (known[count] !== undefined) return known[count]
    // Also start from the factor found with one milestone less.
    const apart = nearestFactor(curve, count, null)
    const further = count === 1 ? apart : nearestFactor(curve, count, stepsOf(count - 1).factor)
    return (known[count] = further.error < apart.error ? further : apart)
  }
  // The factor is precise to 1e-9.
  const exact = 1e-16 * curve.values.length
  const more = Array.from({ length: milestonesMax - milestonesUsual }, (_, k) => milestonesUsual + 1 + k)
  const usual = stepsOf(milestonesUsual)
  const first = (enough: number) => (usual.error <= enough ? milestonesUsual : more.find((count) => stepsOf(count).error <= enough))
  let count = first(exact) ?? more.find((one) => stepsOf(one).error <= staircase * usual.error) ?? milestonesUsual
  while (count > 1 && stepsOf(count - 1).error <= stepsOf(count).error * (1 + 1e-9) + exact) count--
  return stepsOf(count)
}

/** The exact step of each milestone, also between samples. */
function milestoneSteps({ whole, steps }: Curve, levels: Uint8Array, factor: number): number[] {
  const found: number[] = []
  for (let i = 1; i < steps.length; i++) {
    const [before, here] = [levels[i - 1]!, levels[i]!]
    if (here === before) continue
    const [high, low] = [factor ** before, factor ** here]
    // Move the milestone step by step from the last sample of the upper level; sum the change of the error.
    let change = 0
    let least = 0
    let at = steps[i - 1]! + 1
    for (let j = at; j < steps[i]!; j++) {
      const value = whole[j]!
      change += (value - high) ** 2 - (value - low) ** 2
      if (change < least) {
        least = change
        at = j + 1
      }
    }
    for (let k = before; k < here; k++) found.push(at)
  }
  return found
}

const fitSteps =
  (first: (curve: Curve) => Steps): Fitter =>
  (curve, near) => {
    const known = near as { milestones: number[]; factor: number } | undefined
    const { count, factor, error } =
      known === undefined ? first(curve) : nearestFactor(curve, Math.max(1, known.milestones.length), known.factor)
    const plain = Math.round(factor * 1e7) / 1e7
    const plainError = nearestLevels(curve, plain, count).error
    const isPlain = plainError <= error + 1e-12 * curve.values.length
    const chosen = isPlain ? plain : factor
    const { levels } = nearestLevels(curve, chosen, count)
    const milestones = milestoneSteps(curve, levels, chosen).map((step) => step / curve.n)
    return { parameters: { milestones, factor: chosen }, error: isPlain ? plainError : error }
  }

/** Fits as many milestones as a staircase has drops; otherwise at most three. */
export const fitStepwise = fitSteps(nearestSteps)
/** Fits at most three milestones. */
export const fitUsualSteps = fitSteps((curve) => nearestFactor(curve, milestonesUsual, null))
