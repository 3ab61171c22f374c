import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import type { Parts } from '../../services/parts.ts'
import { mediaTypes } from '../media-types.ts'
import { type PageFiles, pagePolicy } from '../page-files.ts'
import { headers } from '../schemas/answers.ts'
import { Entrance } from '../schemas/process.ts'
import { ref } from '../schemas/ref.ts'

const links = {
  tryIt: '/docs',
  contract: '/openapi.json',
  problems: '/problems',
  clients: '/clients/',
  runs: '/v1/runs',
  schedules: '/v1/schedules',
  readiness: '/readyz',
  version: '/version'
}

/** Commands from nothing to a schedule, as a shell takes them, with a key where one is needed. */
const commandsAt = (origin: string, needsKey: boolean): string[] => {
  const commands = keylessAt(origin)
  return needsKey
    ? ['export TAPER_API_KEY=taper_…', ...commands.map((text) => `${text} -H "authorization: Bearer $TAPER_API_KEY"`)]
    : commands
}

const keylessAt = (origin: string): string[] => [
  `curl -X PUT ${origin}/v1/runs/my-run -H 'content-type: application/json' -d '{"optimizer":"SGD","totalSteps":1000,"peakLearningRate":0.1}'`,
  `curl ${origin}/v1/runs/my-run/gradient-norms -H 'content-type: text/csv' --data-binary @norms.csv`,
  `curl -X POST ${origin}/v1/runs/my-run/schedules`,
  `curl ${origin}/v1/schedules/{id}/multipliers -H 'accept: text/csv'`
]

/** Where a newcomer is told where to go: JSON, and the page for browsers. */
export function entranceRoute(app: FastifyInstance, { version }: Parts, { document }: PageFiles): void {
  const entranceAt = (origin: string, needsKey: boolean) => ({
    name: 'Taper',
    description: 'From logged gradient norms to a learning-rate schedule for the next run.',
    version,
    links,
    start: commandsAt(origin, needsKey)
  })

  app.get(
    '/',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'getEntrance',
        tags: ['process'],
        summary: 'Show where to start.',
        description:
          'Lists the main paths, and the commands for a first schedule. Browsers get the page, on which one sees runs and schedules.',
        response: {
          200: {
            description: 'Paths and commands.',
            headers: { Vary: headers.vary },
            content: {
              [mediaTypes.json]: { schema: ref(Entrance), examples: { entrance: { value: entranceAt('http://127.0.0.1:8080', false) } } },
              [mediaTypes.html]: { schema: { type: 'string' } }
            }
          }
        }
      }
    },
    async (request, reply) => {
      reply.header('vary', 'accept')
      if (request.answerType === mediaTypes.json) {
        // Where the database is away nobody knows; a key that is not needed does no harm.
        const needsKey = await app.needsKey().catch(() => true)
        return reply.type(mediaTypes.json).send(toJson(entranceAt(originOf(request.headers.host), needsKey)))
      }

      reply.header('content-security-policy', pagePolicy).header('cache-control', 'no-cache')
      return reply.type('text/html; charset=utf-8').send(document)
    }
  )
}

/** What the service is known by is all that a request may name (`plugins/host-header`); one of HTTP/1.0 need not name anything. */
const originOf = (host = '127.0.0.1:8080'): string => `http://${host}`
