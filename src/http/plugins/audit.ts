import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { AuditLog } from '../../services/audit/audit-log.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The call comes often, as that of a trainer: those of one key on one thing are recorded together. */
    auditedTogether?: boolean
  }
}

/** Records each request that changed something, off its way: who, with which key, what. */
export const audit = fp(
  async (app: FastifyInstance, { log }: { log: AuditLog }) => {
    function record(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: (error: null, payload?: unknown) => void): void {
      // A repeated answer changed nothing this time.
      if (reply.statusCode < 400 && reply.getHeader('idempotent-replayed') === undefined) {
        const { access, id: requestId, routeOptions } = request
        log.add(
          {
            project: access.project,
            keyId: access.key?.id ?? null,
            keyName: access.key?.name ?? null,
            action: routeOptions.schema?.operationId ?? '',
            object: objectOf(request, reply),
            status: reply.statusCode,
            requestId
          },
          routeOptions.config.auditedTogether ?? false
        )
      }
      done(null, payload)
    }

    app.addHook('onRoute', (route) => {
      const isChange = route.config?.access === 'write' || route.config?.access === 'admin'
      if (!isChange || route.method === 'GET' || route.method === 'HEAD' || route.schema?.operationId === undefined) return
      route.onSend = [...[route.onSend ?? []].flat(), record]
    })
  },
  { name: 'audit', dependencies: ['access'] }
)

/** The id of what a request made, else of what it names. */
function objectOf(request: FastifyRequest, reply: FastifyReply): string | null {
  const location = reply.getHeader('location')
  if (typeof location === 'string') return location.slice(location.lastIndexOf('/') + 1)
  const { runId, id } = request.params as { runId?: string; id?: string }
  return runId ?? id ?? null
}
