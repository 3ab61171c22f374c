import { type Static, Type } from 'typebox'
import { floatReference } from '../domain/float.ts'
import { symptoms } from './diagnosis/index.ts'
import type { Symptom } from './diagnosis/symptom.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })

/** A number ≥ 0, infinite where the norms are near the limits of float64. */
const magnitude = (description: string) => Type.Unsafe<number>(floatReference({ minimum: 0, description }))

/** A warning of a report. Its codes are those of the symptoms, which say what each means. */
export const warningSchema = (listed: readonly Symptom[] = symptoms) =>
  Type.Object(
    {
      code: Type.Unsafe<string>({
        type: 'string',
        enum: listed.map(({ code }) => code),
        description: listed.map(({ code, meaning }) => `\`${code}\`: ${meaning}`).join(' ')
      }),
      detail: Type.String({ description: 'What was seen in these norms, and what to do.' })
    },
    { additionalProperties: false }
  )

/** What a refinement did, and its bounds. */
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
    unitPeakRate: magnitude("The theory's learning rate at multiplier 1, for distance 1."),
    numeric: Type.Optional(
      Type.Object(
        {
          bound: magnitude('The least general bound of any schedule with one step per filtered norm, for distance 1.'),
          iterations: Type.Integer({ minimum: 1, description: 'Sweeps over the norms: always 1, since a recursion gives the minimum.' }),
          converged: Type.Boolean({ description: 'Whether the minimum was reached.' }),
          boundClosedForm: magnitude('The general bound of the closed form, without its last step of 0, at its best rate.'),
          boundLinear: magnitude('The general bound of linear decay (n − j)/n, at its best rate.')
        },
        {
          additionalProperties: false,
          description:
            'Only with method numeric. The general bound holds for any schedule. It is about twice the one under `bound`, which holds ' +
            'for schedules made of weights. Do not compare the two.'
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
        { description: 'Only for a refinement of several runs: the points of each. `points` of the report is their sum.' }
      )
    ),
    band: Type.Optional(
      Type.Object(
        {
          buckets: Type.Array(
            Type.Object(
              {
                fraction: Type.Number({ minimum: 0, maximum: 1, description: 'Position as a fraction of the run.' }),
                lower: magnitude('The lower quartile.'),
                median: magnitude('The median; the schedule is made from it.'),
                upper: magnitude('The upper quartile.')
              },
              { additionalProperties: false }
            ),
            { description: 'At most 200, in order. Each is the mean over its positions.' }
          )
        },
        {
          additionalProperties: false,
          description:
            'Only for a refinement of several runs: quartiles of their norms before the median filter. Each run is first scaled to the median of their scales.'
        }
      )
    ),
    warnings: Type.Array(warningSchema(), { description: 'Reasons to look at the log before trusting the schedule.' }),
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
