import { emptyCarry as emptyTail, tailSums } from '../kernels/tail-sums.ts'
import { type ClosedFormSums, divideAll, toWeights } from './closed-form.ts'
import { boundUnit } from './closed-form-bound.ts'
import { powerOfTwo } from './general-bound.ts'
import { addPart, emptyCarry, leastBound, sumsOf } from './general-bound-sums.ts'
import { leastBoundSteps, type Ratios, toRatios } from './least-bound.ts'
import type { NormScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { rampUp } from './ramp.ts'
import type { RefinementReport } from './report.ts'

/** Norms per part: everything computed from them stays in the cache. */
const partLength = 8192

/** Smaller weights are raised to this. Such a norm is 2⁵⁰⁰ times the smallest, and its step is 0 either way. */
const leastWeight = 2 ** -1000

/**
 * Turns filtered norms ĝ into the multipliers of the n-step schedule with the least general bound, and reports that bound beside those
 * of the closed form and of linear decay.
 * @param norms shape `[n]`, n ≥ 2; overwritten
 * @param out   shape `[n]`, receives the multipliers, peak 1, all above 0; may be `norms`
 * @param ramp  as in `closedForm`
 */
export function numericRefinement(
  norms: Float64Array,
  weighting: ResolvedRefinementOptions['weighting'],
  scale: NormScale,
  out: Float64Array,
  ramp = 0
): ClosedFormSums & { report: NonNullable<RefinementReport['numeric']> } {
  const n = norms.length
  const isSquare = weighting === 'inverse-square'
  const largestNorm = Math.min(2 ** 500, (scale.largest * scale.lift) / scale.divisor)
  const normUnit = powerOfTwo(isSquare ? largestNorm : Math.sqrt(largestNorm))

  const [roots, steps] = [new Float64Array(Math.min(partLength, n)), new Float64Array(Math.min(partLength, n))]
  const [tail, closedForm, linear] = [emptyTail(), emptyCarry(), emptyCarry()]
  const ratios: Ratios = { sum: 0, dropped: 0 }
  let largest = 0
  // From the end, since every sum runs over later steps. The ratios of the recursion overwrite the norms.
  for (let end = n; end > 0; end -= partLength) {
    const from = Math.max(0, end - partLength)
    const weights = norms.subarray(from, end)
    toWeights(weights, isSquare, scale)
    const g = roots.subarray(0, weights.length)
    const m = steps.subarray(0, weights.length)
    rootCosts(weights, g)

    tailSums(weights, m, tail)
    largest = Math.max(largest, multiply(m, weights))
    // The closed form's last step is 0: drop it with its norm.
    const kept = end === n ? weights.length - 1 : weights.length
    addPart(m.subarray(0, kept), g.subarray(0, kept), 1, 1, closedForm)
    linearSteps(m, from, n)
    addPart(m, g, 1, 1 / normUnit, linear)

    toRatios(weights, ratios)
  }
  const largestStep = leastBoundSteps(norms)
  divideAll(norms, ramp > 0 ? rampUp(norms, ramp) : largestStep, out)

  const unit = boundUnit(weighting, scale)
  return {
    weightSum: tail[0]! + tail[1]!,
    largest,
    report: {
      bound: unit / Math.sqrt(ratios.sum + ratios.dropped),
      iterations: 1,
      converged: true,
      boundClosedForm: unit * leastBound(sumsOf(closedForm)),
      boundLinear: unit * (normUnit * leastBound(sumsOf(linear)))
    }
  }
}

/** √h = w^(−1/2); raises weights that are too small. */
function rootCosts(weights: Float64Array, out: Float64Array): void {
  for (let t = 0; t < weights.length; t++) {
    const weight = Math.max(weights[t]!, leastWeight)
    weights[t] = weight
    out[t] = 1 / Math.sqrt(weight)
  }
}

/** Overwrites the tails with η = w·tail. @returns max η */
function multiply(tails: Float64Array, weights: Float64Array): number {
  let largest = 0
  for (let t = 0; t < tails.length; t++) {
    const eta = weights[t]! * tails[t]!
    tails[t] = eta
    if (eta > largest) largest = eta
  }
  return largest
}

/** (n − j)/n for j = from, from + 1, … */
function linearSteps(out: Float64Array, from: number, n: number): void {
  for (let t = 0; t < out.length; t++) out[t] = (n - from - t) / n
}
