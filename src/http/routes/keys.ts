import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { createKey, type MadeKey } from '../../services/keys/create-key.ts'
import { listKeys } from '../../services/keys/list-keys.ts'
import { revokeKey } from '../../services/keys/revoke-key.ts'
import { whoami } from '../../services/keys/whoami.ts'
import type { Parts } from '../../services/parts.ts'
import { cursorOf, positionOf } from '../cursor.ts'
import { mediaTypes } from '../media-types.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { subjectOf } from '../plugins/request-limit.ts'
import { headers, jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { keyBodyExamples, keyExample, newKeyExample, whoamiExample } from '../schemas/key-examples.ts'
import { ApiKeyCreate, ApiKeyPage, KeyParams, ListKeysQuery, NewApiKey, Whoami } from '../schemas/keys.ts'
import { ref } from '../schemas/ref.ts'

const unstored = { 'Cache-Control': headers.cacheControl }

/** API keys, and what the one of a request may do. */
export function keyRoutes(app: FastifyInstance, { storage, keyring, limits }: Parts): void {
  app.post<{ Body: ApiKeyCreate }>(
    '/v1/keys',
    {
      config: { access: 'admin', makesKeys: true, storesOnce: true, sealedAnswer: true, bodyBytesMax: 2 ** 16 },
      schema: {
        operationId: 'createKey',
        tags: ['keys'],
        summary: 'Make an API key.',
        description:
          'Shows the key this once: only its digest is stored. On loopback, where no key is needed yet, the first one should have scope ' +
          '`admin`: as soon as there is any, every other call needs one. A retry with the same Idempotency-Key gets the same key; the answer ' +
          'is kept for it encrypted under that header, so choose one that nobody guesses.',
        body: jsonBody(ref(ApiKeyCreate), keyBodyExamples),
        response: {
          201: jsonAnswer('The key.', ref(NewApiKey), { key: { value: newKeyExample } }, { ...unstored, Location: headers.location })
        }
      }
    },
    (request, reply) =>
      answerOnce<MadeKey>(request, reply, {
        work: ({ once }) => createKey(storage, request.body, { keyring, ...(once && { once }) }),
        answerOf: (made) => ({ status: 201, headers: { 'cache-control': 'no-store', location: `/v1/keys/${made.id}` }, body: toJson(made) })
      })
  )

  app.get<{ Querystring: ListKeysQuery }>(
    '/v1/keys',
    {
      config: { access: 'admin', makesKeys: true },
      schema: {
        operationId: 'listKeys',
        tags: ['keys'],
        summary: 'List API keys, newest first.',
        description:
          'Lists the keys of all projects, without their secrets. Revoked keys are gone; expired ones stay until they are revoked.',
        querystring: ListKeysQuery,
        response: {
          200: jsonAnswer('A page of keys.', ref(ApiKeyPage), { page: { value: { items: [keyExample], nextCursor: null } } }, unstored)
        }
      }
    },
    async (request, reply) => {
      const { limit, cursor } = request.query
      const after = positionOf('/v1/keys', cursor)
      const page = await listKeys(storage, { limit, ...(after === undefined ? {} : { after }) })
      reply.type(mediaTypes.json).header('cache-control', 'no-store')
      return reply.send(toJson({ items: page.items, nextCursor: cursorOf('/v1/keys', page.next) }))
    }
  )

  app.delete<{ Params: KeyParams }>(
    '/v1/keys/:id',
    {
      config: { access: 'admin', makesKeys: true },
      schema: {
        operationId: 'revokeKey',
        tags: ['keys'],
        summary: 'Revoke an API key.',
        description: 'Requests with it are refused: at once by this process, within a second or so by its replicas.',
        params: KeyParams,
        response: { 204: { description: 'The key is revoked.' }, ...problemAnswers('key-not-found') }
      }
    },
    async (request, reply) => {
      await revokeKey(storage, request.params.id, keyring)
      return reply.code(204).send()
    }
  )

  app.get(
    '/v1/whoami',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'whoami',
        tags: ['keys'],
        summary: 'Show what the key of this request may do.',
        description: 'Returns its project, its scope and its limits; without a key, where none is needed, what anybody may do.',
        response: { 200: jsonAnswer('Who you are.', ref(Whoami), { key: { value: whoamiExample } }, unstored) }
      }
    },
    async (request, reply) => {
      reply.type(mediaTypes.json).header('cache-control', 'no-store')
      return reply.send(toJson(await whoami(storage, limits, request.access, subjectOf(request))))
    }
  )
}
