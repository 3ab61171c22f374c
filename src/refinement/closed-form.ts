import { inParts } from '../kernels/in-parts.ts'
import { emptyCarry, tailSums } from '../kernels/tail-sums.ts'
import type { NormScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { rampUp } from './ramp.ts'

/** Norms per part: their weights and tail sums stay in the cache. */
const partLength = 8192

/** Sums over the scaled norms that the closed form computes on the way. */
export interface ClosedFormSums {
  /** Σ_t w_t */
  readonly weightSum: number
  /** max_t w_t · Σ_{p>t} w_p, with the ramp */
  readonly largest: number
}

export interface ClosedForm extends ClosedFormSums {
  /** Σ_t h_t; see `relativeSum`. */
  readonly normSum: number
}

/**
 * Turns filtered norms ĝ into the multipliers of the refined schedule:
 *
 *     w_t = ĝ_t⁻² (inverse-square) or ĝ_t⁻¹ (inverse),   η_t = w_t · Σ_{p>t} w_p,   multiplier = η_t / max η
 *
 * The last multiplier is 0. Constant norms give linear decay.
 * @param norms shape `[n]`, n ≥ 2; overwritten
 * @param out   shape `[n]`, receives the multipliers; may be `norms`
 * @param ramp  fraction of the steps that a linear warm-up takes; η is multiplied by it before it is divided
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export function closedForm(
  norms: Float64Array,
  weighting: ResolvedRefinementOptions['weighting'],
  scale: NormScale,
  out: Float64Array,
  ramp = 0
): ClosedFormSums {
  const isSquare = weighting === 'inverse-square'
  const tails = new Float64Array(Math.min(partLength, norms.length))
  const carry = emptyCarry()
  let largest = 0
  for (let end = norms.length; end > 0; end -= partLength) {
    const part = norms.subarray(Math.max(0, end - partLength), end)
    toWeights(part, isSquare, scale)
    tailSums(part, tails, carry)
    largest = Math.max(largest, multiply(part, tails))
  }
  if (ramp > 0) largest = rampUp(norms, ramp)
  divideAll(norms, largest, out)
  return { weightSum: carry[0]! + carry[1]!, largest }
}

/** Overwrites ĝ with w = (1/ĝ′)² or 1/ĝ′, ĝ′ the raised and scaled norm. */
export function toWeights(norms: Float64Array, isSquare: boolean, { lift, floor, divisor }: NormScale): void {
  for (let t = 0; t < norms.length; t++) {
    const inverse = divisor / Math.max(norms[t]! * lift, floor)
    norms[t] = isSquare ? inverse * inverse : inverse
  }
}

/** Overwrites w with η = w·tail. @returns max η */
function multiply(weights: Float64Array, tails: Float64Array): number {
  let largest = 0
  for (let t = 0; t < weights.length; t++) {
    const eta = weights[t]! * tails[t]!
    weights[t] = eta
    if (eta > largest) largest = eta
  }
  return largest
}

/** Divides by the largest value, so that the peak is exactly 1. If all are 0, the first becomes 1. */
export function divideAll(multipliers: Float64Array, largest: number, out: Float64Array): Float64Array {
  if (largest === 0) {
    out.fill(0)
    out[0] = 1
    return out
  }
  inParts(multipliers.length, (from, to) => divide(multipliers, largest, out, from, to))
  return out
}

function divide(values: Float64Array, divisor: number, out: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) out[i] = values[i]! / divisor
}
