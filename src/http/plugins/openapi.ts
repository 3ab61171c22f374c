import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyContextConfig, FastifyInstance, FastifySchema } from 'fastify'
import fp from 'fastify-plugin'
import type { ProblemName } from '../../domain/problems.ts'
import { headers, problemAnswers } from '../schemas/answers.ts'

/** The document that the library makes, as far as it is completed here. */
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
interface Operation {
  operationId: string
  parameters?: unknown[]
  requestBody?: unknown
  responses: Record<string, unknown>
  security?: unknown[]
}

type RouteSchema = FastifySchema & { config: FastifyContextConfig | undefined }

/** What any request can meet. */
const anywhere: ProblemName[] = ['invalid-request', 'not-acceptable', 'request-timeout', 'headers-too-large', 'internal', 'overloaded']
const withBody: ProblemName[] = ['body-too-large', 'unsupported-media-type']
const storingOnce: ProblemName[] = ['idempotency-key-in-use', 'idempotency-key-reused']

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Names the request, so that a retry with the same key gets the first answer again and stores nothing twice.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
  example: '5b3c9a51-24a5-4b39-8f6e-9c4f1c0b7a10'
}

/**
 * Makes the OpenAPI 3.1 document from the routes, and a page to try it on. Paths, parameters and components are the library's;
 * bodies and answers are taken from the routes as they stand, since the library drops their examples.
 */
export const openapi = fp(
  async (app: FastifyInstance, { version }: { version: string }) => {
    const schemas = new Map<string, RouteSchema>()
    app.addHook('onRoute', ({ schema, config }) => {
      if (schema?.operationId !== undefined) schemas.set(schema.operationId, { ...schema, config })
    })

    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Taper',
          version,
          summary: 'From logged gradient norms to a better learning-rate schedule.',
          description: introduction,
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as { name: string }
        },
        servers: [{ url: '/', description: 'This service.' }],
        tags
      },
      refResolver: { buildLocalReference: (json) => String(json.$id) },
      transformObject: (document) => completed(('openapiObject' in document ? document.openapiObject : {}) as Document, schemas) as never
    })
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: true,
      uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
      theme: { title: 'Taper' }
    })
  },
  { name: 'openapi' }
)

function completed(document: Document, schemas: Map<string, RouteSchema>): Document {
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) {
      const schema = schemas.get(operation.operationId)
      if (schema === undefined) continue
      const { storesOnce, consumes } = schema.config ?? {}
      const common = problemAnswers(...anywhere, ...(consumes === undefined ? [] : withBody), ...(storesOnce ? storingOnce : []))
      const answers = { ...common } as Record<string, object>
      for (const [status, answer] of Object.entries(schema.response as Record<string, object>)) {
        answers[status] = merged(answers[status], answer)
      }
      operation.responses = withReferences(withRequestId(answers)) as Record<string, unknown>
      if (schema.body !== undefined) operation.requestBody = withReferences(schema.body)
      if (storesOnce) operation.parameters = [...(operation.parameters ?? []), idempotencyKey]
      operation.security = []
    }
  }
  return document
}

interface AnswerLike {
  description?: string
  headers?: object
  content?: Record<string, { examples?: object }>
}

/** Two answers of one status are one that names both problems. */
function merged(one: AnswerLike | undefined, other: AnswerLike): object {
  if (one === undefined) return other
  const content = Object.fromEntries(
    Object.entries({ ...one.content, ...other.content }).map(([type, value]) => [
      type,
      { ...value, examples: { ...one.content?.[type]?.examples, ...other.content?.[type]?.examples } }
    ])
  )
  return {
    ...one,
    ...other,
    description: `${one.description} ${other.description}`,
    headers: { ...one.headers, ...other.headers },
    content
  }
}

const withRequestId = (answers: Record<string, AnswerLike>): Record<string, AnswerLike> =>
  Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      { ...answer, headers: { ...answer.headers, 'X-Request-Id': headers.requestId } }
    ])
  )

/** References by name, as in the schemas, become references into the document. */
function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string' && !inner.startsWith('#')
        ? [key, `#/components/schemas/${inner}`]
        : [key, withReferences(inner)]
    )
  )
}

const introduction = `Post the gradient norms of a training run as it goes; get a refined learning-rate schedule for the next one.

1. \`PUT /v1/runs/{runId}\` says what the run is.
2. \`POST /v1/runs/{runId}/gradient-norms\` logs norms, in JSON, NDJSON, CSV or binary. A retry stores nothing twice.
3. \`POST /v1/runs/{runId}/schedules\` refines a schedule; \`GET /v1/schedules/{id}/multipliers\` reads it.

Numbers that JSON lacks are the strings "NaN", "Infinity" and "-Infinity". Every failure is \`application/problem+json\`; a path that
does not exist answers 404 \`not-found\`, another method 405 \`method-not-allowed\` with \`Allow\`. GET /problems explains them all.`

const tags = [
  { name: 'runs', description: 'Training runs.' },
  { name: 'gradient-norms', description: 'What runs have logged.' },
  { name: 'refinement', description: 'From norms to a schedule, without storing anything.' },
  { name: 'schedules', description: 'Refined schedules and their multipliers.' },
  { name: 'process', description: 'The service itself.' }
]
