import { type Static, Type } from 'typebox'
import type { NormName } from '../domain/gradient-norm.ts'
import { invalid, Problem } from '../domain/problems.ts'
import { isAdaptive } from '../domain/run.ts'
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
      Type.Union([Type.Literal('paper'), Type.Literal('reference')], {
        default: 'paper',
        description:
          "paper follows the paper. reference reproduces its authors' script: it trims 2 points at each end and filters 10 000 " +
          'positions with a width of 1001.'
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
  preset: 'paper' | 'reference'
  /** Fraction of the points. null with preset reference: its filter has a fixed width. */
  window: number | null
  trim: { start: number; end: number }
  steps: number
  method: 'closed-form' | 'numeric'
  warmupFloor: number
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
 * Chooses the series to refine: the requested one, else the only one, else by the optimizer.
 * @param series the norms that have points
 * @throws Problem `too-few-norms` if the series is missing
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831, on ℓ₁ for Adam
 */
export function chooseNorm(requested: RefinableNorm | undefined, series: readonly NormName[], optimizer: string | null): RefinableNorm {
  const hasL1 = series.includes('l1')
  const hasL2 = series.includes('l2')
  if (requested !== undefined) {
    if (series.includes(requested)) return requested
    const others = series.length === 0 ? 'no gradient norms at all' : `only ${series.join(' and ')} norms`
    throw new Problem('too-few-norms', `The run has no ${requested} norms; it has ${others}.`)
  }
  if (hasL1 && hasL2) return isAdaptive(optimizer) ? 'l1' : 'l2'
  if (hasL1) return 'l1'
  if (hasL2) return 'l2'
  throw new Problem(
    'too-few-norms',
    series.length === 0 ? 'There are no gradient norms yet.' : 'There are only linf norms; a refinement needs l2 or l1 norms.'
  )
}

/**
 * Fills in the defaults.
 * @throws Problem `invalid-request` at `/window` or `/steps`
 */
export function resolveOptions(options: RefinementOptions, context: RefinementContext): ResolvedRefinementOptions {
  const preset = options.preset ?? 'paper'
  if (preset === 'reference' && options.window !== undefined) {
    throw invalid('/window', 'The preset `reference` has a filter of fixed width.', 'Leave `window` out, or use the preset `paper`.')
  }
  const weighting = options.weighting ?? 'auto'
  const trimDefault = preset === 'reference' ? 2 : 0
  return {
    norm: context.norm,
    weighting: weighting !== 'auto' ? weighting : context.norm === 'l1' ? 'inverse' : 'inverse-square',
    preset,
    window: preset === 'reference' ? null : (options.window ?? 0.1),
    trim: { start: options.trim?.start ?? trimDefault, end: options.trim?.end ?? trimDefault },
    steps: options.steps ?? defaultSteps(context),
    method: options.method ?? 'closed-form',
    warmupFloor: options.warmupFloor ?? 0
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
  const { norm, weighting, preset, window, trim, steps, method, warmupFloor } = options
  const { start, end } = trim
  return JSON.stringify({ norm, weighting, preset, window, trim: { start, end }, steps, method, warmupFloor: warmupFloor + 0 })
}
