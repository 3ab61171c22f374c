import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import type { Parts } from '../../services/parts.ts'
import { checkReadiness } from '../../services/process/check-readiness.ts'
import { describeProcess } from '../../services/process/describe-process.ts'
import { mediaTypes } from '../media-types.ts'
import { jsonAnswer } from '../schemas/answers.ts'
import { Liveness, Readiness, Version } from '../schemas/process.ts'
import { ref } from '../schemas/ref.ts'

const takes = { status: 'ok', detail: 'It takes requests.' }
const readyExample = {
  status: 'ok',
  checks: {
    service: takes,
    database: { status: 'ok', detail: 'PostgreSQL 18.4, embedded' },
    engine: { status: 'ok', detail: 'reference on cpu' }
  }
}
const unreadyExample = {
  status: 'failed',
  checks: {
    service: takes,
    database: { status: 'failed', detail: 'PostgreSQL does not answer.' },
    engine: { status: 'ok', detail: 'reference on cpu' }
  }
}
const engineExample = { name: 'reference', device: 'cpu', library: null, precisions: ['float64'] }

/** The process itself: whether it lives, whether it is ready, what it is made of. */
export function processRoutes(app: FastifyInstance, parts: Parts): void {
  app.get(
    '/livez',
    {
      config: { access: 'open', alwaysAdmitted: true },
      schema: {
        operationId: 'getLiveness',
        tags: ['process'],
        summary: 'Check that the process is alive.',
        description: 'Does not check the database, so that an outage of the database does not restart the process.',
        response: { 200: jsonAnswer('The process is alive.', ref(Liveness), { ok: { value: { status: 'ok' } } }) }
      }
    },
    (_request, reply) => reply.type(mediaTypes.json).send('{"status":"ok"}')
  )

  app.get(
    '/readyz',
    {
      config: { access: 'open', alwaysAdmitted: true },
      schema: {
        operationId: 'getReadiness',
        tags: ['process'],
        summary: 'Check that the service is ready for requests.',
        description: 'Checks the database and the engine, and whether the service is about to stop.',
        response: {
          200: jsonAnswer('The service is ready.', ref(Readiness), { ready: { value: readyExample } }),
          503: jsonAnswer('The service is not ready.', ref(Readiness), { 'database-away': { value: unreadyExample } })
        }
      }
    },
    async (_request, reply) => {
      const readiness = await checkReadiness(parts, app.stopping.isAnnounced)
      return reply
        .code(readiness.status === 'ok' ? 200 : 503)
        .type(mediaTypes.json)
        .send(toJson(readiness))
    }
  )

  app.get(
    '/version',
    {
      schema: {
        operationId: 'getVersion',
        tags: ['process'],
        summary: 'Get versions.',
        description:
          'Returns the version of the service, the engine in use, all available engines, why others are absent, and the database.',
        response: {
          200: jsonAnswer('Versions.', ref(Version), {
            version: {
              value: {
                version: parts.version,
                engine: engineExample,
                engines: [engineExample],
                absentEngines: [{ name: 'tensorflow', reason: 'TensorFlow is not set up here.' }],
                database: { kind: 'embedded', version: '18.4' }
              }
            }
          })
        }
      }
    },
    async (_request, reply) => reply.type(mediaTypes.json).send(toJson(await describeProcess(parts)))
  )
}
