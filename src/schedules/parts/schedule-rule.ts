import { type Static, type TObject, Type } from 'typebox'
import type { Source } from '../../domain/source.ts'

/** What the same rule is called in other libraries; null where one does not have it. */
export interface Elsewhere {
  readonly pytorch: string | null
  readonly transformers: string | null
  readonly optax: string | null
}

/**
 * A schedule by formula: the multiplier of every step from the number of steps and a few parameters. Multipliers are finite, in [0, 1],
 * and multiply the peak learning rate. Steps count from 0; a schedule of one step is [1], whatever the rule.
 */
export interface ScheduleRule<P extends TObject = TObject> {
  /** Unique, in kebab case: its place in URLs and in the registry. */
  readonly name: string
  readonly title: string
  readonly source: Source
  /** Every parameter has a default, a range and a sentence; `floor`, which all rules have, is left out by default. */
  readonly parameters: P
  /** The multiplier of step 0, in terms of the parameters and of n, the number of steps (at least 2). */
  readonly first: string
  /** The multiplier of step n − 1. */
  readonly last: string
  readonly elsewhere: Elsewhere
  /** Which steps the ends of the formula fall on, and how that differs from elsewhere: one sentence. */
  readonly offByOne: string
  /**
   * Checks what the schema cannot say, and fills in what is nested.
   * @param pointer where the parameters stand in the request
   * @throws Problem `invalid-request`
   */
  complete?(parameters: Static<P>, steps: number, pointer: string): Static<P>
  /** How many of the first steps rise to the peak: the floor leaves them alone. None unless declared. */
  rise?(steps: number, parameters: Static<P>): number
  /** The multiplier of a step, 0 ≤ step < steps, as a function: any part of a schedule can be computed by itself. */
  multiplier(steps: number, parameters: Static<P>): (step: number) => number
  /** All of them, shape `[steps]`. */
  multipliers(steps: number, parameters: Static<P>): Float64Array
  /** All of them, as many as there is room for, into memory that is there. */
  fill(multipliers: Float64Array, parameters: Static<P>): void
}

/** A parameter that every rule has, and that is left out where there is none. */
const floor = Type.Number({
  minimum: 0,
  maximum: 1,
  description: 'The least multiplier after the rise to the peak: lower ones are raised to it. Default: none.'
})

/** Declares a rule by its formula for n ≥ 2; the schema gives the formula its types. Adds the parameter `floor`. */
export function defineSchedule<P extends TObject>(declared: Omit<ScheduleRule<P>, 'multipliers' | 'fill'>): ScheduleRule<P> {
  const rule: ScheduleRule<P> = {
    ...declared,
    parameters: { ...declared.parameters, properties: { ...declared.parameters.properties, floor } },
    multiplier: (steps, parameters) => (steps === 1 ? () => 1 : floored(declared, steps, parameters)),
    multipliers: (steps, parameters) => {
      const multipliers = new Float64Array(steps)
      rule.fill(multipliers, parameters)
      return multipliers
    },
    fill: (multipliers, parameters) => {
      const multiplier = rule.multiplier(multipliers.length, parameters)
      for (let j = 0; j < multipliers.length; j++) multipliers[j] = multiplier(j)
    }
  }
  return rule
}

/** The formula of a rule, no lower than its floor after the rise. */
function floored<P extends TObject>(
  { multiplier, rise }: Pick<ScheduleRule<P>, 'multiplier' | 'rise'>,
  steps: number,
  parameters: Static<P>
): (step: number) => number {
  const formula = multiplier(steps, parameters)
  const { floor: least = 0 } = parameters as { floor?: number }
  if (least === 0) return formula
  const risen = rise?.(steps, parameters) ?? 0
  return (step) => (step < risen ? formula(step) : Math.max(least, formula(step)))
}
