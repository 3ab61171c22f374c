import { extrema } from '../kernels/extrema.ts'
import { inParts } from '../kernels/in-parts.ts'
import { scaledRatio } from '../kernels/scaled-product.ts'
import { addPart, emptyCarry, type GeneralBoundSums, leastBound, sumsOf } from './general-bound-sums.ts'

/** The three terms of the general bound, in the order of the theorem; their sum is the bound. */
export interface GeneralBoundTerms {
  /** D²/(2γ·Σm): the distance that the steps must cover. */
  readonly distance: number
  /** γ·Σm²g²/(2Σm): cost of the step sizes, for the average iterate. */
  readonly steps: number
  /** ½γ·Σ_k (m_k/S_{k+1})·(Q_k/S_k): extra cost of returning the last iterate. */
  readonly lastIterate: number
}

/** Norms of the steps of a schedule: one a step, shape `[n]`, or one number that is the norm at every step. */
export type Norms = Float64Array | number

/** The general bound of a schedule, as a function of its base rate γ. */
export interface GeneralBound {
  /** Number of steps up to the last with a multiplier above 0. */
  readonly T: number
  /** γ\*, the base rate with the least bound; the best learning rate at multiplier 1. Infinity if all steps cost nothing. */
  readonly optimalRate: number
  /** Ω\*, the bound at γ\*. */
  readonly optimalBound: number
  /** The bound at a base rate γ ≥ 0, finite. */
  at(rate: number): { readonly bound: number; readonly terms: GeneralBoundTerms }
  /** The bound at γ\*, also where that is beyond float64. */
  atBest(): { readonly bound: number; readonly terms: GeneralBoundTerms }
}

/**
 * Bounds the suboptimality of SGD's last iterate for any schedule η_t = γ·m_t:
 *
 *     E f(x_T) − f* ≤ D²/(2Σηₜ) + Σηₜ²gₜ²/(2Σηₜ) + ½ Σ_{k<T} (η_k/S_{k+1})·(Q_k/S_k),    S_k = Σ_{t≥k} ηₜ,   Q_k = Σ_{t≥k} ηₜ²gₜ²
 *
 * It has the form a/γ + bγ, so γ\* = √(a/b) and Ω\* = 2√(ab). Each S must be above 0: trailing zeros of the schedule are dropped with
 * their norms, and T counts the rest. Sums run from the end over scaled terms ≥ 0. The relative error is about 1e-14 for any number of
 * steps and any scale of multipliers and norms.
 * @param multipliers m, finite, ≥ 0, at least one above 0, shape `[n]`
 * @param norms       g, norms of the stochastic gradients, finite, ≥ 0, shape `[n]`, or the same at every step
 * @param distance    D = ‖x₁ − x\*‖ > 0
 * @throws RangeError if no multiplier is above 0 or the shapes differ
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831, Theorem 10
 * @see Schaipp et al., The Surprising Agreement Between Convex Optimization Theory and Learning-Rate Scheduling for Large Model
 *   Training, 2025. arXiv:2501.18965, for γ\* and Ω\*
 */
export function generalBound(multipliers: Float64Array, norms: Norms, distance = 1): GeneralBound {
  if (typeof norms !== 'number' && multipliers.length !== norms.length)
    throw new RangeError(`${multipliers.length} multipliers, but ${norms.length} norms`)
  const T = horizon(multipliers)
  if (T === 0) throw new RangeError('no multiplier is above 0')
  const sums = scaledSums(multipliers.subarray(0, T), partOf(norms, 0, T))
  const { mass, squares, lastIterate, unit, normUnit } = sums
  // At γ = 1, in units of the scales, and per mass: b = steps + lastIterate.
  const steps = squares / (2 * mass)
  const slope = steps + lastIterate / 2
  const optimalBound = scaledRatio([distance, normUnit, leastBound(sums)])
  return {
    T,
    optimalRate: scaledRatio([distance], [Math.sqrt(2 * mass) * Math.sqrt(slope), normUnit, unit]),
    optimalBound,
    atBest() {
      // Both sides of a/γ + bγ are equal there.
      const half = optimalBound / 2
      // Beside a slope beyond float64 a part that is within it counts for nothing.
      const share = (part: number) =>
        part === 0 ? 0 : part === slope ? half : slope === Number.POSITIVE_INFINITY ? 0 : half * (part / slope)
      return { bound: optimalBound, terms: { distance: half, steps: share(steps), lastIterate: share(lastIterate / 2) } }
    },
    at(rate) {
      const terms = {
        distance: scaledRatio([distance, distance], [2, rate, unit, mass]),
        steps: scaledRatio([rate, unit, normUnit, normUnit, steps]),
        lastIterate: scaledRatio([rate, unit, normUnit, normUnit, lastIterate / 2])
      }
      return { bound: terms.distance + terms.steps + terms.lastIterate, terms }
    }
  }
}

/** Number of steps up to the last with a multiplier above 0: T in the papers. */
export function horizon(multipliers: Float64Array): number {
  let T = multipliers.length
  while (T > 0 && !(multipliers[T - 1]! > 0)) T--
  return T
}

/** Sums with multipliers in units of `unit` and norms in units of `normUnit`, both powers of two. */
interface ScaledSums extends GeneralBoundSums {
  readonly unit: number
  readonly normUnit: number
}

/** A sum of squares below this may have lost digits to underflow. */
const smallSquares = 2 ** -800

function scaledSums(multipliers: Float64Array, norms: Norms): ScaledSums {
  const unit = powerOfTwo(extrema(multipliers)[1])
  const normUnit = powerOfTwo(largestNorm(norms))
  const sums = sumFromEnd(multipliers, norms, unit, normUnit)
  if (sums.squares >= smallSquares) return { ...sums, unit, normUnit }
  // The largest norms have multipliers near 0: scale by the largest product instead.
  const product = largestProduct(multipliers, norms, unit, normUnit)
  if (product === 0) return { ...sums, unit, normUnit }
  const productUnit = Math.max(normUnit * powerOfTwo(product), 2 ** -1022)
  return { ...sumFromEnd(multipliers, norms, unit, productUnit), unit, normUnit: productUnit }
}

/** The largest of them. */
export const largestNorm = (norms: Norms): number => (typeof norms === 'number' ? norms : extrema(norms)[1])

const partOf = <Given extends Norms>(norms: Given, from: number, to: number): Given =>
  (typeof norms === 'number' ? norms : norms.subarray(from, to)) as Given

/** The power of two at or below a number, limited to those with a float64 inverse; 1 for 0. */
export const powerOfTwo = (value: number): number => (value === 0 ? 1 : 2 ** Math.min(1022, Math.max(-1022, Math.floor(Math.log2(value)))))

function largestProduct(multipliers: Float64Array, norms: Norms, unit: number, normUnit: number): number {
  let largest = 0
  for (let t = 0; t < multipliers.length; t++) {
    const norm = typeof norms === 'number' ? norms : norms[t]!
    largest = Math.max(largest, (multipliers[t]! / unit) * (norm / normUnit))
  }
  return largest
}

function sumFromEnd(multipliers: Float64Array, norms: Norms, unit: number, normUnit: number): GeneralBoundSums {
  const T = multipliers.length
  const carry = emptyCarry()
  let same: Float64Array | undefined
  inParts(T, (from, to) => {
    // Of norms that are all the same there is one part for all parts; the first is the longest.
    const part = typeof norms === 'number' ? (same ??= new Float64Array(to - from).fill(norms)) : norms.subarray(T - to, T - from)
    addPart(multipliers.subarray(T - to, T - from), part, 1 / unit, 1 / normUnit, carry)
  })
  return sumsOf(carry)
}
