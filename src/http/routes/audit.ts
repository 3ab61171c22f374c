import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { listAuditRecords } from '../../services/audit/list-audit-records.ts'
import type { Parts } from '../../services/parts.ts'
import { cursorOf, positionOf } from '../cursor.ts'
import { mediaTypes } from '../media-types.ts'
import { headers, jsonAnswer } from '../schemas/answers.ts'
import { AuditPage, ListAuditQuery } from '../schemas/audit.ts'
import { auditExample } from '../schemas/key-examples.ts'
import { ref } from '../schemas/ref.ts'

/** Who changed what. */
export function auditRoute(app: FastifyInstance, { storage, auditLog }: Parts): void {
  app.get<{ Querystring: ListAuditQuery }>(
    '/v1/audit',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'listAuditRecords',
        tags: ['keys'],
        summary: 'List what was changed and by whom, newest first.',
        description:
          'Lists the requests that changed something in the project of the key. Records cannot be changed; they are kept for TAPER_AUDIT_DAYS. ' +
          'Those of another replica appear after a second, appends of points after a minute.',
        querystring: ListAuditQuery,
        response: {
          200: jsonAnswer(
            'A page of records.',
            ref(AuditPage),
            { page: { value: { items: [auditExample], nextCursor: null } } },
            { 'Cache-Control': headers.cacheControl }
          )
        }
      }
    },
    async (request, reply) => {
      const { limit, cursor, ...filter } = request.query
      const list = `/v1/audit?${JSON.stringify([request.access.project, Object.entries(filter).sort()])}`
      const after = positionOf(list, cursor)
      const page = await listAuditRecords(storage, auditLog, request.access.project, filter, {
        limit,
        ...(after === undefined ? {} : { after })
      })
      reply.type(mediaTypes.json).header('cache-control', 'no-store')
      return reply.send(toJson({ items: page.items, nextCursor: cursorOf(list, page.next) }))
    }
  )
}
