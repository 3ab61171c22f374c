import type { ClosedFormSums } from './closed-form.ts'
import type { NormScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { RefinementReport } from './report.ts'

/** Sum in blocks, so that the rounding error does not grow with the length. */
const block = 1024

/**
 * Σ_t h_t of the raised norms, with h = (ĝ/ĝ_max)² (inverse-square) or ĝ/ĝ_max (inverse). In [1, n].
 * @param norms ĝ, shape `[n]`
 */
export function relativeSum(norms: Float64Array, weighting: ResolvedRefinementOptions['weighting'], scale: NormScale): number {
  const floor = scale.floor / scale.lift
  let sum = 0
  for (let start = 0; start < norms.length; start += block) {
    const end = Math.min(norms.length, start + block)
    sum += sumOfPowers(norms, weighting === 'inverse-square', floor, scale.largest, start, end)
  }
  return sum
}

function sumOfPowers(norms: Float64Array, isSquare: boolean, floor: number, largest: number, from: number, to: number): number {
  let sum = 0
  for (let t = from; t < to; t++) {
    const relative = Math.max(norms[t]!, floor) / largest
    sum += isSquare ? relative * relative : relative
  }
  return sum
}

/** Converts a bound in scaled norms to the norms' own scale: √h of a scaled norm of 1. */
export const boundUnit = (weighting: ResolvedRefinementOptions['weighting'], { divisor, lift }: NormScale): number =>
  weighting === 'inverse-square' ? divisor / lift : Math.sqrt(divisor) / Math.sqrt(lift)

/**
 * The paper's bounds for the refined schedule, at distance D = 1 to the solution:
 *
 *     refined = D/√Σh⁻¹,   linear = D·√Σh/n,   gain = linear/refined,   unit peak rate = max(w·tail)/(Σh⁻¹)^(3/2)
 *
 * The step size of step t is D·w_t·tail_t/(√Q·Q), Q = Σw. If the schedule has other than n steps, bounds and rates are multiplied by
 * √(n/steps); the gain stays. The sums use scaled norms, and one factor restores the scale at the end. So a result is 0 or Infinity only
 * where the true value is beyond float64, and the gain never overflows.
 * @param normSum from {@link relativeSum}
 * @param n       number of norms in the sums
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export function theory(
  { weightSum, largest }: ClosedFormSums,
  normSum: number,
  scale: NormScale,
  { weighting, steps }: Pick<ResolvedRefinementOptions, 'weighting' | 'steps'>,
  n: number
): Pick<RefinementReport, 'bound' | 'unitPeakRate'> {
  const { divisor, lift } = scale
  const power = (norm: number) => (weighting === 'inverse-square' ? norm : Math.sqrt(norm))
  const unit = boundUnit(weighting, scale)
  const lengthening = Math.sqrt(n / steps)
  const linear = Math.sqrt(normSum) / n
  const refined = 1 / Math.sqrt(weightSum)
  return {
    bound: {
      refined: unit * (refined * lengthening),
      linear: power(scale.largest) * (linear * lengthening),
      // gain ≥ 1 by Cauchy–Schwarz; rounding may fall below.
      gain: Math.max(1, power((scale.largest / divisor) * lift) * (linear / refined))
    },
    unitPeakRate: (largest / (weightSum * Math.sqrt(weightSum)) / unit) * lengthening
  }
}
