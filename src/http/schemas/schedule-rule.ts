import { type Static, Type } from 'typebox'
import { stepsLimit } from '../../domain/schedule.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { ScheduleName } from './schedule.ts'

export const RuleSource = Type.Object(
  {
    authors: Type.String(),
    title: Type.String(),
    year: Type.Integer(),
    arxiv: Type.Optional(Type.String()),
    venue: Type.Optional(Type.String()),
    algorithm: Type.Optional(Type.String()),
    code: Type.Optional(Type.String({ description: 'The implementation that Taper follows.' }))
  },
  { $id: 'RuleSource', additionalProperties: false, description: 'The source of a rule.' }
)

const elsewhere = (library: string) => orNull(Type.String({ description: `Its name in ${library}; null if it has none.` }))

export const ScheduleRule = Type.Object(
  {
    name: Type.String({ examples: ['cosine'] }),
    title: Type.String(),
    source: ref(RuleSource),
    madeFrom: Type.Enum(['formula', 'gradient-norms'], {
      description:
        'What its schedules are made from: a `formula` (POST /v1/schedules) or `gradient-norms` (POST /v1/runs/{runId}/schedules or ' +
        '/v1/refinements).'
    }),
    parameters: Type.Record(Type.String(), Type.Unknown(), {
      description: 'A JSON Schema of the parameters. Every parameter has a default, but for `floor`, which all rules take: none.'
    }),
    first: Type.String({ description: 'The multiplier of step 0, as a formula of the parameters and n, the number of steps, n ≥ 2.' }),
    last: Type.String({ description: 'The multiplier of step n − 1.' }),
    elsewhere: Type.Object(
      { pytorch: elsewhere('PyTorch'), transformers: elsewhere('Transformers'), optax: elsewhere('optax') },
      { additionalProperties: false, description: 'Its name in other libraries. `offByOne` says how they differ.' }
    ),
    offByOne: Type.String({ description: 'Which steps the ends of the formula fall on, and how other libraries differ.' })
  },
  { $id: 'ScheduleRule', additionalProperties: false, description: 'A schedule rule. With one step, every rule gives [1].' }
)

export const ScheduleRuleList = Type.Object(
  { items: Type.Array(ref(ScheduleRule)), nextCursor: Type.Null({ description: 'The list has one page.' }) },
  { $id: 'ScheduleRuleList', additionalProperties: false, description: 'Every schedule rule.' }
)

export const ScheduleRuleParams = Type.Object({ name: Type.String({ description: 'A name from the catalogue.', examples: ['cosine'] }) })
export type ScheduleRuleParams = Static<typeof ScheduleRuleParams>

/** What POST /v1/schedules reads. The rule and its parameters are checked against the registry, which knows what they mean together. */
export const RuleSchedule = Type.Object(
  {
    rule: Type.String({ description: 'A rule of GET /v1/schedule-rules.', examples: ['cosine'] }),
    parameters: Type.Optional(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        description: 'As in the catalogue; absent ones take their defaults.'
      })
    ),
    steps: Type.Number({
      exclusiveMinimum: 0,
      description: `Length of the schedule, in optimizer steps (at most ${stepsLimit}) or in \`unit\`.`,
      examples: [90000]
    }),
    peakLearningRate: Type.Optional(
      orNull(Type.Number({ minimum: 0, description: 'The learning rate at multiplier 1. Default: that of the run.' }))
    ),
    runId: Type.Optional(orNull(RunId)),
    name: Type.Optional(orNull(ScheduleName))
  },
  { $id: 'RuleSchedule', additionalProperties: false, description: 'A schedule to make by a rule.' }
)
export type RuleSchedule = Static<typeof RuleSchedule>
