import type { ClosedFormSums } from './closed-form.ts'
import type { NormScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { RefinementReport } from './report.ts'

/** Length of the blocks that are summed apart, so that errors do not grow with the length. */
const block = 1024

/**
 * Σ_t h_t with h = (ĝ/ĝ_max)² (inverse-square) or ĝ/ĝ_max (inverse) of the raised norms; between 1 and n.
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
    const part = Math.max(norms[t]!, floor) / largest
    sum += isSquare ? part * part : part
  }
  return sum
}

/** What a bound in scaled norms is to be multiplied by: √h of a scaled norm of 1. */
export const boundUnit = (weighting: ResolvedRefinementOptions['weighting'], { divisor, lift }: NormScale): number =>
  weighting === 'inverse-square' ? divisor / lift : Math.sqrt(divisor) / Math.sqrt(lift)

/**
 * What the theory says of the schedule, for a distance D = 1 to the solution:
 *
 *     refined = D/√Σh⁻¹,   linear = D·√Σh/n,   gain = linear/refined,   unit peak rate = max(w·tail)/(Σh⁻¹)^(3/2)
 *
 * where the step size of step t is D·w_t·tail_t/(√Q·Q), Q = Σw. A schedule of another length than the norms keeps the gain and has the
 * bounds and rates of its own number of steps: times √(n/steps). The sums are of scaled norms; a factor puts the scale back at the end,
 * so that a result is 0 or Infinity only where the true value is beyond float64, and the gain never is for that reason.
 * @param normSum from {@link relativeSum}
 * @param n       how many norms the sums are over
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
      // Cauchy–Schwarz says gain ≥ 1; rounding may say otherwise.
      gain: Math.max(1, power((scale.largest / divisor) * lift) * (linear / refined))
    },
    unitPeakRate: (largest / (weightSum * Math.sqrt(weightSum)) / unit) * lengthening
  }
}
