import { type Static, Type } from 'typebox'
import { stepsLimit } from '../../domain/schedule.ts'
import { lossLaws } from '../../forecasts/laws/index.ts'
import { forecastLogs } from '../forecasts/forecast-losses.ts'
import type { ForecastRequest } from '../forecasts/forecast-request.ts'
import { type Call, checked } from './call.ts'
import { CandidateOfCall, candidatesAt } from './candidates.ts'
import { Vector, vectorAt } from './vectors.ts'

const steps = Type.Optional(Type.Integer({ minimum: 1, maximum: stepsLimit }))
const peak = Type.Optional(Type.Number({ exclusiveMinimum: 0 }))

const Forecast = Type.Object(
  {
    curves: Type.Array(
      Type.Object(
        {
          losses: Vector,
          steps: Type.Optional(Vector),
          learningRates: Type.Optional(Vector),
          schedule: Type.Optional(CandidateOfCall),
          peakLearningRate: peak,
          totalSteps: steps
        },
        { additionalProperties: false }
      ),
      { minItems: 1, maxItems: 64 }
    ),
    candidates: Type.Optional(Type.Array(CandidateOfCall, { maxItems: 2000 })),
    branches: Type.Optional(
      Type.Object(
        {
          fromStep: Type.Integer({ minimum: 1, maximum: stepsLimit }),
          lengths: Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: stepsLimit }), { minItems: 1, maxItems: 32 }),
          shapes: Type.Array(Type.String(), { minItems: 1, maxItems: 16 })
        },
        { additionalProperties: false }
      )
    ),
    search: Type.Optional(
      Type.Object(
        { steps, peakLearningRate: peak, warmup: Type.Optional(Type.Integer({ minimum: 0, maximum: stepsLimit })) },
        { additionalProperties: false }
      )
    ),
    steps,
    law: Type.Optional(Type.Enum(['auto', ...lossLaws.map(({ name }) => name)])),
    points: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 }))
  },
  { additionalProperties: false }
)

/** `POST /v1/forecasts` of losses in the body. */
export const forecastCall: Call = {
  name: 'forecast',
  async answer(given) {
    const request = checked<Static<typeof Forecast>>(Forecast, given, 'a forecast')
    for (const [k, curve] of request.curves.entries()) {
      for (const name of ['losses', 'steps', 'learningRates'] as const) {
        if (name === 'losses' || curve[name] !== undefined) vectorAt(curve[name], `/curves/${k}/${name}`)
      }
      candidatesAt(curve.schedule && [curve.schedule])
    }
    candidatesAt(request.candidates)
    return await forecastLogs(request as ForecastRequest)
  }
}
