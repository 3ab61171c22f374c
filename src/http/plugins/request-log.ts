import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

/** With LOG_LEVEL debug or trace, one record for each answer. Otherwise nothing is added to any request. */
export const requestLog = fp(
  async (app: FastifyInstance, { level }: { level: string }) => {
    if (level !== 'debug' && level !== 'trace') return
    app.addHook('onResponse', (request, reply, done) => {
      const { method, url, id, ip } = request
      request.log.debug(
        { requestId: id, method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10, ip },
        'answered'
      )
      done()
    })
  },
  { name: 'request-log' }
)
