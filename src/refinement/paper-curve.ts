import { closedForm } from './closed-form.ts'
import { normScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'

/**
 * The schedule of preset paper on filtered norms, to be drawn beside another: a step for each norm, no ramp, no floors.
 * @param filtered ĝ, shape `[n]`; not changed
 * @returns shape `[n]`
 * @throws Problem `too-few-norms` if the median is 0
 */
export function paperCurve(filtered: Float64Array, weighting: ResolvedRefinementOptions['weighting']): Float64Array {
  const multipliers = filtered.slice()
  closedForm(multipliers, weighting, normScale(multipliers), multipliers)
  return multipliers
}
