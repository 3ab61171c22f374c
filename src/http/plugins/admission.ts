import { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { nextTurn, turnIsOver } from '../../domain/loop-turn.ts'
import { Problem } from '../../domain/problems.ts'
import { mediaTypes } from '../media-types.ts'
import { problemJson } from './problem-details.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether it counts among those that are worked on. */
    isWorkedOn: boolean
  }
  interface FastifyReply {
    /** Whether it was refused unread. */
    isRefused: boolean
  }
  interface FastifyContextConfig {
    /** Answered however much is under way: health checks and metrics, which say how it stands. */
    alwaysAdmitted?: boolean
  }
}

export interface AdmissionOptions {
  /** Most requests that are worked on at once. */
  workedOnMax?: number
}

/** A second's work or less on any machine: what has begun when clients stop sending is soon done. */
const usualMax = 1024
/** And while the event loop is late: what keeps every core busy. */
const lateMax = 256
/** The event loop is late by this much, and then counts as late for so long. Milliseconds. */
const lateMs = 100
const lateForMs = 1000
const watchMs = 50
/** A connection whose request was refused is not read for so long: its next one would be refused as well. Milliseconds. */
const pauseMs = 1000
/** How often refusals are noted. Milliseconds. */
const noteMs = 1000

/**
 * Refuses requests at once that could only wait: a 503 with `Retry-After`, for the cost of reading their head. Counted is what is worked on,
 * from when a request has arrived in full until its answer begins: not a slow sender or reader, nor who waits for an operation. A service that
 * is busy and keeps up never has so many.
 *
 * Others begin in turns of the event loop that are kept short, so that health checks are answered in time. A client that does not heed
 * `Retry-After` waits all the same, since its connection is not read meanwhile. Without that, refusals fill the turns, and as libuv accepts
 * one connection a turn, a new one waits for many seconds.
 */
export const admission = fp(
  async (app: FastifyInstance, { workedOnMax = usualMax }: AdmissionOptions) => {
    let workedOn = 0
    let waiting = 0
    let refused = 0
    let lateUntil = 0
    let expected = performance.now() + watchMs
    const watch = setInterval(() => {
      const now = performance.now()
      if (now - expected > lateMs) lateUntil = now + lateForMs
      expected = now + watchMs
    }, watchMs).unref()
    const note = setInterval(() => {
      if (refused === 0) return
      app.serviceLog.warn({ refused, workedOn }, 'requests were refused: too many are under way')
      refused = 0
    }, noteMs).unref()
    app.addHook('onClose', async () => {
      clearInterval(watch)
      clearInterval(note)
    })

    const isFull = () => {
      const all = workedOn + waiting
      return all >= Math.min(lateMax, workedOnMax) && (all >= workedOnMax || performance.now() < lateUntil)
    }
    const beginInTurn = async (done: () => void) => {
      waiting++
      while (turnIsOver()) await nextTurn()
      waiting--
      done()
    }
    const ended = (request: FastifyRequest) => {
      if (!request.isWorkedOn) return
      request.isWorkedOn = false
      workedOn--
    }

    app.decorateRequest('isWorkedOn', false)
    app.decorateReply('isRefused', false)
    app.addHook('onRequest', (request, reply, done) => {
      if (request.routeOptions.config.alwaysAdmitted) done()
      else if (isFull()) {
        refused++
        refuse(request, reply)
      } else if (turnIsOver()) void beginInTurn(done)
      else done()
    })
    app.addHook('preValidation', (request, reply, done) => {
      const { waits, alwaysAdmitted } = request.routeOptions.config
      if (!alwaysAdmitted && !(waits && request.headers.prefer !== undefined)) {
        request.isWorkedOn = true
        workedOn++
        reply.raw.once('close', () => ended(request))
      }
      done()
    })
    app.addHook('onSend', (request, _reply, payload, done) => {
      ended(request)
      done(null, payload)
    })
  },
  { name: 'admission' }
)

const overloaded = new Problem('overloaded', 'Too many requests are under way.', { retryAfterSeconds: 1 })

/** Past the hooks that other answers go through, and the log of failures: this costs the least. */
function refuse(request: FastifyRequest, reply: FastifyReply): void {
  reply.isRefused = true
  reply.hijack()
  const body = problemJson(overloaded, request.id)
  reply.raw.writeHead(overloaded.status, {
    'content-type': mediaTypes.problem,
    'content-length': Buffer.byteLength(body),
    'retry-after': String(overloaded.retryAfterSeconds),
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff'
  })
  reply.raw.once('finish', () => pauseReading(request.raw.socket))
  reply.raw.end(body)
}

function pauseReading(socket: unknown): void {
  // A request that was injected has none.
  if (!(socket instanceof Socket)) return
  // After what is left of the request was dropped, which reads on.
  setImmediate(() => {
    if (socket.destroyed) return
    socket.pause()
    const timer = setTimeout(() => socket.resume(), pauseMs).unref()
    socket.once('close', () => clearTimeout(timer))
  })
}
