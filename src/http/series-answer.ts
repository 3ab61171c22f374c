import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { stepMax } from '../domain/gradient-norm.ts'
import { invalid, Problem } from '../domain/problems.ts'
import type { SeriesName } from '../domain/series.ts'
import { toJson } from '../formats/json.ts'
import { openSeries } from '../services/series/open-series.ts'
import { readHistory } from '../services/series/read-history.ts'
import { readRange } from '../services/series/read-range.ts'
import { summariseSeries } from '../services/series/summarise-series.ts'
import { mediaTypes } from './media-types.ts'
import { notModified, tagAnswer } from './not-modified.ts'
import { bytesToStream } from './number-stream.ts'
import { historyAnswer, type NameField, pointsAnswer } from './points-answer.ts'
import type { SeriesReadQuery } from './schemas/series.ts'

type Reading = FastifyRequest & { query: SeriesReadQuery }

/**
 * Answers a series of a run: its points, its history or a summary, as the query says.
 * @param field how JSON names the series
 * @throws Problem `run-not-found`, `not-acceptable`, `invalid-request`
 */
export async function answerSeries(
  request: Reading,
  reply: FastifyReply,
  runId: string,
  name: SeriesName,
  field: NameField
): Promise<FastifyReply> {
  const { fromStep = 0, toStep = stepMax + 1, history, buckets } = request.query
  checkQuery(request)
  const head = await openSeries(request.storage, runId, name)
  if (notModified(request, reply, `v${head?.version ?? 0}`)) return reply.send()
  reply.type(request.answerType === mediaTypes.csv ? 'text/csv; charset=utf-8' : request.answerType)
  if (request.method === 'HEAD') return reply.send(Readable.from([]))
  if (history !== undefined) {
    reply.memory.take(bytesToStream(head?.points ?? 0), '')
    return reply.send(historyAnswer(readHistory(request.storage, runId, name)))
  }

  const reading = await readRange(request.storage, runId, name, fromStep, toStep)
  // Between the two there may have been an append: the tag is that of what is answered.
  tagAnswer(request, reply, `v${reading.head.version}`)
  if (buckets !== undefined) {
    return reply.send(toJson({ buckets: await summariseSeries(reading, fromStep, toStep, buckets) }))
  }
  reply.memory.take(bytesToStream(reading.count), '')
  const answer = pointsAnswer(reading, name, request.answerType, field)
  if (request.answerType === mediaTypes.binary && reading.progression !== null) {
    reply.header('start-step', String(reading.progression.first)).header('stride', String(reading.progression.stride))
  }
  return reply.send(answer)
}

function checkQuery({ query: { fromStep, toStep, history, buckets }, answerType }: Reading): void {
  if (history !== undefined && buckets !== undefined)
    throw invalid('query/history', 'cannot be combined with buckets.', 'Send one of the two.')
  if (history !== undefined && (fromStep !== undefined || toStep !== undefined)) {
    throw invalid('query/history', 'cannot be combined with fromStep and toStep.', 'Leave them out: history is in order of arrival.')
  }
  if ((history !== undefined || buckets !== undefined) && answerType !== mediaTypes.json) {
    throw new Problem('not-acceptable', 'history and buckets answer only in application/json.')
  }
}
