import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/**
 * What every answer says to browsers: take the type as it is said, and do nothing with an answer but show it. Pages that need
 * more set their own policy.
 * @see OWASP REST Security Cheat Sheet
 */
export const securityHeaders = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.header('x-content-type-options', 'nosniff')
      reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      done()
    })
  },
  { name: 'security-headers' }
)
