import type { Engine } from '../kernels/engine.ts'
import { div, type Expression, max, mul, square } from '../kernels/expression.ts'
import { kernel } from '../kernels/kernel.ts'
import { type ClosedForm, divideAll } from './closed-form.ts'
import type { NormScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { rampFactors } from './ramp.ts'
import { stretch } from './stretch.ts'

/** Overwrites ĝ with w = (1/ĝ′)² or 1/ĝ′, ĝ′ the raised and scaled norm; sums Σw and Σh of {@link ClosedForm}. */
const weigh = (weighting: ResolvedRefinementOptions['weighting']) =>
  kernel({
    tensors: ['norms'],
    scalars: ['lift', 'floor', 'divisor', 'lowest', 'largest'],
    formula: ({ norms }, { lift, floor, divisor, lowest, largest }) => {
      const power = (a: Expression) => (weighting === 'inverse-square' ? square(a) : a)
      const raised = max(mul(norms, lift), floor)
      const w = power(div(divisor, raised))
      const h = power(div(max(norms, lowest), largest))
      return { tensors: { norms: w }, sums: { weightSum: w, normSum: h } }
    }
  })
const weighings = { 'inverse-square': weigh('inverse-square'), inverse: weigh('inverse') }

/** η = w·tail */
const multiply = kernel({
  tensors: ['weights', 'tails'],
  formula: ({ weights, tails }) => ({ tensors: { tails: mul(weights, tails) } })
})

const divide = kernel({
  tensors: ['multipliers'],
  scalars: ['largest'],
  formula: ({ multipliers }, { largest }) => ({ tensors: { multipliers: div(multipliers, largest) } })
})

/**
 * Computes the closed form on an engine: `closedForm` and `stretch` as kernels in the engine's memory.
 * @param norms ĝ, shape `[n]`, n ≥ 2
 * @param out   shape `[steps]`, receives the multipliers; may be `norms`
 * @param ramp  as in `closedForm`
 */
export function closedFormOn(
  engine: Engine,
  norms: Float64Array,
  weighting: ResolvedRefinementOptions['weighting'],
  scale: NormScale,
  out: Float64Array,
  ramp = 0
): ClosedForm {
  const workspace = engine.open('float64')
  try {
    const { lift, floor, divisor } = scale
    const uploaded = workspace.upload(new Map([['series', { shape: [norms.length], values: norms }]]))
    const scalars = { lift, floor, divisor, lowest: floor / lift, largest: scale.largest }
    const { tensors, sums } = workspace.run(weighings[weighting], { norms: uploaded }, scalars)
    const weights = tensors.norms
    let { tails } = workspace.run(multiply, { weights, tails: workspace.tailSums(weights) }, {}).tensors
    if (ramp > 0) {
      const factors = workspace.upload(new Map([['series', { shape: [norms.length], values: rampFactors(ramp, norms.length) }]]))
      tails = workspace.run(multiply, { weights: factors, tails }, {}).tensors.tails
    }
    const largest = workspace.largest(tails)
    if (largest === 0) {
      const multipliers = divideAll(new Float64Array(norms.length), 0, new Float64Array(norms.length))
      if (out.length === norms.length) out.set(multipliers)
      else stretch(multipliers, out)
      return { ...sums, largest }
    }
    let { multipliers } = workspace.run(divide, { multipliers: tails }, { largest }).tensors
    if (out.length === 1) out[0] = 1
    else {
      if (out.length !== norms.length) {
        const stretched = workspace.interpolateEven(multipliers, out.length)
        multipliers = workspace.run(divide, { multipliers: stretched }, { largest: workspace.largest(stretched) }).tensors.multipliers
      }
      out.set(workspace.download(multipliers).get('series')!.values)
    }
    return { ...sums, largest }
  } finally {
    workspace.close()
  }
}
