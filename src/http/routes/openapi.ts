import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { mediaTypes } from '../media-types.ts'
import { notModified } from '../not-modified.ts'
import { documentText } from '../openapi-document.ts'
import { headers } from '../schemas/answers.ts'

/** The contract, as `openapi/openapi.json` holds it. */
export function openapiRoute(app: FastifyInstance): void {
  let made: { text: string; digest: string } | undefined
  // At the first request, as few starts are followed by one.
  const document = () => {
    if (made === undefined) {
      const text = documentText(app)
      made = { text, digest: createHash('sha256').update(text).digest('base64url').slice(0, 22) }
    }
    return made
  }

  app.get(
    '/openapi.json',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'getOpenapi',
        tags: ['process'],
        summary: 'Get the OpenAPI document of this service.',
        description: 'Returns an OpenAPI 3.1 document. Clients can be generated from it.',
        response: {
          200: {
            description: 'The document.',
            headers: { ETag: headers.etag, Vary: headers.vary },
            content: {
              [mediaTypes.json]: {
                schema: { type: 'object', additionalProperties: true },
                examples: { document: { value: { openapi: '3.1.0', info: { title: 'Taper', version: '0.1.0' }, paths: {} } } }
              }
            }
          },
          304: { description: 'Not modified: If-None-Match names the current entity tag.', headers: { ETag: headers.etag } }
        }
      }
    },
    (request, reply) => {
      const { text, digest } = document()
      return notModified(request, reply, digest) ? reply.send() : reply.type(mediaTypes.json).send(text)
    }
  )
}
