import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { loggedUrl } from '../logged-url.ts'
import { routeLabel } from '../route-label.ts'
import type { EndedRequest } from './ended-requests.ts'

/** Which answers have a record in the log: `true` is `all`, `false` is `none`. */
export type LoggedRequests = 'none' | 'errors' | 'slow' | 'all' | 'true' | 'false'

interface RequestLogOptions {
  logged: LoggedRequests
  /** From when on a request is slow. Milliseconds. */
  slowMs: number
}

/** What had gone through a connection when its last request ended. Bytes. */
interface Gone {
  read: number
  written: number
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** An answer lasts as long as its reader listens. */
    endless?: boolean
  }
}

/**
 * Writes a record for each answer, each slow one, or each failure of the service; never a header but the trace, and never a body. A failure
 * and a slow request are warnings. One that waited because it asked to (`Prefer: wait`) is not slow.
 */
export const requestLog = fp(
  async (app: FastifyInstance, { logged, slowMs }: RequestLogOptions) => {
    if (logged === 'none' || logged === 'false') return
    const isEach = logged === 'all' || logged === 'true'
    const gone = new WeakMap<Socket, Gone>()
    const bytesOfConnection = ({ socket }: EndedRequest['request']['raw']) => {
      const now = { read: socket?.bytesRead ?? 0, written: socket?.bytesWritten ?? 0 }
      const before = gone.get(socket) ?? { read: 0, written: 0 }
      gone.set(socket, now)
      return { bytesIn: now.read - before.read, bytesOut: now.written - before.written }
    }

    app.onEnded((ended) => {
      const { request, reply, status, milliseconds } = ended
      // Thousands a second; how many is noted by who refuses them.
      if (reply.isRefused) return
      const isFailure = status >= 500
      const isSlow = milliseconds >= slowMs && request.routeConfig?.endless !== true && !reply.hasHeader('preference-applied')
      if (!isEach && !isFailure && !(isSlow && logged === 'slow')) return
      const bytes = isEach ? bytesOfConnection(request.raw) : bytesAnnounced(request, reply)
      const record = {
        requestId: request.id,
        method: request.method,
        route: routeLabel(request.routeOptions.url),
        url: loggedUrl(request.url),
        status,
        ms: Math.round(milliseconds * 10) / 10,
        ...bytes,
        ip: request.ip,
        project: request.project,
        // A request that is turned away before it is asked for its key has none.
        keyId: request.access?.key?.id,
        traceId: request.traceId
      }
      if (isFailure) app.serviceLog.warn(record, 'failed')
      else if (isSlow && logged !== 'errors') app.serviceLog.warn(record, 'slow request')
      else app.serviceLog.info(record, 'answered')
    })
  },
  { name: 'request-log', dependencies: ['ended-requests', 'service-log', 'request-trace'] }
)

/** Of the bodies, where only some requests are looked at; undefined where a length was not announced. */
const bytesAnnounced = (request: FastifyRequest, reply: FastifyReply) => ({
  bytesIn: numberOf(request.headers['content-length']),
  bytesOut: numberOf(reply.getHeader('content-length'))
})

const numberOf = (text: unknown): number | undefined => (text === undefined ? undefined : Number(text))
