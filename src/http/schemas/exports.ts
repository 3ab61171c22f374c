import { type Static, Type } from 'typebox'
import { ref } from './ref.ts'
import { ScheduleId } from './schedule-id.ts'

export const ExportParams = Type.Object({
  id: ScheduleId,
  target: Type.String({ minLength: 1, maxLength: 64, description: 'The name of a target.', examples: ['pytorch'] })
})
export type ExportParams = Static<typeof ExportParams>

export const ExportQuery = Type.Object(
  {
    form: Type.Optional(
      Type.Enum(['segments', 'dense'], {
        description:
          'How the multipliers are held: the corners of straight pieces, or the value of every step. Unless given: whichever is shorter.'
      })
    ),
    tolerance: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description:
          'The largest error of a multiplier that will do; then there are few straight pieces, and a target of settings takes what is this near ' +
          '(0.01 unless given). 0: exact to 1e-6.'
      })
    ),
    peakLearningRate: Type.Optional(
      Type.Number({ minimum: 0, description: 'The learning rate at multiplier 1, in place of that of the schedule.' })
    )
  },
  { additionalProperties: false }
)
export type ExportQuery = Static<typeof ExportQuery>

export const ExportTarget = Type.Object(
  {
    name: Type.String({ examples: ['pytorch'] }),
    title: Type.String(),
    usage: Type.String({ description: 'What to do with the file.' }),
    mediaType: Type.String({ examples: ['text/x-python'] }),
    fileName: Type.String({ examples: ['taper_schedule.py'] }),
    forms: Type.Array(Type.Enum(['segments', 'dense']), { description: 'The forms to choose from; none: a few settings.' }),
    href: Type.String({ format: 'uri-reference', description: 'Where the export is.' })
  },
  { $id: 'ExportTarget', additionalProperties: false, description: 'Something that reads schedules.' }
)

export const ExportTargetList = Type.Object(
  { items: Type.Array(ref(ExportTarget)), nextCursor: Type.Null() },
  { $id: 'ExportTargetList', additionalProperties: false, description: 'All targets, in one page.' }
)
