import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** Where failures are recorded, with the id of their request. The framework's own logger would cost every request a tenth. */
    serviceLog: Pick<FastifyBaseLogger, 'error' | 'warn' | 'debug'>
  }
}

interface ServiceLogOptions {
  logger: FastifyBaseLogger | undefined
  level: string
}

const silent = { error: () => {}, warn: () => {}, debug: () => {} }

/** The log of the service. With LOG_LEVEL debug or trace it has one record for each answer. */
export const serviceLog = fp(
  async (app: FastifyInstance, { logger = silent as unknown as FastifyBaseLogger, level }: ServiceLogOptions) => {
    app.decorate('serviceLog', logger)
    if (level !== 'debug' && level !== 'trace') return
    app.addHook('onResponse', (request, reply, done) => {
      const { method, url, id, ip } = request
      const ms = Math.round(reply.elapsedTime * 10) / 10
      logger.debug({ requestId: id, method, url, status: reply.statusCode, ms, ip }, 'answered')
      done()
    })
  },
  { name: 'service-log' }
)
