import type { FastifyInstance, FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import type { Parts } from '../../services/parts.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** The share that the request has of the memory of the service: given back when its answer is sent and its work has ended. */
    readonly memory: HeldMemory
    /** What was opened of it; null where the request has taken nothing yet. */
    openedMemory: HeldMemory | null
    /** What the handler has under way: it may outlive the connection. */
    work: unknown
  }
}

/** Gives each request that asks for it a share of the memory budget, which ends with the request whatever way it ends. */
export const memory = fp(
  async (app: FastifyInstance, { memory: budget }: Pick<Parts, 'memory'>) => {
    app.decorateReply('openedMemory', null)
    app.decorateReply('work', null)
    app.decorateReply('memory', {
      getter(this: FastifyReply) {
        return (this.openedMemory ??= openedFor(this))
      }
    })
    const openedFor = (reply: FastifyReply): HeldMemory => {
      const held = budget.open({ isReused: reply.request.routeOptions.config.reusedBody === true })
      // Also where the client goes away. What it had asked for goes on until it notices, and has its memory until then.
      reply.raw.once('close', () => Promise.resolve(reply.work).then(held.release, held.release))
      return held
    }
    app.addHook('onRoute', (route) => {
      const { handler } = route
      route.handler = function (request, reply) {
        reply.work = handler.call(this, request, reply)
        return reply.work
      }
    })
  },
  { name: 'memory' }
)
