import { extrema } from '../kernels/extrema.ts'
import { scaledRatio } from '../kernels/scaled-product.ts'
import { horizon, powerOfTwo } from './general-bound.ts'
import { addPart, emptyCarry, leastBound, sumsOf } from './general-bound-sums.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import type { RefinementReport } from './report.ts'

/** Steps per part: everything computed from them stays in the cache. */
const partLength = 8192

/**
 * The general bounds, for distance 1 and each at its best rate, of a schedule and of linear decay over as many steps, on filtered norms
 * that are interpolated linearly to the steps. As in the closed form, inverse weights take √ĝ in place of the norm.
 * @param multipliers shape `[steps]`
 * @param norms       ĝ, shape `[n]`, n ≥ 2
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831, Theorem 10
 */
export function answeredBound(
  multipliers: Float64Array,
  norms: Float64Array,
  weighting: ResolvedRefinementOptions['weighting']
): Pick<RefinementReport, 'bound' | 'unitPeakRate'> {
  const steps = multipliers.length
  const T = horizon(multipliers)
  const linearT = Math.max(1, steps - 1)
  const isSquare = weighting === 'inverse-square'
  const unit = powerOfTwo(extrema(norms)[1])
  const [answered, linear] = [emptyCarry(), emptyCarry()]
  const [g, m] = [new Float64Array(Math.min(partLength, steps)), new Float64Array(Math.min(partLength, steps))]
  // From the end, since every sum runs over later steps.
  for (let end = steps; end > 0; end -= partLength) {
    const from = Math.max(0, end - partLength)
    const roots = g.subarray(0, end - from)
    costsOver(norms, steps, from, roots)
    toRoots(roots, unit, isSquare)
    addPart(multipliers.subarray(from, Math.min(end, T)), roots, 1, 1, answered)
    const decay = m.subarray(0, Math.max(0, Math.min(end, linearT) - from))
    for (let t = 0; t < decay.length; t++) decay[t] = (linearT - from - t) / linearT
    addPart(decay, roots, 1, 1, linear)
  }
  const ofAnswered = sumsOf(answered)
  const [refinedBound, linearBound] = [leastBound(ofAnswered), leastBound(sumsOf(linear))]
  const rootUnit = isSquare ? unit : Math.sqrt(unit)
  return {
    bound: {
      refined: scaledRatio([refinedBound, rootUnit]),
      linear: scaledRatio([linearBound, rootUnit]),
      gain: scaledRatio([linearBound], [refinedBound])
    },
    // γ* = √(a/b) of the bound a/γ + bγ.
    unitPeakRate: scaledRatio([1], [ofAnswered.mass, refinedBound, rootUnit])
  }
}

/** ĝ at the steps from `from` on, both ends of the norms kept. */
function costsOver(norms: Float64Array, steps: number, from: number, out: Float64Array): void {
  const intervals = norms.length - 1
  if (steps === norms.length) {
    out.set(norms.subarray(from, from + out.length))
    return
  }
  for (let t = 0; t < out.length; t++) {
    const position = steps === 1 ? 0 : ((from + t) * intervals) / (steps - 1)
    const left = Math.min(Math.floor(position), intervals - 1)
    const a = norms[left]!
    out[t] = a + (norms[left + 1]! - a) * (position - left)
  }
}

function toRoots(norms: Float64Array, unit: number, isSquare: boolean): void {
  for (let t = 0; t < norms.length; t++) {
    const norm = norms[t]! / unit
    norms[t] = isSquare ? norm : Math.sqrt(norm)
  }
}
