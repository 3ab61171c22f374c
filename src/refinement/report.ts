import { type Static, type TSchema, Type } from 'typebox'
import { floatReference } from '../domain/float.ts'
import { Advice } from './advice.ts'
import { Alternative } from './alternatives.ts'
import { symptoms } from './diagnosis/index.ts'
import type { Symptom } from './diagnosis/symptom.ts'
import { Explained } from './explained.ts'
import { LossesRead } from './usable-losses.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })

/** A number ≥ 0, infinite where the norms are near the limits of float64. */
const magnitude = (description: string) => Type.Unsafe<number>(floatReference({ minimum: 0, description }))

const orNull = <Schema extends TSchema>(schema: Schema) => Type.Unsafe<Static<Schema> | null>({ anyOf: [schema, { type: 'null' }] })

/**
 * Raised where warnings, advice or another part of a report come to say something else of the same norms: a refinement that was stored before is then made anew,
 * and not found with its old report.
 */
export const reportVersion = 2

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
        clamped: count('Filtered norms raised to 1e-6 of their median; with preset robust, to 1e-12 of their largest.'),
        raised: count('Filtered norms raised to `normFloor`.'),
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
        gain: magnitude('linear/refined: a property of these norms, never a forecast of the next run.')
      },
      {
        additionalProperties: false,
        description:
          'With presets paper and reference the bounds of the theorem for schedules made of weights, and a gain of at least 1. With preset ' +
          'robust the general bounds of the answered schedule and of linear decay on the filtered norms, each at its best rate. Do not ' +
          'compare bounds of different presets.'
      }
    ),
    unitPeakRate: magnitude("The theory's learning rate at multiplier 1, for distance 1; of the bound under `bound`."),
    losses: LossesRead,
    explained: orNull(Explained),
    forgetting: orNull(
      magnitude(
        'λ·Σγ: weight decay times the sum of the learning rates of the logged run, from `weightDecay` and the series `learning-rate`, or the schedule and peak that ' +
          'the run names. Above about 1 weight decay may have written the schedule into the norms. Null where it is not known.'
      )
    ),
    advice: Advice,
    alternatives: Type.Array(Alternative, {
      description: 'Schedules to weigh against this one: always 5 % warm-up with linear decay; beside preset robust also preset paper.'
    }),
    columns: Type.Optional(
      Type.Object(
        {
          step: orNull(Type.String({ description: 'The column of the steps; null where points are consecutive.' })),
          value: orNull(Type.String({ description: 'The column of the norms; null where the file has no names.' })),
          loss: Type.Optional(Type.String({ description: 'The column of the losses.' })),
          learningRate: Type.Optional(Type.String({ description: 'The column of the learning rates, which warnings look at.' })),
          l2: Type.Optional(Type.String({ description: 'The column of the l2 norms beside others, which show clipping.' })),
          weightNorm: Type.Optional(Type.String({ description: 'The column of the norms of the weights.' }))
        },
        { additionalProperties: false, description: 'Only for a log that was read from a file: what was read from which column.' }
      )
    ),
    scaledBy: Type.Optional(
      Type.Object(
        {
          series: Type.Literal('weight-norm'),
          detail: Type.String({ description: 'What the schedule then is.' })
        },
        { additionalProperties: false, description: 'Only with `scaleBy`: what the norms were multiplied by.' }
      )
    ),
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
            ),
            weightDecay: orNull(magnitude('Its weight decay; null where it is not known.')),
            clipNorm: orNull(magnitude('What its gradients were clipped to; null where it is not known.')),
            forgetting: orNull(magnitude('Its λ·Σγ, as `forgetting` of the report.'))
          },
          { additionalProperties: false }
        ),
        {
          description:
            'Only for a refinement of several runs: the points of each, and what is known of it. `points` of the report is their sum, and `forgetting` the largest.'
        }
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
