import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { v7 as uuidv7 } from 'uuid'
import { invalid, Problem } from '../../domain/problems.ts'
import type { KeptAnswer } from '../../storage/idempotency-repository.ts'
import type { Storage } from '../../storage/storage.ts'
import { mediaTypes } from '../media-types.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route stores something new with every request, unless `Idempotency-Key` says that the request is a retry. */
    storesOnce?: boolean
  }
  interface FastifyInstance {
    idempotency: Storage['idempotency'] | null
  }
}

const keyPattern = /^[\x20-\x7e]{1,255}$/

function checkKey(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const key = request.headers['idempotency-key']
  if (key === undefined || keyPattern.test(String(key))) done()
  else done(invalid('header/idempotency-key', 'must be 1 to 255 printable ASCII characters.', 'Send a UUID.'))
}

/** Reads `Idempotency-Key` where a route stores. @see IETF draft-ietf-httpapi-idempotency-key-header-07 */
export const idempotency = fp(
  async (app: FastifyInstance, { storage }: { storage: Storage | null }) => {
    app.decorate('idempotency', storage?.idempotency ?? null)
    app.addHook('onRoute', (route) => {
      if (!route.config?.storesOnce) return
      route.onRequest = [...[route.onRequest ?? []].flat(), checkKey]
    })
  },
  { name: 'idempotency' }
)

/**
 * Answers a request that stores, once for each key: a retry gets the first answer again, and what it makes has the id that the
 * first attempt was given, so that a retry after a crash doubles nothing. A request that fails frees its key.
 * @param work stores, and makes the answer; `resourceId` gives the id for what it makes
 * @throws Problem `idempotency-key-reused`, `idempotency-key-in-use`, and what `work` throws
 */
export async function answerOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (resourceId: () => string) => Promise<KeptAnswer>
): Promise<FastifyReply> {
  const key = request.headers['idempotency-key']
  const keys = request.server.idempotency
  if (typeof key !== 'string' || keys === null) return give(reply, await work(uuidv7))

  const claim = await keys.claim(key, fingerprintOf(request))
  if (claim.state === 'answered') return give(reply.header('idempotent-replayed', 'true'), claim.answer)
  if (claim.state === 'reused') throw new Problem('idempotency-key-reused', 'The key names another method, path, query or body.')
  if (claim.state === 'busy') {
    throw new Problem('idempotency-key-in-use', 'The first request with this key is not answered yet.', { retryAfterSeconds: 1 })
  }
  try {
    const answer = await work(() => claim.resourceId)
    await keys.keep(key, answer)
    return give(reply, answer)
  } catch (error) {
    await keys.release(key).catch((cause) => request.log.warn({ err: cause }, 'an idempotency key was not freed'))
    throw error
  }
}

/** What makes two requests the same: method, path with query, type and inflated bytes of the body. */
function fingerprintOf(request: FastifyRequest): string {
  const body = request.bodyDigest?.digest('hex') ?? ''
  return createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.mediaType ?? '', body]))
    .digest('hex')
}

function give(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  return reply.code(status).headers(headers).type(mediaTypes.json).send(body)
}
