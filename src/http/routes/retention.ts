import type { FastifyInstance, FastifyReply } from 'fastify'
import { toJson } from '../../formats/json.ts'
import type { Parts } from '../../services/parts.ts'
import { type RetentionInForce, resetRetention, retentionInForce, setRetention } from '../../services/retention/project-retention.ts'
import { mediaTypes } from '../media-types.ts'
import { headers, jsonAnswer, jsonBody } from '../schemas/answers.ts'
import { ref } from '../schemas/ref.ts'
import { Retention, RetentionUpdate, retentionExample } from '../schemas/retention.ts'

const answer = jsonAnswer(
  'What holds now.',
  ref(Retention),
  { project: { value: retentionExample } },
  { 'Cache-Control': headers.cacheControl }
)
const send = (reply: FastifyReply, retention: RetentionInForce) =>
  reply.type(mediaTypes.json).header('cache-control', 'no-store').send(toJson(retention))

/** How long a project keeps what was superseded. */
export function retentionRoutes(app: FastifyInstance, parts: Parts): void {
  app.get(
    '/v1/retention',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'getRetention',
        tags: ['keys'],
        summary: 'Show how long superseded points are kept.',
        description: 'Says what holds for the project of the key. What is current is kept until its run is deleted.',
        response: { 200: answer }
      }
    },
    async (request, reply) => send(reply, await retentionInForce(parts, request.project))
  )

  app.put<{ Body: RetentionUpdate }>(
    '/v1/retention',
    {
      config: { access: 'admin', bodyBytesMax: 2 ** 16 },
      schema: {
        operationId: 'setRetention',
        tags: ['keys'],
        summary: 'Set how long superseded points are kept.',
        description:
          'Holds for the project of the key, in place of TAPER_SUPERSEDED_DAYS. A sweep every six hours removes what has been kept long ' +
          'enough, and has PostgreSQL clear what deleted runs left in its files. What was removed cannot be brought back but from a backup.',
        body: jsonBody(ref(RetentionUpdate), { month: { summary: 'A month', value: { supersededDays: 30 } } }),
        response: { 200: answer }
      }
    },
    async (request, reply) => send(reply, await setRetention(parts, request.project, request.body.supersededDays))
  )

  app.delete(
    '/v1/retention',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'resetRetention',
        tags: ['keys'],
        summary: 'Keep superseded points as the service says.',
        description: 'From now on TAPER_SUPERSEDED_DAYS holds for the project of the key again.',
        response: { 204: { description: 'The project says nothing any more.' } }
      }
    },
    async (request, reply) => {
      await resetRetention(parts, request.project)
      return reply.code(204).send()
    }
  )
}
