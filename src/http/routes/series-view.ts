import type { FastifyInstance } from 'fastify'
import { bytesOfFloat64 } from '../../domain/float64-bytes.ts'
import { stepMax } from '../../domain/gradient-norm.ts'
import { jsonNumbers } from '../../formats/number-text.ts'
import type { Parts } from '../../services/parts.ts'
import { openSeries } from '../../services/series/open-series.ts'
import { type SeriesView as View, viewRange } from '../../services/series/view-series.ts'
import { mediaTypes } from '../media-types.ts'
import { notModified, tagAnswer } from '../not-modified.ts'
import { headers, problemAnswers } from '../schemas/answers.ts'
import { ref } from '../schemas/ref.ts'
import { SeriesParams } from '../schemas/series.ts'
import { SeriesView, SeriesViewQuery, seriesViewColumns, seriesViewExample } from '../schemas/series-view.ts'

/** A series as a chart shows it: few numbers, whatever its length. */
export function seriesViewRoute(app: FastifyInstance, { recentSeries }: Parts): void {
  app.get<{ Params: SeriesParams; Querystring: SeriesViewQuery }>(
    '/v1/runs/:runId/series/:name/view',
    {
      schema: {
        operationId: 'viewSeries',
        tags: ['series'],
        summary: 'Read a series as a chart shows it.',
        description:
          'Summarises the current points of a range of steps in at most `points` columns: the first, smallest, largest and last value of each, so ' +
          'that a chart of that width looks as if all points were drawn. Where there are no more points than that, each is a column. ' +
          `application/octet-stream has the lists ${seriesViewColumns.join(', ')} one after the other (float64, little-endian; NaN where JSON has null).`,
        params: SeriesParams,
        querystring: SeriesViewQuery,
        response: {
          200: {
            description: 'The columns, in the order of steps.',
            headers: { ETag: headers.etag, Vary: headers.vary, 'Last-Step': headers.lastStep },
            content: {
              [mediaTypes.json]: { schema: ref(SeriesView), examples: { view: { value: seriesViewExample } } },
              [mediaTypes.binary]: { schema: { type: 'string', format: 'binary' } }
            }
          },
          304: { description: 'Not modified: If-None-Match names the current entity tag.', headers: { ETag: headers.etag } },
          ...problemAnswers('run-not-found')
        }
      }
    },
    async (request, reply) => {
      const { runId, name } = request.params
      const { from = 0, to = stepMax + 1, points } = request.query
      const stateOf = (version: bigint) => `v${version}-${from}-${to}-${points}`
      const head = await openSeries(request.storage, runId, name)
      reply.header('cache-control', 'no-cache')
      if (notModified(request, reply, stateOf(head?.version ?? 0n))) return reply.send()
      const { view, version, lastStep, count } = await viewRange(request.storage, recentSeries, runId, name, { head, from, to, points })
      tagAnswer(request, reply, stateOf(version))
      if (lastStep !== null) reply.header('last-step', lastStep)
      reply.type(request.answerType)
      if (request.answerType === mediaTypes.binary) {
        return reply.send(Buffer.concat(seriesViewColumns.map((column) => bytesOfFloat64(view[column]))))
      }
      return reply.send(textOf(name, count, view))
    }
  )
}

function textOf(name: string, points: number, view: View): string {
  const lists = seriesViewColumns.map((column) => `"${column}":[${jsonNumbers(view[column]).replaceAll('"NaN"', 'null')}]`)
  return `{"name":"${name}","points":${points},"exact":${view.exact},${lists.join(',')}}`
}
