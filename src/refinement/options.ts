import { type Static, Type } from 'typebox'
import { invalid } from '../domain/problems.ts'
import { stepsLimit } from '../domain/schedule.ts'

const trimCount = (where: string) =>
  Type.Integer({
    minimum: 0,
    maximum: stepsLimit,
    description: `Points dropped at the ${where}. Default 0; 2 with preset reference.`
  })

/** How to refine. Every field may be left out. */
export const RefinementOptions = Type.Object(
  {
    norm: Type.Optional(
      Type.Union([Type.Literal('l2'), Type.Literal('l1')], {
        description:
          'Which series to refine, or which norm `values` are. Default: the only series; if there are both, l1 for an adaptive ' +
          'optimizer and l2 otherwise; l2 for `values`.'
      })
    ),
    weighting: Type.Optional(
      Type.Union([Type.Literal('auto'), Type.Literal('inverse-square'), Type.Literal('inverse')], {
        default: 'auto',
        description:
          'Weight of a step: inverse-square is ‖g‖⁻² (SGD, ℓ₂ norms), inverse is ‖g‖⁻¹ (Adam and its kin, ℓ₁ norms). auto means ' +
          'inverse-square for l2 and inverse for l1.'
      })
    ),
    preset: Type.Optional(
      Type.Union([Type.Literal('robust'), Type.Literal('paper'), Type.Literal('reference')], {
        default: 'robust',
        description:
          'robust reads the losses beside the norms, and changes the schedule only as far as the loss does not explain the norm. paper ' +
          "follows the paper. reference reproduces its authors' script: it trims 2 points at each end and filters 10 000 positions with a " +
          'width of 1001.'
      })
    ),
    window: Type.Optional(
      Type.Number({
        minimum: 0,
        exclusiveMaximum: 1,
        description:
          'Width of the median filter as a fraction of the points. Default 0.1; 0 turns it off. Not allowed with preset reference.'
      })
    ),
    trim: Type.Optional(
      Type.Object(
        { start: Type.Optional(trimCount('start')), end: Type.Optional(trimCount('end')) },
        { additionalProperties: false, description: 'Usable points to drop at each end.' }
      )
    ),
    steps: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: stepsLimit,
        description: 'Length of the schedule in optimizer steps. Default: totalSteps of the run, else the steps that the norms span.'
      })
    ),
    method: Type.Optional(
      Type.Union([Type.Literal('closed-form'), Type.Literal('numeric')], {
        default: 'closed-form',
        description:
          "closed-form is the paper's theorem for the best weights. numeric is the schedule with the least general bound of all; its " +
          'last multiplier is above 0.'
      })
    ),
    warmupFloor: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        default: 0,
        description: 'Least multiplier before the peak.'
      })
    ),
    ramp: Type.Optional(
      Type.Number({
        minimum: 0,
        exclusiveMaximum: 1,
        description:
          'Length of a linear warm-up that the multipliers are multiplied by, as a fraction. Default 0.05 with preset robust, else 0.'
      })
    ),
    normFloor: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 2,
        default: 0,
        description:
          'Filtered norms below this share of their median are raised to it, so that a dead stretch does not take all of the rate.'
      })
    ),
    deadBand: Type.Optional(
      Type.Number({
        minimum: 1,
        description:
          'Changes of the norm by less than this factor do not change the schedule. Default 1.25; wider where the norms are noisy. Only ' +
          'with preset robust.'
      })
    ),
    scaleBy: Type.Optional(
      Type.Union([Type.Literal('none'), Type.Literal('weight-norm')], {
        default: 'none',
        description:
          'weight-norm refines ‖g‖·‖w‖ in place of ‖g‖, for weights that are scale invariant, as before normalisation: the schedule is then ' +
          'one of the effective rate. The run must have logged `weight-norm`.'
      })
    ),
    final: Type.Optional(
      Type.Number({
        minimum: 0,
        exclusiveMaximum: 1,
        default: 0,
        description: 'The multiplier that the schedule falls to: each multiplier m becomes final + (1 − final)·m.'
      })
    ),
    loss: Type.Optional(
      Type.Union([Type.Literal('auto'), Type.Literal('none')], {
        description: 'auto, the default, reads the losses where there are any; none goes without them. Only with preset robust.'
      })
    )
  },
  { $id: 'RefinementOptions', additionalProperties: false, description: 'How to refine gradient norms into a schedule.' }
)
export type RefinementOptions = Static<typeof RefinementOptions>

/** The norms that can be refined. */
export type RefinableNorm = 'l2' | 'l1'

/** The options with every default filled in. */
export interface ResolvedRefinementOptions {
  norm: RefinableNorm
  weighting: 'inverse-square' | 'inverse'
  preset: 'robust' | 'paper' | 'reference'
  /** Fraction of the points. null with preset reference: its filter has a fixed width. */
  window: number | null
  trim: { start: number; end: number }
  steps: number
  method: 'closed-form' | 'numeric'
  warmupFloor: number
  /** Fraction of the points. */
  ramp: number
  normFloor: number
  /** null with presets other than robust. */
  deadBand: number | null
  scaleBy: 'none' | 'weight-norm'
  final: number
  /** null with presets other than robust. */
  loss: 'auto' | 'none' | null
}

/** Facts that the defaults depend on. */
export interface RefinementContext {
  norm: RefinableNorm
  /** Length of the whole training; null if the run does not say. */
  totalSteps: number | null
  /** Steps that the norms span; see `loggedExtent`. */
  extent: number
}

/**
 * Fills in the defaults.
 * @throws Problem `invalid-request` at `/window`, `/deadBand`, `/loss` or `/steps`
 */
export function resolveOptions(options: RefinementOptions, context: RefinementContext): ResolvedRefinementOptions {
  const preset = options.preset ?? 'robust'
  const isRobust = preset === 'robust'
  const isReference = preset === 'reference'
  if (isReference && options.window !== undefined) {
    throw invalid('/window', 'The preset `reference` has a filter of fixed width.', 'Leave `window` out, or use another preset.')
  }
  for (const field of ['deadBand', 'loss'] as const) {
    if (isRobust || (options[field] ?? null) === null) continue
    throw invalid(
      `/${field}`,
      `It belongs to the preset \`robust\`, and the preset is \`${preset}\`.`,
      `Leave \`${field}\` out, or use the preset \`robust\`.`
    )
  }
  const weighting = options.weighting ?? 'auto'
  const trimDefault = isReference ? 2 : 0
  return {
    norm: context.norm,
    weighting: weighting !== 'auto' ? weighting : context.norm === 'l1' ? 'inverse' : 'inverse-square',
    preset,
    window: isReference ? null : (options.window ?? 0.1),
    trim: { start: options.trim?.start ?? trimDefault, end: options.trim?.end ?? trimDefault },
    steps: options.steps ?? defaultSteps(context),
    method: options.method ?? 'closed-form',
    warmupFloor: options.warmupFloor ?? 0,
    ramp: options.ramp ?? (isRobust ? 0.05 : 0),
    normFloor: options.normFloor ?? 0,
    deadBand: isRobust ? (options.deadBand ?? 1.25) : null,
    scaleBy: options.scaleBy ?? 'none',
    final: options.final ?? 0,
    loss: isRobust ? (options.loss ?? 'auto') : null
  }
}

function defaultSteps({ totalSteps, extent }: RefinementContext): number {
  const steps = totalSteps ?? Math.max(1, extent)
  if (steps <= stepsLimit) return steps
  const source = totalSteps === null ? `The norms span ${steps} steps` : `The run has ${steps} steps`
  throw invalid(
    '/steps',
    `${source}; a schedule has at most ${stepsLimit}.`,
    `Send \`steps\`, at most ${stepsLimit}. For a longer run, interpolate between the multipliers.`
  )
}

/** Serialises options so that equal ones give equal text, to hash or compare. Defaults are written out. */
export function canonicalOptions(options: ResolvedRefinementOptions): string {
  const { norm, weighting, preset, window, trim, steps, method, warmupFloor, ramp, normFloor, deadBand, scaleBy, final, loss } = options
  const { start, end } = trim
  // −0 is 0.
  const amounts = { warmupFloor: warmupFloor + 0, ramp: ramp + 0, normFloor: normFloor + 0, deadBand, final: final + 0 }
  return JSON.stringify({ norm, weighting, preset, window, trim: { start, end }, steps, method, ...amounts, scaleBy, loss })
}
