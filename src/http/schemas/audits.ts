import { type Static, Type } from 'typebox'
import { stepMax } from '../../domain/gradient-norm.ts'
import { stepsLimit } from '../../domain/schedule.ts'
import { findingKinds } from '../../schedules/audits/findings/index.ts'
import { Candidate } from './bounds.ts'
import { numberList } from './number-list.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { ScheduleId } from './schedule-id.ts'

const step = (description: string) => Type.Integer({ minimum: 0, maximum: stepMax, description })
const measure = (description: string) => Type.Number({ description })

export const LearningRates = Type.Object(
  {
    runId: Type.Optional(RunId),
    values: Type.Optional(numberList('Learning rates, in the order of their steps. NaN and infinities are left out, and counted.')),
    steps: Type.Optional(numberList('The optimizer step of each rate, ascending. Default: 0, 1, 2 …'))
  },
  {
    $id: 'LearningRates',
    additionalProperties: false,
    oneOf: [{ required: ['runId'] }, { required: ['values'] }],
    description: 'Learning rates that a trainer used: the series learning-rate of a run, or a list.'
  }
)

export const LearningRateAuditRequest = Type.Object(
  {
    learningRates: ref(LearningRates),
    against: Type.Optional(ref(Candidate)),
    steps: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: stepsLimit,
        description: 'Length of the rule in `against`. Default: totalSteps of the run, else what the log spans from step 0 on.'
      })
    ),
    peakLearningRate: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        description:
          'The peak that was meant. Default: that of the schedule, else of the run. If nobody says it, the largest rate stands for it, and no rate is found to be scaled.'
      })
    )
  },
  {
    $id: 'LearningRateAuditRequest',
    additionalProperties: false,
    description: 'Learning rates, and the schedule that they were meant to follow. Default of `against`: the scheduleId of the run.'
  }
)
export type LearningRateAuditRequest = Static<typeof LearningRateAuditRequest>

export const LearningRateFinding = Type.Object(
  {
    code: Type.Enum(
      findingKinds.map(({ code }) => code),
      { description: findingKinds.map(({ code, meaning }) => `${code}: ${meaning}.`).join(' ') }
    ),
    fromStep: step('The first step that it is about.'),
    toStep: step('The last.'),
    factor: Type.Optional(
      Type.Number({ minimum: 0, description: 'Of the rate (scaled), the speed (strided) or the length (other-length).' })
    ),
    offset: Type.Optional(
      Type.Integer({
        description: 'How many steps the rates are ahead of the schedule, or of what it was until then; behind where negative.'
      })
    ),
    detail: Type.String({ description: 'What the rates do, in a sentence.' }),
    fix: Type.String({
      description: 'What causes that in accelerate, diffusers, Transformers, Lightning and Megatron, and how to mend it.'
    })
  },
  { $id: 'LearningRateFinding', additionalProperties: false, description: 'Where rates do not follow the schedule, and why.' }
)

export const LearningRateAudit = Type.Object(
  {
    follows: orNull(
      Type.Boolean({
        description:
          'Whether every rate is that of the schedule at its step or one beside it, and none is past its end; null without a schedule.'
      })
    ),
    findings: Type.Array(ref(LearningRateFinding), { description: 'In the order of their steps. One with `follows` true harms nothing.' }),
    nearest: orNull(
      Type.Object(
        {
          rule: Type.String({ description: 'A rule of GET /v1/schedule-rules.' }),
          parameters: Type.Record(Type.String(), Type.Unknown(), {
            description: 'Its parameters; fractions of the steps from the first logged one to the last.'
          }),
          peakLearningRate: Type.Number({ minimum: 0, description: 'The largest rate.' }),
          r2: measure('1 − SSE/SST.'),
          maxError: measure('Largest error of a multiplier.')
        },
        { additionalProperties: false, description: 'The rule that the rates are nearest to; null where all are 0.' }
      )
    ),
    against: orNull(
      Type.Object(
        {
          rule: Type.String({ description: 'The rule of the schedule that was meant, or what the request calls it.' }),
          scheduleId: orNull(ScheduleId),
          steps: Type.Integer({ minimum: 1, description: 'Its length.' }),
          peakLearningRate: orNull(Type.Number({ minimum: 0, description: 'Its peak; null: nobody has said it.' }))
        },
        { additionalProperties: false, description: 'What the rates were compared with; null: nothing.' }
      )
    ),
    points: Type.Object(
      { received: Type.Integer({ minimum: 0 }), nonFinite: Type.Integer({ minimum: 0, description: 'NaN and infinities, left out.' }) },
      { additionalProperties: false, description: 'Rates that were read.' }
    )
  },
  { $id: 'LearningRateAudit', additionalProperties: false, description: 'The rates that were used, against the schedule that was meant.' }
)

export const learningRateAuditSchemas = [LearningRates, LearningRateAuditRequest, LearningRateFinding, LearningRateAudit]
