import { type Static, Type } from 'typebox'
import { orNull } from './or-null.ts'

const supersededDays = orNull(
  Type.Integer({
    minimum: 1,
    maximum: 36_500,
    description:
      'Days after which points that a later point or a resumed training replaced are removed for good; null: they are kept for ever.',
    examples: [30]
  })
)

export const RetentionUpdate = Type.Object(
  { supersededDays },
  { $id: 'RetentionUpdate', description: 'How long a project keeps superseded points.', additionalProperties: false }
)
export type RetentionUpdate = Static<typeof RetentionUpdate>

export const Retention = Type.Object(
  {
    project: Type.String({ description: 'The project of the key.' }),
    supersededDays,
    from: Type.Union([Type.Literal('project'), Type.Literal('service')], {
      description: 'Who says so: the project itself, or TAPER_SUPERSEDED_DAYS of the service.'
    })
  },
  { $id: 'Retention', description: 'How long superseded points of a project are kept.', additionalProperties: false }
)

export const retentionSchemas = [RetentionUpdate, Retention]

export const retentionExample = { project: 'default', supersededDays: 30, from: 'project' as const }
