import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../../domain/problems.ts'

/** Once the service stops, requests under way are answered, and those that still come on open connections are sent elsewhere. */
export const stopping = fp(
  async (app: FastifyInstance) => {
    let stops = false
    app.addHook('preClose', (done) => {
      stops = true
      done()
    })
    app.addHook('onRequest', (_request, _reply, done) => {
      if (stops) done(new Problem('overloaded', 'The service is stopping.', { retryAfterSeconds: 5 }))
      else done()
    })
  },
  { name: 'stopping' }
)
