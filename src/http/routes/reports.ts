import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { reportPolicy } from '../../formats/reports/report-style.ts'
import { receiveFiles } from '../../services/imports/upload.ts'
import type { Parts } from '../../services/parts.ts'
import { reportRun } from '../../services/reports/report-run.ts'
import { reportUpload, reportUploadPage } from '../../services/reports/report-upload.ts'
import { filesOf, logBody, readingWishes } from '../log-upload.ts'
import { mediaTypes } from '../media-types.ts'
import { notModified } from '../not-modified.ts'
import { headers, problemAnswers } from '../schemas/answers.ts'
import { ref } from '../schemas/ref.ts'
import { logReportExample } from '../schemas/report-examples.ts'
import { LogReport, LogReportQuery, ReportQuery } from '../schemas/reports.ts'
import { RunParams } from '../schemas/run.ts'

/** Everything of a run, or of a log that is sent, at once. */
export function reportRoutes(app: FastifyInstance, parts: Parts): void {
  const { pools, version } = parts

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

  app.post<{ Querystring: LogReportQuery }>(
    '/v1/reports',
    {
      config: { access: 'read', streamedBody: 'all', rawBody: true },
      schema: {
        operationId: 'reportLog',
        tags: ['runs'],
        summary: 'Report on a log that is sent, without storing it.',
        description:
          'Reads a log as POST /v1/imports does, and answers what was read from where, its series and the refined schedule as they are drawn, how other schedules compare, and the ' +
          'schedule as code for trainers; with `Accept: text/html` the same as one HTML file. Nothing is stored. What names do not tell is refused, with every column.',
        querystring: LogReportQuery,
        body: logBody,
        response: {
          200: {
            description: 'The report.',
            headers: { Vary: headers.vary },
            content: {
              [mediaTypes.json]: { schema: ref(LogReport), examples: { report: { value: logReportExample } } },
              [mediaTypes.html]: { schema: { type: 'string' }, examples: { report: { value: '<!doctype html>…' } } }
            }
          },
          ...problemAnswers('ambiguous-log', 'series-too-long', 'too-large-for-memory')
        }
      }
    },
    async (request, reply) => {
      const { filename, norm, preset, steps, parts: wanted, ...reading } = request.query
      const wishes = readingWishes(reading)
      const options = { ...(norm && { norm }), ...(preset && { preset }), ...(steps && { steps }) }
      const upload = await receiveFiles(filesOf(request, filename), reply.memory)
      try {
        if (request.answerType === mediaTypes.json) {
          return reply.type(mediaTypes.json).send(toJson(await reportUpload(parts, upload, wishes, options, wanted)))
        }
        const page = await reportUploadPage(parts, upload, wishes, options)
        reply.header('content-security-policy', `${reportPolicy}; frame-ancestors 'none'`)
        return reply.type(`${mediaTypes.html}; charset=utf-8`).send(page)
      } finally {
        upload.release()
      }
    }
  )
}
