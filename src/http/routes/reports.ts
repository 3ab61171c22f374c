import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { reportPolicy } from '../../formats/reports/report-style.ts'
import type { Parts } from '../../services/parts.ts'
import { reportRun } from '../../services/reports/report-run.ts'
import { mediaTypes } from '../media-types.ts'
import { notModified } from '../not-modified.ts'
import { headers, problemAnswers } from '../schemas/answers.ts'
import { ReportQuery } from '../schemas/reports.ts'
import { RunParams } from '../schemas/run.ts'

/** Everything of a run as one file to keep and to send. */
export function reportRoutes(app: FastifyInstance, { pools, version }: Parts): void {
  app.get<{ Params: RunParams; Querystring: ReportQuery }>(
    '/v1/runs/:runId/report',
    {
      schema: {
        operationId: 'reportRun',
        tags: ['runs'],
        summary: 'Write a report of a run.',
        description:
          'One HTML file with everything in it, for a browser, a mail or a printer: what was logged, the refined schedule beside what was used, advice and warnings, how other ' +
          'schedules compare by their bounds, what loss is forecast for each where losses and learning rates were logged, and the schedule as code for trainers. It runs no scripts and ' +
          'loads nothing. The schedule in it is not stored. The same run gives the same bytes.',
        params: RunParams,
        querystring: ReportQuery,
        response: {
          200: {
            description: 'The report.',
            headers: { ETag: headers.etag, Vary: headers.vary },
            content: { [mediaTypes.html]: { schema: { type: 'string' }, examples: { report: { value: '<!doctype html>…' } } } }
          },
          304: { description: 'Not modified: If-None-Match names the current entity tag.', headers: { ETag: headers.etag } },
          ...problemAnswers('run-not-found', 'too-few-norms', 'series-too-long', 'too-large-for-memory')
        }
      }
    },
    async (request, reply) => {
      const { state, fileName, make } = await reportRun(request.storage, reply.memory, pools, version, request.params.runId, request.query)
      const digest = createHash('sha256').update(`${version} ${state}`).digest('base64url').slice(0, 22)
      if (notModified(request, reply, digest)) return reply.send()
      const page = await make()
      reply.header('content-security-policy', `${reportPolicy}; frame-ancestors 'none'`)
      reply.header('content-disposition', `inline; filename="${fileName}"`)
      return reply.type(`${mediaTypes.html}; charset=utf-8`).send(page)
    }
  )
}
