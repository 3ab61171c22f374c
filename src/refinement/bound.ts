import type { ClosedFormSums } from './closed-form.ts'
import type { NormScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { RefinementReport } from './report.ts'

const block = 128

/**
 * √Σ_t h_t with h = ĝ² (inverse-square) or ĝ (inverse) of the raised norms, exact in scale: the largest is taken out of the sum.
 * @param norms ĝ, shape `[n]`
 */
export function rootOfSum(norms: Float64Array, weighting: ResolvedRefinementOptions['weighting'], scale: NormScale): number {
  const isSquare = weighting === 'inverse-square'
  const { largest, lift } = scale
  const floor = scale.floor / lift
  let sum = 0
  for (let start = 0; start < norms.length; start += block) {
    const end = Math.min(norms.length, start + block)
    let inBlock = 0
    for (let t = start; t < end; t++) {
      const norm = norms[t] as number
      const part = Math.max(norm, floor) / largest
      inBlock += isSquare ? part * part : part
    }
    sum += inBlock
  }
  return isSquare ? largest * Math.sqrt(sum) : Math.sqrt(largest) * Math.sqrt(sum)
}

/**
 * What the theory says of the schedule, for a distance D = 1 to the solution:
 *
 *     refined = D/√Σh⁻¹,   linear = D·√Σh/n,   gain = linear/refined,   unit peak rate = max(w·tail)/(Σh⁻¹)^(3/2)
 *
 * where the step size of step t is D·w_t·tail_t/(√Q·Q), Q = Σw. A schedule of another length than the norms keeps the gain and has the
 * bounds and rates of its own number of steps: times √(n/steps).
 * @param n how many norms the sums are over
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export function theory(
  { weightSum, largest }: ClosedFormSums,
  rootSum: number,
  { divisor, lift }: NormScale,
  { weighting, steps }: Pick<ResolvedRefinementOptions, 'weighting' | 'steps'>,
  n: number
): Pick<RefinementReport, 'bound' | 'unitPeakRate'> {
  const unit = weighting === 'inverse-square' ? divisor / lift : Math.sqrt(divisor) / Math.sqrt(lift)
  const lengthening = Math.sqrt(n / steps)
  const refined = unit / Math.sqrt(weightSum)
  const linear = rootSum / n
  return {
    // Cauchy–Schwarz says gain ≥ 1; rounding may say otherwise.
    bound: { refined: refined * lengthening, linear: linear * lengthening, gain: Math.max(1, linear / refined) },
    unitPeakRate: (largest / (weightSum * Math.sqrt(weightSum)) / unit) * lengthening
  }
}
