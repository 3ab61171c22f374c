import { type Static, Type } from 'typebox'
import { magnitude } from './float.ts'
import { Multiplier } from './schedule.ts'

const closeness = {
  r2: Type.Number({ maximum: 1, description: '1 − SSE/SST. For a constant schedule: 1 if the fit is exact, else 0.' }),
  maxError: Type.Number({ minimum: 0, description: 'The largest error at any step.' })
}

export const FitRequest = Type.Object(
  {
    rules: Type.Optional(
      Type.Array(Type.String(), {
        minItems: 1,
        maxItems: 32,
        description: 'The rules to fit. Default: all that can be fitted.',
        examples: [['cosine', 'wsd']]
      })
    ),
    tolerance: Type.Optional(
      Type.Number({ minimum: 1e-12, maximum: 1, default: 0.01, description: 'The largest error of the segments at any step.' })
    )
  },
  { $id: 'FitRequest', additionalProperties: false, description: 'Which standard schedules to fit.' }
)
export type FitRequest = Static<typeof FitRequest>

export const Fits = Type.Object(
  {
    warmupPolynomial: Type.Object(
      {
        warmup: Type.Number({
          minimum: 0,
          exclusiveMaximum: 1,
          description: 'Length of the linear warm-up as a fraction of the steps: `length` of `warmup`.'
        }),
        power: Type.Number({ exclusiveMinimum: 0, description: '`power` of the `polynomial` that follows, with final 0.' }),
        ...closeness
      },
      { additionalProperties: false, description: 'The closest warm-up with polynomial decay, by least squares.' }
    ),
    fits: Type.Array(
      Type.Object(
        {
          rule: Type.String({ description: 'A rule of GET /v1/schedule-rules.' }),
          parameters: Type.Unsafe<Record<string, unknown>>({
            type: 'object',
            additionalProperties: true,
            description: 'Parameters of the closest fit, by least squares, as for POST /v1/schedules.'
          }),
          ...closeness,
          boundRatio: magnitude(
            'General bound of the fit over that of the schedule, each at its best base learning rate, on the norms of the run, or on constant norms.'
          )
        },
        { additionalProperties: false }
      ),
      { description: 'The closest schedule of each rule, best first.' }
    ),
    segments: Type.Array(
      Type.Object(
        { step: Type.Integer({ minimum: 0 }), multiplier: Multiplier },
        { additionalProperties: false, description: 'A corner of the straight pieces.' }
      ),
      {
        minItems: 1,
        description: 'The corners of the fewest straight pieces within the tolerance, from the first step to the last.'
      }
    )
  },
  { $id: 'Fits', additionalProperties: false, description: 'The standard schedules closest to a schedule.' }
)
