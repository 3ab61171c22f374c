import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../../domain/problems.ts'

/** Who is counted: a key, or the address of a request without one. */
export const subjectOf = (request: FastifyRequest): string => request.access.key?.id ?? normalizeIP(request.ip)

/**
 * Holds every key to so many requests a minute, in this process; calls that need no key are not counted. Answers say where they stand
 * in the headers RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset.
 * @see IETF draft-ietf-httpapi-ratelimit-headers-06
 */
export const requestLimit = fp(
  async (app: FastifyInstance, { requestsPerMinute }: { requestsPerMinute: number }) => {
    app.addHook('onRoute', (route) => {
      if (route.config?.access === 'open') route.config = { ...route.config, rateLimit: false }
    })
    await app.register(rateLimit, {
      max: requestsPerMinute,
      timeWindow: 60_000,
      cache: 10_000,
      keyGenerator: subjectOf,
      enableDraftSpec: true,
      errorResponseBuilder: (_request, { ttl }) =>
        new Problem('too-many-requests', `The limit is ${requestsPerMinute} requests a minute.`, {
          retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000))
        })
    })
  },
  { name: 'request-limit', dependencies: ['access'] }
)
