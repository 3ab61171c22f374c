import { type Static, Type } from 'typebox'
import { normNames } from '../../domain/gradient-norm.ts'
import { runIdPattern, stepUnits } from '../../domain/run.ts'
import { orNull } from './or-null.ts'
import { type PageQuery, pageQuery } from './page.ts'
import { ref } from './ref.ts'
import { ScheduleId } from './schedule-id.ts'
import { text } from './text.ts'
import { textRecord } from './text-record.ts'

export const RunId = Type.String({
  pattern: runIdPattern,
  description: 'The id of a run: chosen by the client, or made by the service (UUIDv7).',
  examples: ['resnet50-seed1']
})

export const RunParams = Type.Object({ runId: RunId })
export type RunParams = Static<typeof RunParams>

const name = text(1024, { description: 'What people call the run.', examples: ['ResNet-50, seed 1'] })
const optimizer = text(256, {
  description: 'The optimizer of the run. Names of adaptive ones decide which norm a refinement uses.',
  examples: ['AdamW']
})
const totalSteps = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Length of the whole training, in optimizer steps.',
  examples: [90000]
})
const peakLearningRate = Type.Number({
  minimum: 0,
  description: 'The learning rate at multiplier 1.',
  examples: [0.0003]
})
const label = text(1024)
const labels = textRecord(label, {
  description: 'Names and values to find runs by.',
  examples: [{ model: 'resnet50', seed: '1' }]
})
const scheduleId = Type.String({
  ...ScheduleId,
  description: 'The schedule that the run was or is trained with; see its lineage. It stays when the schedule is deleted.'
})
const stepUnit = Type.Enum(stepUnits, {
  description: 'What the client counts when it counts its training. Steps of this API are optimizer steps whatever it says.'
})

/** What a client may write of a run. */
const writable = {
  name: Type.Optional(orNull(name)),
  optimizer: Type.Optional(orNull(optimizer)),
  totalSteps: Type.Optional(orNull(totalSteps)),
  peakLearningRate: Type.Optional(orNull(peakLearningRate)),
  labels: Type.Optional(labels),
  stepUnit: Type.Optional(stepUnit),
  scheduleId: Type.Optional(orNull(scheduleId))
}

export const RunCreate = Type.Object(writable, {
  $id: 'RunCreate',
  additionalProperties: false,
  description: 'What is known of a run; all of it may be left out.'
})
export type RunCreate = Static<typeof RunCreate>

export const RunPut = Type.Object(
  { ...writable, id: Type.Optional(RunId) },
  {
    $id: 'RunPut',
    additionalProperties: false,
    description: 'The fields of a run to set; those left out keep their values. `id`, where given, equals that of the path.'
  }
)
export type RunPut = Static<typeof RunPut>

export const RunPatch = Type.Object(
  {
    ...writable,
    labels: Type.Optional(orNull(textRecord(orNull(label), { description: 'Labels to set; null removes one.' }))),
    stepUnit: Type.Optional(orNull(stepUnit))
  },
  { $id: 'RunPatch', additionalProperties: false, description: 'A merge patch of a run (RFC 7396): null clears a field.' }
)
export type RunPatch = Static<typeof RunPatch>

export const SeriesSummary = Type.Object(
  {
    norm: Type.Enum(normNames, { description: 'Which norm of the gradient.' }),
    points: Type.Integer({ minimum: 0, description: 'How many points are current.' }),
    firstStep: orNull(Type.Integer({ minimum: 0, description: 'Step of the first current point.' })),
    lastStep: orNull(Type.Integer({ minimum: 0, description: 'Step of the last current point.' })),
    nonFinite: Type.Integer({ minimum: 0, description: 'How many current points are NaN or infinite.' })
  },
  { $id: 'SeriesSummary', additionalProperties: false, description: 'What a run has logged of one norm.' }
)

export const Run = Type.Object(
  {
    id: RunId,
    name: orNull(name),
    optimizer: orNull(optimizer),
    totalSteps: orNull(totalSteps),
    peakLearningRate: orNull(peakLearningRate),
    labels,
    stepUnit,
    scheduleId: orNull(scheduleId),
    createdAt: Type.String({ format: 'date-time', description: 'RFC 3339, UTC.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'RFC 3339, UTC.' }),
    series: Type.Array(ref(SeriesSummary), { description: 'The gradient norms that are logged, one entry a norm.' })
  },
  { $id: 'Run', additionalProperties: false, description: 'One training run.' }
)

export const RunPage = Type.Object(
  {
    items: Type.Array(ref(Run)),
    nextCursor: orNull(Type.String({ description: 'What to send as `cursor` for the next page; null at the end.' }))
  },
  { $id: 'RunPage', additionalProperties: false, description: 'Part of the list of runs, newest first.' }
)

/** Labels are query parameters of their own, `label.<name>`. */
export const ListRunsQuery = Type.Object(
  {
    ...pageQuery,
    name: Type.Optional(text(1024, { description: 'What the name begins with.' })),
    scheduleId: Type.Optional({ ...ScheduleId, description: 'The schedule that they were trained with.' })
  },
  {
    additionalProperties: false,
    patternProperties: { '^label\\.[^\\u0000]{1,128}$': text(1024, { description: 'The value that a label must have.' }) }
  }
)
export type ListRunsQuery = PageQuery & { name?: string; scheduleId?: string } & Record<string, string>
