import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

/** A request that is over: answered in full, or given up by the client. */
export interface EndedRequest {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** 499 where the client went away before it had the whole answer. */
  readonly status: number
  readonly milliseconds: number
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the route says of itself. The framework's `routeOptions` makes an object of all that it knows at each call. */
    routeConfig: FastifyContextConfig | undefined
  }
  interface FastifyInstance {
    /** Tells of each request when it is over. */
    onEnded(told: (ended: EndedRequest) => void): void
    /** For requests that the framework answers before it has looked for a route. */
    watchRequest(request: FastifyRequest, reply: FastifyReply): void
  }
}

/** Several plugins, Node and the framework wait for the end of one answer; more than that would be a leak. */
const listenersMax = 32

/** What nginx writes for it; no answer has this status. */
const clientWentAway = 499

/**
 * Tells who wants to know when a request is over. By `close`, which comes once for every answer, also for one that was cut off; the
 * framework's own `onResponse` does not come for those.
 */
export const endedRequests = fp(
  async (app: FastifyInstance) => {
    const watchers: ((ended: EndedRequest) => void)[] = []
    app.decorateRequest('routeConfig', undefined)
    app.decorate('onEnded', (told) => void watchers.push(told))
    app.decorate('watchRequest', (request, reply) => {
      request.routeConfig = request.routeOptions.config
      if (watchers.length === 0) return
      const begun = performance.now()
      reply.raw.on('close', () => {
        const status = reply.raw.writableFinished ? reply.raw.statusCode : clientWentAway
        const ended = { request, reply, status, milliseconds: performance.now() - begun }
        for (const told of watchers) told(ended)
      })
    })
    app.addHook('onRequest', (request, reply, done) => {
      reply.raw.setMaxListeners(listenersMax)
      app.watchRequest(request, reply)
      done()
    })
  },
  { name: 'ended-requests' }
)
