import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../../domain/problems.ts'
import { icon, logo } from '../logo.ts'
import { apiKeyScheme, completed, type OpenapiDocument, type RouteSchema } from '../openapi-document.ts'

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
          summary: 'From logged gradient norms to a learning-rate schedule for the next run.',
          description: introduction,
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as { name: string }
        },
        servers: [{ url: '/', description: 'This service.' }],
        tags,
        components: { securitySchemes: { [apiKeyScheme]: { type: 'http', scheme: 'bearer', bearerFormat: 'taper_…', description: keys } } }
      },
      refResolver: { buildLocalReference: (json) => String(json.$id) },
      transformObject: (document) =>
        completed(('openapiObject' in document ? document.openapiObject : {}) as OpenapiDocument, schemas) as never
    })
    app.addHook('onRequest', requireFileName)
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      // Everything comes from this service, which need not have TLS; the page carries its styles with it.
      staticCSP:
        "default-src 'none'; connect-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
      logo: { type: 'image/svg+xml', content: logo, href: '/' },
      theme: {
        title: 'Taper: try its calls',
        favicon: [{ filename: 'icon.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: icon }]
      }
    })
  },
  { name: 'openapi' }
)

/** The page's files have plain names. Of any other, such as one with a backslash or one too long, serving files makes a failure of the service. */
function requireFileName({ url }: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  if (!url.startsWith('/docs/') || /^[\w./-]{1,200}(\?|$)/.test(url)) done()
  else done(new Problem('not-found', 'The page has no file of this name.'))
}

const introduction = `Log the gradient norms of a training run, and get a refined learning-rate schedule for the next one.

1. \`PUT /v1/runs/{runId}\` creates a run.
2. \`POST /v1/runs/{runId}/gradient-norms\` logs norms as JSON, NDJSON, CSV or binary. Retries are safe.
   \`POST /v1/runs/{runId}/series\` logs losses, learning rates and other series beside them, in one request.
3. \`POST /v1/runs/{runId}/schedules\` refines them into a schedule; \`GET /v1/schedules/{id}/multipliers\` reads it.

Requests may be compressed with gzip, deflate or br; answers are, if \`Accept-Encoding\` asks for it. Every answer has an \`X-Request-Id\`:
the one sent, or a new one. Numbers that JSON lacks are the strings "NaN", "Infinity" and "-Infinity". Every error is
\`application/problem+json\`. An unknown path answers 404 \`not-found\`; a wrong method answers 405 \`method-not-allowed\` with \`Allow\`.
GET /problems explains every problem.`

const keys =
  'An API key: `Authorization: Bearer taper_…`. It belongs to a project and sees nothing else. No key is needed while the service listens on ' +
  'loopback and none was made, or with TAPER_OPEN=true.'

const tags = [
  { name: 'runs', description: 'Training runs.' },
  { name: 'gradient-norms', description: 'Gradient norms of runs.' },
  { name: 'series', description: 'Everything that a run logs step by step: gradient norms, losses, rates.' },
  { name: 'refinement', description: 'Refinement of norms into a schedule, without storing it.' },
  { name: 'schedules', description: 'Schedules, refined or by rule, and their multipliers.' },
  { name: 'operations', description: 'Calls that continue after their request was answered.' },
  { name: 'optimizers', description: 'Optimizer steps. The service keeps no state.' },
  { name: 'keys', description: 'API keys, their projects, and who changed what.' },
  { name: 'process', description: 'The service itself.' }
]
