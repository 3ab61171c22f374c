import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** Where failures are recorded, with the id of their request. The framework's own logger would cost every request a tenth. */
    serviceLog: Pick<FastifyBaseLogger, 'error' | 'warn' | 'info'>
  }
}

interface ServiceLogOptions {
  logger: FastifyBaseLogger | undefined
}

const silent: FastifyInstance['serviceLog'] = { error: () => {}, warn: () => {}, info: () => {} }

/** The log of the service. */
export const serviceLog = fp(
  async (app: FastifyInstance, { logger }: ServiceLogOptions) => {
    app.decorate('serviceLog', logger ?? silent)
  },
  { name: 'service-log' }
)
