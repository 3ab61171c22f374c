import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../../domain/problems.ts'
import { preferredMediaType } from '../media-types.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The media type that the answer is to have, of those that the route declares. */
    answerType: string
  }
  interface FastifyContextConfig {
    /** Media types of the answer, the default first; taken from the route's schema. */
    produces?: readonly string[]
  }
}

interface Answers {
  [status: string]: { content?: Record<string, unknown> }
}

/** Chooses the format of the answer by `Accept`, before anything is read or stored. */
export const contentNegotiation = fp(
  async (app: FastifyInstance) => {
    app.decorateRequest('answerType', '')

    app.addHook('onRoute', (route) => {
      const answers = Object.entries((route.schema?.response ?? {}) as Answers)
      const produces = new Set(
        answers.filter(([status]) => status.startsWith('2')).flatMap(([, { content }]) => Object.keys(content ?? {}))
      )
      route.config = { produces: [...produces], ...route.config }
    })

    app.addHook('onRequest', (request: FastifyRequest, _reply, done) => {
      const produces = request.routeConfig?.produces
      if (produces?.[0] === undefined) {
        done()
        return
      }
      const { accept } = request.headers
      const chosen = accept === undefined || accept === '*/*' ? produces[0] : preferredMediaType(accept, produces)
      if (chosen !== undefined) request.answerType = chosen
      done(chosen === undefined ? new Problem('not-acceptable', `This path answers in ${produces.join(', ')}.`) : undefined)
    })
  },
  { name: 'content-negotiation' }
)
