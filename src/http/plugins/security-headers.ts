import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** Tells browsers to take every answer for what it says it is. Pages say in a policy of their own what they may load. */
export const securityHeaders = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.header('x-content-type-options', 'nosniff')
      done()
    })
  },
  { name: 'security-headers' }
)
