import { closedForm } from './closed-form.ts'
import { findLevel } from './level.ts'
import type { NormScale } from './norm-scale.ts'
import type { ResolvedRefinementOptions } from './options.ts'
import { rampLength } from './ramp.ts'

/** Positions at which two schedules are compared. */
const positions = 512

/** Mean difference of the multipliers of two schedules that differ much: a peak at 45 % of the run is about 0.27 from one at the start. */
const differenceMin = 0.2

/** What a refinement is made from, after the median filter. */
export interface Filtered {
  readonly norms: Float64Array
  readonly losses: Float64Array | null
  readonly scale: NormScale
  readonly options: ResolvedRefinementOptions
}

/** The ramp and the band of preset robust. */
const robust = { ramp: 0.05, deadBand: 1.25 } as const

/**
 * Sketches the schedule that the other preset makes of the same norms: preset robust beside paper, paper beside robust. What it returns says whether a
 * finished schedule differs much from the sketch.
 */
export function besideOther({ norms, losses, scale, options }: Filtered): (multipliers: Float64Array) => boolean {
  const isRobust = options.preset === 'robust'
  const few = sampled(norms)
  const other = isRobust ? paper(few, scale, options) : robustOn(few, losses === null ? null : sampled(losses), options)
  return (multipliers) => {
    const own = sampled(multipliers, other.length)
    const difference = own.reduce((sum, multiplier, i) => sum + Math.abs(multiplier - other[i]!), 0) / other.length
    return own.length === other.length && difference > differenceMin
  }
}

function paper(norms: Float64Array, scale: NormScale, { weighting }: ResolvedRefinementOptions): Float64Array {
  closedForm(norms, weighting, scale, norms)
  return norms
}

function robustOn(norms: Float64Array, losses: Float64Array | null, { weighting }: ResolvedRefinementOptions): Float64Array {
  const level = new Float64Array(norms.length)
  const startLength = rampLength(robust.ramp, norms.length)
  const { smallest, largest, clamped } = findLevel({ norms, losses, errors: [0, 0], startLength, deadBand: robust.deadBand }, level)
  closedForm(level, weighting, { lift: 1, floor: 0, divisor: smallest, largest, clamped }, level, robust.ramp)
  return level
}

/** Values at even positions, the ends kept. */
function sampled(values: Float64Array, count = positions): Float64Array {
  if (values.length <= count) return values.slice()
  const few = new Float64Array(count)
  for (let i = 0; i < count; i++) few[i] = values[Math.round((i * (values.length - 1)) / (count - 1))]!
  return few
}
