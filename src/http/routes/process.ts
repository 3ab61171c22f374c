import type { FastifyInstance } from 'fastify'
import type { AbsentEngine, EngineDescription } from '../../domain/engine.ts'
import { toJson } from '../../formats/json.ts'
import { checkReadiness } from '../../services/check-readiness.ts'
import type { Storage } from '../../storage/storage.ts'
import { mediaTypes } from '../media-types.ts'
import { jsonAnswer } from '../schemas/answers.ts'
import { Liveness, Readiness, Version } from '../schemas/process.ts'
import { ref } from '../schemas/ref.ts'

const readyExample = {
  status: 'ok',
  checks: { database: { status: 'ok', detail: 'PostgreSQL 18.4, embedded' }, engine: { status: 'ok', detail: 'reference on cpu' } }
}
const unreadyExample = {
  status: 'failed',
  checks: { database: { status: 'failed', detail: 'PostgreSQL does not answer.' }, engine: { status: 'ok', detail: 'reference on cpu' } }
}
const engineExample = { name: 'reference', device: 'cpu', library: null, precisions: ['float64'] }

interface ProcessOptions {
  storage: Storage
  engine: EngineDescription
  engines: readonly EngineDescription[]
  absentEngines: readonly AbsentEngine[]
  version: string
}

/** The process itself: whether it lives, whether it is ready, what it is made of. */
export function processRoutes(app: FastifyInstance, { storage, engine, engines, absentEngines, version }: ProcessOptions): void {
  app.get(
    '/livez',
    {
      schema: {
        operationId: 'getLiveness',
        tags: ['process'],
        summary: 'Whether the process answers.',
        description: 'It does not look at the database: a process that waits for one is not restarted for it.',
        response: { 200: jsonAnswer('It does.', ref(Liveness), { ok: { value: { status: 'ok' } } }) }
      }
    },
    (_request, reply) => reply.type(mediaTypes.json).send('{"status":"ok"}')
  )

  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'getReadiness',
        tags: ['process'],
        summary: 'Whether requests can be served.',
        description: 'The database answers, and the engine is there.',
        response: {
          200: jsonAnswer('They can.', ref(Readiness), { ready: { value: readyExample } }),
          503: jsonAnswer('They cannot, for now.', ref(Readiness), { 'database-away': { value: unreadyExample } })
        }
      }
    },
    async (_request, reply) => {
      const readiness = await checkReadiness(storage, engine, absentEngines)
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
        summary: 'What runs here.',
        description:
          'The version of the service, the engine that computes, every engine that there is, why another is not, and the database.',
        response: {
          200: jsonAnswer('Versions.', ref(Version), {
            version: {
              value: {
                version,
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
    async (_request, reply) => {
      const databaseVersion = await storage.check().catch(() => null)
      return reply
        .type(mediaTypes.json)
        .send(toJson({ version, engine, engines, absentEngines, database: { kind: storage.kind, version: databaseVersion } }))
    }
  )
}
