import type { ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../../domain/problems.ts'
import { mediaTypes } from '../media-types.ts'
import { problemJson } from './problem-details.ts'

/** How the service takes leave. */
export interface Stopping {
  /** From the first moment of a stop on, `/readyz` is not ready. */
  readonly isAnnounced: boolean
  /** Aborted when requests are no longer taken. An answer that has no end of its own ends then. */
  readonly signal: AbortSignal
  /** Says that a stop is near, while requests are still taken. */
  announce(): void
}

declare module 'fastify' {
  interface FastifyInstance {
    stopping: Stopping
  }
}

export interface StoppingOptions {
  /** How long requests under way may take once the service stops. */
  drainMs?: number
}

const usualDrainMs = 20_000
/** How long a connection may stay whose first request has not come: it may be on its way, and is told where to go. */
const firstRequestMs = 1000
/** How long the last answers may take to their readers. */
const farewellMs = 1000

const stoppingProblem = () => new Problem('overloaded', 'The service is stopping.', { retryAfterSeconds: 5 })

/**
 * Stops without cutting anybody off. No connection is taken any more, those that wait for nothing are closed, requests under way are
 * answered with `Connection: close`, and those that still come on open connections are a 503. What is under way after `drainMs`, a slow
 * upload or a slow reader, is told so where its answer has not begun, and ended. So `app.close()` always ends.
 */
export const stopping = fp(
  async (app: FastifyInstance, { drainMs = usualDrainMs }: StoppingOptions) => {
    const stop = new AbortController()
    const isStopping = stop.signal
    let isAnnounced = false
    app.decorate('stopping', {
      get isAnnounced() {
        return isAnnounced || isStopping.aborted
      },
      signal: isStopping,
      announce: () => {
        isAnnounced = true
      }
    })

    const connections: Connections = new Map()
    const isDrained = () => [...connections.values()].every(({ size }) => size === 0)
    let whenDrained = () => {}
    const opened = (socket: Socket): Set<FastifyReply> => {
      const answers = new Set<FastifyReply>()
      connections.set(socket, answers)
      // An answer that waits for its turn on a connection does not hear of its end.
      socket.once('close', () => {
        connections.delete(socket)
        if (isStopping.aborted && isDrained()) whenDrained()
      })
      return answers
    }
    app.server.on('connection', opened)

    app.addHook('onRequest', ({ raw: { socket } }, reply, done) => {
      // A request that comes without a socket, as those of tests do, has no connection to end.
      if (!(socket instanceof Socket)) return done()
      // Of a second address, where the name that the service listens on has several, nobody tells of connections.
      const answers = connections.get(socket) ?? opened(socket)
      answers.add(reply)
      if (!isStopping.aborted) return done()
      sayGoodbye(answers)
      done(stoppingProblem())
    })

    app.onEnded(({ request, reply }) => {
      connections.get(request.raw.socket)?.delete(reply)
      if (!isStopping.aborted) return
      if (isDrained()) whenDrained()
      // Its connection may have been promised to stay, before the stop.
      setImmediate(() => app.server.closeIdleConnections())
    })

    const timers: NodeJS.Timeout[] = []
    const after = (ms: number, act: () => void) => timers.push(setTimeout(act, ms))
    app.addHook('preClose', (done) => {
      stop.abort()
      for (const answers of connections.values()) sayGoodbye(answers)
      // At once: the framework would first wait for all who stop, and take connections meanwhile.
      app.server.close()
      after(firstRequestMs, () => {
        for (const [socket, { size }] of connections) if (size === 0) socket.destroy()
      })
      after(drainMs, () => {
        for (const answers of connections.values()) answers.forEach(cutOff)
      })
      after(drainMs + farewellMs, () => {
        for (const socket of connections.keys()) socket.destroy()
      })
      done()
    })
    // The framework waits for the connections of one address.
    app.addHook('onClose', async () => {
      if (!isDrained()) await new Promise<void>((drained) => (whenDrained = drained))
      for (const timer of timers) clearTimeout(timer)
    })
  },
  { name: 'stopping', dependencies: ['ended-requests'] }
)

/** Open connections, and on each the answers that are not yet sent, in the order of their requests. */
type Connections = Map<Socket, Set<FastifyReply>>

/** The last answer of a connection says that it is the last. Those before it must not: the last would never be sent. */
function sayGoodbye(answers: ReadonlySet<FastifyReply>): void {
  const last = [...answers].at(-1)
  for (const reply of answers) if (!reply.raw.headersSent) reply.raw.shouldKeepAlive = reply !== last
}

/** Ends an answer that takes too long: by a 503 where nothing of it was sent, else by the end of the connection, which tells that it is cut off. */
function cutOff(reply: FastifyReply): void {
  const { raw, request } = reply
  if (raw.headersSent) {
    raw.destroy()
    return
  }
  reply.hijack()
  answerStopping(raw, request.id)
}

function answerStopping(raw: ServerResponse, requestId: string): void {
  const problem = stoppingProblem()
  raw.writeHead(problem.status, {
    'content-type': mediaTypes.problem,
    'retry-after': String(problem.retryAfterSeconds),
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    connection: 'close'
  })
  raw.end(problemJson(problem, requestId))
}
