import { type Static, Type } from 'typebox'
import { orNull } from './or-null.ts'
import { pageQuery } from './page.ts'
import { ref } from './ref.ts'
import { text } from './text.ts'

export const AuditRecord = Type.Object(
  {
    id: Type.String({ description: 'UUIDv7.' }),
    at: Type.String({ format: 'date-time', description: 'When the request was answered.' }),
    project: Type.String(),
    keyId: orNull(Type.String({ description: 'The key of the request; null where none was used.' })),
    keyName: orNull(Type.String({ description: 'The name that the key had.' })),
    action: Type.String({ description: 'The operationId of the call.', examples: ['deleteRun'] }),
    object: orNull(Type.String({ description: 'The id of what was made or changed.' })),
    status: Type.Integer({ minimum: 200, maximum: 399, description: 'The status of the answer.' }),
    requestId: Type.String({ description: 'The X-Request-Id of the request.' }),
    requests: Type.Integer({
      minimum: 1,
      description:
        'How many requests it stands for: appends of one key to one run within a minute are one record, with the id of the first.'
    })
  },
  { $id: 'AuditRecord', description: 'A request that changed something.', additionalProperties: false }
)

export const AuditPage = Type.Object(
  { items: Type.Array(ref(AuditRecord)), nextCursor: orNull(Type.String({ description: 'For the next page; null on the last.' })) },
  { $id: 'AuditPage', description: 'Records, newest first.', additionalProperties: false }
)

const equal = (description: string) => Type.Optional(text(128, { description }))

export const ListAuditQuery = Type.Object(
  {
    ...pageQuery,
    keyId: equal('Only requests with this key.'),
    action: equal('Only calls of this operationId.'),
    object: equal('Only what made or changed this.')
  },
  { additionalProperties: false }
)
export type ListAuditQuery = Static<typeof ListAuditQuery>

export const auditSchemas = [AuditRecord, AuditPage]
