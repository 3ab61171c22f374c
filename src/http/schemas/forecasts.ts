import { Type } from 'typebox'
import { stepMax } from '../../domain/gradient-norm.ts'
import { stepsLimit } from '../../domain/schedule.ts'
import { forecastWarningCodes } from '../../domain/warning-codes.ts'
import { lossLaws } from '../../forecasts/laws/index.ts'
import { ForecastCandidate, ForecastCurve, ForecastRequest } from './forecast-request.ts'
import { orNull } from './or-null.ts'

const steps = (description: string) => Type.Integer({ minimum: 1, maximum: stepsLimit, description })
const peak = (description: string) => Type.Number({ exclusiveMinimum: 0, description })
const loss = (description: string) => Type.Number({ description })
const count = (description: string) => Type.Integer({ minimum: 0, description })

const interval = Type.Object(
  { low: loss('Lower end.'), high: loss('Upper end.') },
  {
    additionalProperties: false,
    description:
      'Holds the loss, smoothed over some steps, in 90 of 100 cases: uncertain parameters, scatter of blocks, spread of the laws, and how far laws erred on other schedules.'
  }
)

const curve = orNull(
  Type.Object(
    {
      steps: Type.Array(Type.Integer({ minimum: 0, maximum: stepMax })),
      losses: Type.Array(Type.Number()),
      low: Type.Array(Type.Number()),
      high: Type.Array(Type.Number())
    },
    {
      additionalProperties: false,
      description: 'The forecast from the end of the warm-up on, with its interval; null unless `points` asks for it.'
    }
  )
)

const namedRule = {
  rule: Type.String({ description: 'A rule of GET /v1/schedule-rules.' }),
  parameters: Type.Record(Type.String(), Type.Unknown(), { description: 'Its parameters.' })
}

export const Forecast = Type.Object(
  {
    law: Type.Enum(
      lossLaws.map(({ name }) => name),
      { description: 'The law that was fitted.' }
    ),
    parameters: Type.Record(Type.String(), Type.Number(), {
      description: 'Of the law, as its formula calls them; S and rates as used, steps in optimizer steps.'
    }),
    fit: Type.Object(
      {
        points: count('Losses that were fitted, as block medians.'),
        rmse: Type.Number({ minimum: 0, description: 'Of the block medians.' }),
        curves: Type.Array(
          Type.Object(
            {
              received: count('Losses of the curve.'),
              nonFinite: count('NaN and infinities, left out.'),
              warmup: count('In the warm-up or the first steps, left out.'),
              used: count('Fitted.')
            },
            { additionalProperties: false }
          ),
          { description: 'What became of the losses of each curve.' }
        )
      },
      { additionalProperties: false, description: 'How the law fits.' }
    ),
    identified: Type.Boolean({
      description: 'Whether the rate was seen to decay by 15 % or more. Where not, priors alone say what a decay gives.'
    }),
    self: orNull(
      Type.Object(
        {
          curve: count('Its place in `curves`.'),
          steps: steps('Length of the training.'),
          finalLoss: loss('The loss at its end.'),
          interval,
          laws: Type.Array(Type.String(), {
            description:
              'The laws that it is by: the one that was fitted, multi-power for a run of which less than half is logged, the median of three from 60 % on.'
          }),
          path: curve
        },
        {
          additionalProperties: false,
          description: 'The end of a run that has not ended, by its own schedule; null where none is known to go on.'
        }
      )
    ),
    forecasts: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          peakLearningRate: peak('Learning rate at multiplier 1.'),
          steps: steps('Length of the schedule.'),
          finalLoss: loss('The loss at its end.'),
          interval,
          sumOfRates: Type.Number({ minimum: 0, description: 'Σ η over all steps.' }),
          schedule: orNull(
            Type.Object(
              { scheduleId: Type.Optional(Type.String()), ...namedRule },
              { additionalProperties: false, description: 'What to post to /v1/schedules, with `steps`; null for multipliers.' }
            )
          ),
          curve
        },
        { additionalProperties: false }
      ),
      { description: 'Candidates in their order, then branches: every shape over the first length, then over the next.' }
    ),
    search: orNull(
      Type.Object(
        {
          steps: steps('Length of the training.'),
          peakLearningRate: peak('The given peak.'),
          warmup: count('Steps of the warm-up.'),
          tried: count('Schedules that were tried.'),
          atPeak: Type.Array(
            Type.Object({ ...namedRule, finalLoss: loss('The loss at its end.'), interval }, { additionalProperties: false }),
            {
              description: 'The best cooldown and floor of each shape at the given peak, by the law; the three best of these.'
            }
          ),
          apart: Type.Number({ minimum: 0, description: 'How far the three are apart.' }),
          seeds: Type.Number({
            minimum: 0,
            description: 'How far two seeds are apart at least: √2 times the scatter of block medians around their trend.'
          }),
          isMoreThanSeeds: Type.Boolean({ description: 'Whether `apart` is more than that, and more than `fit.rmse`.' }),
          atOwnPeak: Type.Array(
            Type.Object(
              { ...namedRule, ratio: Type.Number({ minimum: 1, description: 'Its bound to the least.' }) },
              { additionalProperties: false }
            ),
            {
              description:
                'Another question: three by the general bound on constant norms, each shape at its own best peak. No forecast of a loss.'
            }
          ),
          detail: Type.String({ description: 'What the difference means, in words.' })
        },
        { additionalProperties: false, description: 'The best schedules; null unless asked for.' }
      )
    ),
    summary: Type.String({ description: 'The answer in a sentence.' }),
    warnings: Type.Array(
      Type.Object(
        {
          code: Type.Enum([...forecastWarningCodes], {
            description:
              'no-decay: priors alone say what a decay gives. no-fall: the losses do not fall. poor-fit: the law misses them by far more than their scatter. non-finite: losses were left out. extrapolation: rates or sums beyond those seen.'
          }),
          detail: Type.String()
        },
        { additionalProperties: false }
      ),
      { description: 'What makes a forecast less sure than it looks.' }
    )
  },
  { $id: 'Forecast', additionalProperties: false, description: 'Losses that a law expects.' }
)

export const forecastSchemas = [ForecastCurve, ForecastCandidate, ForecastRequest, Forecast]
