import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { invalid } from '../../domain/problems.ts'
import { type OnceWork, answerOnce as onceForKey } from '../../services/idempotency/answer-once.ts'
import { answerSeal } from '../../services/idempotency/sealed-answer.ts'
import { mediaTypes } from '../media-types.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route stores something new with every request, unless `Idempotency-Key` says that the request is a retry. */
    storesOnce?: boolean
    /** Its answer holds a secret, and is kept encrypted. */
    sealedAnswer?: boolean
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
  async (app: FastifyInstance) => {
    app.addHook('onRoute', (route) => {
      if (!route.config?.storesOnce) return
      route.onRequest = [...[route.onRequest ?? []].flat(), checkKey]
    })
  },
  { name: 'idempotency' }
)

/** Answers a request that stores, once for each key. @throws as the service does */
export async function answerOnce<Result>(request: FastifyRequest, reply: FastifyReply, work: OnceWork<Result>): Promise<FastifyReply> {
  const header = request.headers['idempotency-key']
  const given = typeof header === 'string' ? header : undefined
  const seal = given !== undefined && request.routeOptions.config.sealedAnswer ? await answerSeal(given, request.project) : undefined
  const keyed = { key: seal?.key ?? given, fingerprint: () => fingerprintOf(request) }
  const { serviceLog } = request.server
  const warn = (message: string, cause: unknown) => serviceLog.warn({ err: cause, requestId: request.id }, message)
  const once = await onceForKey(request.storage, keyed, seal?.around(work) ?? work, warn)
  const { isReplayed } = once
  const answer = seal?.open(once.answer) ?? once.answer
  if (isReplayed) reply.header('idempotent-replayed', 'true')
  return reply.code(answer.status).headers(answer.headers).type(mediaTypes.json).send(answer.body)
}

/** What makes two requests the same: method, path with query, type and inflated bytes of the body. */
function fingerprintOf(request: FastifyRequest): string {
  const { bodyDigest = '' } = request
  const body = typeof bodyDigest === 'string' ? bodyDigest : bodyDigest.digest('hex')
  return createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.mediaType ?? '', body]))
    .digest('hex')
}
