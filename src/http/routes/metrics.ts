import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../services/parts.ts'
import { collectMetrics } from '../../services/process/collect-metrics.ts'

const example = `# HELP taper_http_requests_total Requests that have ended, by route and status.
# TYPE taper_http_requests_total counter
taper_http_requests_total{method="GET",route="/v1/runs/{runId}",status="200"} 12
`

/** What Prometheus scrapes. */
export function metricsRoute(app: FastifyInstance, parts: Parts): void {
  app.get(
    '/metrics',
    {
      config: { produces: ['text/plain'], alwaysAdmitted: true },
      schema: {
        operationId: 'getMetrics',
        tags: ['process'],
        summary: 'Get the metrics of the process, for Prometheus.',
        description:
          'Prometheus text format. Requests by route and status, points by series, work in threads, operations and their queue, the ' +
          'database and its connections, memory, the event loop, and the process. Answers also while the database is away.',
        response: {
          200: {
            description: 'The metrics.',
            content: { 'text/plain; version=0.0.4': { schema: { type: 'string' }, examples: { metrics: { value: example } } } }
          }
        }
      }
    },
    async (_request, reply) => {
      const { text, contentType } = await collectMetrics(parts)
      return reply.type(contentType).header('cache-control', 'no-store').send(text)
    }
  )
}
