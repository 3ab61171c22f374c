import { type Static, Type } from 'typebox'
import { ref } from './ref.ts'
import { ScheduleId } from './schedule-id.ts'

export const ExportParams = Type.Object({
  id: ScheduleId,
  target: Type.String({ minLength: 1, maxLength: 64, description: 'The name of a target.', examples: ['pytorch'] })
})
export type ExportParams = Static<typeof ExportParams>

/** Most samples of a step: more than any training has. */
const batchSizeMax = 1e9

export const ExportQuery = Type.Object(
  {
    form: Type.Optional(
      Type.Enum(['segments', 'dense'], {
        description: 'How the multipliers are stored: the corners of straight pieces, or the value of every step. Default: the shorter one.'
      })
    ),
    tolerance: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description:
          'The largest error of a multiplier that you accept. Code then has fewer straight pieces. Default: 0, exact to 1e-6; for targets ' +
          'with only a few shapes, 0.01.'
      })
    ),
    peakLearningRate: Type.Optional(
      Type.Number({ minimum: 0, description: "The learning rate at multiplier 1. Default: the schedule's own." })
    ),
    batchSize: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: batchSizeMax,
        description: 'For batch-ramp, which needs it: the samples of a step of this schedule.'
      })
    ),
    maximumBatchSize: Type.Optional(
      Type.Integer({ minimum: 1, maximum: batchSizeMax, description: 'For batch-ramp: the largest batch. Default: 16 times batchSize.' })
    ),
    checkpoints: Type.Optional(
      Type.String({
        pattern: '^\\d{1,9}(,\\d{1,9})*$',
        maxLength: 10_000,
        description:
          'For merge-weights, which needs it: the checkpoints that there are, by the optimizer steps done when each was written, ascending, ' +
          'separated by commas.',
        examples: ['16000,17000,18000,19000,20000']
      })
    )
  },
  { additionalProperties: false }
)
export type ExportQuery = Static<typeof ExportQuery>

export const ExportTarget = Type.Object(
  {
    name: Type.String({ examples: ['pytorch'] }),
    title: Type.String(),
    usage: Type.String({ description: 'How to use the file.' }),
    mediaType: Type.String({ examples: ['text/x-python'] }),
    fileName: Type.String({ examples: ['taper_schedule.py'] }),
    forms: Type.Array(Type.Enum(['segments', 'dense']), { description: 'The forms to choose from. Empty if the file has only settings.' }),
    asks: Type.Array(Type.Enum(['batchSize', 'maximumBatchSize', 'checkpoints']), {
      description: 'Parameters of the query that this target alone takes.'
    }),
    href: Type.String({ format: 'uri-reference', description: 'The path of the export.' })
  },
  { $id: 'ExportTarget', additionalProperties: false, description: 'A framework or format that a schedule can be exported to.' }
)

export const ExportTargetList = Type.Object(
  { items: Type.Array(ref(ExportTarget)), nextCursor: Type.Null() },
  { $id: 'ExportTargetList', additionalProperties: false, description: 'All targets, in one page.' }
)
