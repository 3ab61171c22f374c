import { type Static, Type } from 'typebox'
import { stepsLimit } from '../../domain/schedule.ts'
import { lossLaws } from '../../forecasts/laws/index.ts'
import { Candidate } from './bounds.ts'
import { float } from './float.ts'
import { numberList } from './number-list.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'

const curvesMax = 64
const candidatesMax = 2000
const lengthsMax = 32
const shapesMax = 16
const pointsMax = 1000

const steps = (description: string) => Type.Integer({ minimum: 1, maximum: stepsLimit, description })
const peak = (description: string) => Type.Number({ exclusiveMinimum: 0, description })

export const ForecastCurve = Type.Object(
  {
    runId: Type.Optional(RunId),
    losses: Type.Optional(numberList('Training losses. null, NaN and infinities are left out, and counted.', orNull(float()))),
    steps: Type.Optional(numberList('The optimizer step of each loss, ascending. Default: 0, 1, 2 …')),
    learningRates: Type.Optional(
      numberList(
        'The learning rate at each loss; null where none was logged. Linear between them, constant after the last; before the first a linear ramp from 0.',
        orNull(float())
      )
    ),
    schedule: Type.Optional(ref(Candidate)),
    peakLearningRate: Type.Optional(
      peak('The learning rate at multiplier 1 of `schedule`. Default: that of the schedule, else of the run.')
    ),
    totalSteps: Type.Optional(
      steps('Length of the training, where the losses end before it. Default: that of the run, else of the schedule.')
    )
  },
  {
    $id: 'ForecastCurve',
    additionalProperties: false,
    oneOf: [{ required: ['runId'] }, { required: ['losses'] }],
    description:
      'A run: its series `loss` and `learning-rate`, or lists of them. Where rates were not logged, and after the last logged one, `schedule` says them; of a run its own unless given.'
  }
)

export const ForecastCandidate = Type.Object(
  {
    ...Candidate.properties,
    peakLearningRate: Type.Optional(
      peak('Learning rate at multiplier 1. Default: that of the stored schedule, else the largest of the curves.')
    )
  },
  {
    $id: 'ForecastCandidate',
    additionalProperties: false,
    oneOf: [{ required: ['rule'] }, { required: ['scheduleId'] }, { required: ['multipliers'] }],
    description: 'A schedule to forecast: a rule, the id of a stored schedule, or multipliers.'
  }
)

const law = Type.Enum(['auto', ...lossLaws.map(({ name }) => name)], {
  description: `Which law is fitted. auto: multi-power where no decay of the rate was seen; else bound-power for runs below 10000 steps, annealing-momentum for one longer run, multi-power for several. ${lossLaws
    .map(({ name, formula }) => `${name}: ${formula}.`)
    .join(' ')}`
})

export const ForecastRequest = Type.Object(
  {
    curves: Type.Array(ref(ForecastCurve), {
      minItems: 1,
      maxItems: curvesMax,
      description: 'Runs of one model and data, fitted together. The first that has not ended is `self`.'
    }),
    candidates: Type.Optional(Type.Array(ref(ForecastCandidate), { maxItems: candidatesMax, description: 'Schedules to forecast.' })),
    branches: Type.Optional(
      Type.Object(
        {
          fromStep: Type.Integer({ minimum: 1, maximum: stepsLimit, description: 'k: the steps before it are done.' }),
          lengths: Type.Array(
            Type.Number({
              exclusiveMinimum: 0,
              maximum: stepsLimit,
              description: 'Below 1 the part c of the whole, c·(k + N) = N steps; else N, in whole steps.'
            }),
            { minItems: 1, maxItems: lengthsMax, description: 'How long the cooldowns are.' }
          ),
          shapes: Type.Array(
            Type.String({ description: 'A rule of GET /v1/schedule-rules, or a shape of `wsd`.', examples: ['linear', 'one-minus-sqrt'] }),
            {
              minItems: 1,
              maxItems: shapesMax,
              description: 'How they fall, from the rate at step k on.'
            }
          )
        },
        {
          additionalProperties: false,
          description: 'Cooldowns from a step of `self`, else of the first curve: every shape over every length.'
        }
      )
    ),
    search: Type.Optional(
      Type.Object(
        {
          steps: Type.Optional(steps('Length of the training. Default: `steps`, else that of the longest curve.')),
          peakLearningRate: Type.Optional(peak('Default: the largest of the curves.')),
          warmup: Type.Optional(
            Type.Integer({ minimum: 0, maximum: stepsLimit, description: 'Steps of the warm-up. Default: that of the curve.' })
          )
        },
        { additionalProperties: false, description: 'Searches cooldowns, shapes and floors for the least loss; `{}` takes all defaults.' }
      )
    ),
    steps: Type.Optional(steps('Length of the candidates. Default: their own, else that of the longest curve.')),
    law: Type.Optional(law),
    points: Type.Optional(
      Type.Integer({ minimum: 0, maximum: pointsMax, default: 0, description: 'Points of each forecast curve in the answer.' })
    )
  },
  { $id: 'ForecastRequest', additionalProperties: false, description: 'Runs to learn from, and schedules to forecast.' }
)
export type ForecastRequest = Static<typeof ForecastRequest>
