import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { invalid } from '../../domain/problems.ts'

/**
 * Refuses requests of HTTP/1.1 without a Host, as they must be. Node would do so too, but without saying why.
 * @see RFC 9112, HTTP/1.1, §3.2
 */
export const hostHeader = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', (request, _reply, done) => {
      if (request.headers.host !== undefined || request.raw.httpVersionMinor === 0) done()
      else done(invalid('header/host', 'is required in HTTP/1.1.', 'Send the header Host.'))
    })
    // A client may expect what it likes; only 100-continue has a meaning, and Node answers that.
    app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  },
  { name: 'host-header' }
)
