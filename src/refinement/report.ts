import { type Static, Type } from 'typebox'
import { floatReference } from '../domain/float.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })

/** A number ≥ 0, infinite where the norms are near the limits of float64. */
const magnitude = (description: string) => Type.Unsafe<number>(floatReference({ minimum: 0, description }))

/** The codes of warnings; each is a reason to look at the log before trusting the schedule. */
export const warningCodes = [
  'clipped-norms',
  'collapsed-norms',
  'early-spike',
  'few-points',
  'short-run',
  'coarse-stride',
  'gaps',
  'non-finite',
  'zero',
  'l2-for-adaptive'
] as const
export type WarningCode = (typeof warningCodes)[number]

/** What a refinement did and what came out. */
export const RefinementReport = Type.Object(
  {
    points: Type.Object(
      {
        received: count('Points of the series: used + nonFinite + zero + trimmed.'),
        used: count('Points left before interpolation.'),
        nonFinite: count('Points dropped because they are NaN or ±Infinity.'),
        zero: count('Points dropped because they are 0; preset reference keeps them.'),
        clamped: count('Filtered norms raised to 1e-6 of their median.'),
        trimmed: count('Points left out at the ends.')
      },
      { additionalProperties: false }
    ),
    filterWidth: Type.Integer({ minimum: 1, description: 'Width of the median filter in points; 1 is none.' }),
    peak: Type.Object(
      {
        step: count('The first step with multiplier 1.'),
        fraction: Type.Number({ minimum: 0, maximum: 1, description: 'step/(steps − 1).' })
      },
      { additionalProperties: false }
    ),
    bound: Type.Object(
      {
        refined: magnitude('Bound on the final suboptimality with this schedule, for distance 1.'),
        linear: magnitude('The same for linear decay.'),
        gain: magnitude('linear/refined, at least 1.')
      },
      { additionalProperties: false }
    ),
    unitPeakRate: magnitude('The learning rate that the theory gives at multiplier 1, for distance 1.'),
    numeric: Type.Optional(
      Type.Object(
        {
          bound: magnitude('The least general bound of any schedule of as many steps as there are filtered norms, for distance 1.'),
          iterations: Type.Integer({ minimum: 1, description: 'Sweeps over the norms: 1, as the minimum has a recursion.' }),
          converged: Type.Boolean({ description: 'Whether the minimum was reached.' }),
          boundClosedForm: magnitude('The general bound of the closed form without its last zero, at its best rate.'),
          boundLinear: magnitude('The general bound of linear decay (n − j)/n, at its best rate.')
        },
        {
          additionalProperties: false,
          description:
            'With method numeric. The general bound holds for any schedule and is about twice the one under `bound`, which holds for ' +
            'schedules made of weights: compare within one of the two.'
        }
      )
    ),
    runs: Type.Optional(
      Type.Array(
        Type.Object(
          {
            runId: Type.String({ description: 'The id of the run.' }),
            points: Type.Object(
              {
                received: count('Points of its series: used + nonFinite + zero + trimmed.'),
                used: count('Points left before interpolation.'),
                nonFinite: count('Points dropped because they are NaN or ±Infinity.'),
                zero: count('Points dropped because they are 0; preset reference keeps them.'),
                trimmed: count('Points left out at the ends.')
              },
              { additionalProperties: false }
            )
          },
          { additionalProperties: false }
        ),
        { description: 'Of a refinement from several runs: what each gave. `points` of the report counts them all together.' }
      )
    ),
    band: Type.Optional(
      Type.Object(
        {
          buckets: Type.Array(
            Type.Object(
              {
                fraction: Type.Number({ minimum: 0, maximum: 1, description: 'Where it is, as a fraction of the run.' }),
                lower: magnitude('The lower quartile.'),
                median: magnitude('The median, from which the schedule is made.'),
                upper: magnitude('The upper quartile.')
              },
              { additionalProperties: false }
            ),
            { description: 'At most 200, in order; each is the mean of what is at its positions.' }
          )
        },
        {
          additionalProperties: false,
          description:
            'Of a refinement from several runs: how their norms spread, before the median filter, each run brought to the median of their scales.'
        }
      )
    ),
    warnings: Type.Array(
      Type.Object(
        { code: Type.Unsafe<WarningCode>({ type: 'string', enum: [...warningCodes] }), detail: Type.String() },
        { additionalProperties: false }
      )
    ),
    engine: Type.Object(
      {
        name: Type.String(),
        library: Type.Unsafe<string | null>({ anyOf: [{ type: 'string' }, { type: 'null' }] }),
        device: Type.String(),
        precision: Type.String()
      },
      { additionalProperties: false, description: 'What computed it.' }
    )
  },
  { $id: 'RefinementReport', additionalProperties: false, description: 'What a refinement did, and what the theory says of the result.' }
)
export type RefinementReport = Static<typeof RefinementReport>
export type RefinementWarning = RefinementReport['warnings'][number]
