import { type Static, Type } from 'typebox'
import { stepMax } from '../../domain/gradient-norm.ts'
import { stepsLimit } from '../../domain/schedule.ts'
import { RefinementOptions } from '../../refinement/options.ts'
import { RefinementReport } from '../../refinement/report.ts'
import { HorizonReport } from './horizon.ts'
import { orNull } from './or-null.ts'
import { pageQuery } from './page.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'
import { ScheduleId } from './schedule-id.ts'
import { unitQuery } from './step-units.ts'
import { text } from './text.ts'

export const ScheduleParams = Type.Object({ id: ScheduleId })
export type ScheduleParams = Static<typeof ScheduleParams>

const step = (description: string) => Type.Integer({ minimum: 0, maximum: stepMax, description })

export const StepParams = Type.Object({
  id: ScheduleId,
  step: Type.Number({ minimum: 0, maximum: stepMax, description: 'The optimizer step, a whole number from 0; or a position in `unit`.' })
})
export type StepParams = Static<typeof StepParams>

export const StepQuery = Type.Object(
  {
    peakLearningRate: Type.Optional(
      Type.Number({ minimum: 0, description: "The learning rate at multiplier 1. Default: the schedule's own." })
    ),
    ...unitQuery
  },
  { additionalProperties: false }
)
export type StepQuery = Static<typeof StepQuery>

export const ListSchedulesQuery = Type.Object({ ...pageQuery, runId: Type.Optional(RunId) }, { additionalProperties: false })
export type ListSchedulesQuery = Static<typeof ListSchedulesQuery>

export const ReadMultipliersQuery = Type.Object(
  {
    fromStep: Type.Optional(step('The first step to return.')),
    toStep: Type.Optional(step('One past the last step to return.'))
  },
  { additionalProperties: false }
)
export type ReadMultipliersQuery = Static<typeof ReadMultipliersQuery>

export const ScheduleName = text(1024, { description: 'A title for people.', examples: ['refined from seed 1'] })

export const Schedule = Type.Object(
  {
    id: ScheduleId,
    name: orNull(ScheduleName),
    runId: orNull(RunId),
    runDeleted: Type.Boolean({ description: 'Whether the run it was made from was deleted.' }),
    rule: Type.String({ description: '`refined`, `horizon`, or the name of its rule.', examples: ['refined'] }),
    parameters: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      additionalProperties: true,
      description: 'The options of the refinement or horizon, or the parameters of the rule, with defaults filled in.'
    }),
    steps: Type.Integer({ minimum: 1, description: 'Number of multipliers, one per optimizer step.' }),
    peakLearningRate: orNull(
      Type.Number({ minimum: 0, description: 'The learning rate at multiplier 1, as sent or as the run had it at creation.' })
    ),
    report: Type.Optional(Type.Union([ref(RefinementReport), ref(HorizonReport)])),
    createdAt: Type.String({ format: 'date-time', description: 'RFC 3339, UTC.' }),
    etag: Type.String({
      description: 'Entity tag of the multipliers, for If-None-Match in every format.',
      examples: ['"b0Kq2l0WqUuT4o3mJmY9Gw"']
    })
  },
  {
    $id: 'Schedule',
    additionalProperties: false,
    description: 'A learning-rate schedule. Its multipliers have a path of their own and never change.'
  }
)

export const SchedulePage = Type.Object(
  {
    items: Type.Array(ref(Schedule)),
    nextCursor: orNull(Type.String({ description: 'The `cursor` of the next page; null on the last page.' }))
  },
  { $id: 'SchedulePage', additionalProperties: false, description: 'A page of schedules, newest first.' }
)

export const ScheduleCreate = Type.Object(
  {
    ...RefinementOptions.properties,
    steps: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        description: `Length of the answer, in optimizer steps (at most ${stepsLimit}) or in \`unit\`. Default: totalSteps of the run, else the extent of the log.`
      })
    ),
    name: Type.Optional(orNull(ScheduleName)),
    withRuns: Type.Optional(
      Type.Array(RunId, { minItems: 1, maxItems: 63, description: 'More runs; the median of the norms of all is refined.' })
    )
  },
  { $id: 'ScheduleCreate', additionalProperties: false, description: 'How to refine the norms of the run; and a name for the schedule.' }
)
export type ScheduleCreate = Static<typeof ScheduleCreate>

export const Multiplier = Type.Number({ minimum: 0, maximum: 1 })

export const Multipliers = Type.Object(
  {
    steps: Type.Integer({ minimum: 0, description: 'Number of multipliers.' }),
    multipliers: Type.Array(Multiplier, { description: 'One per optimizer step, from `fromStep` on.' })
  },
  { $id: 'Multipliers', additionalProperties: false, description: 'Multipliers of the peak learning rate.' }
)

export const StepMultiplier = Type.Object(
  {
    step: Type.Integer({ minimum: 0 }),
    multiplier: Multiplier,
    learningRate: Type.Optional(Type.Number({ minimum: 0, description: 'Multiplier × peak, if the peak is known.' })),
    clamped: Type.Optional(Type.Literal(true, { description: 'True if the step is past the end; the multiplier is then the last one.' }))
  },
  { $id: 'StepMultiplier', additionalProperties: false, description: 'The multiplier of one step.' }
)
