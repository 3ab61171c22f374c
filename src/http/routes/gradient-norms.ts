import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { stepMax } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import { toJson } from '../../formats/json.ts'
import { logFormatOf } from '../../formats/logs/index.ts'
import type { LogFormat, ReadOptions } from '../../formats/logs/log-format.ts'
import type { NormLog } from '../../formats/logs/norm-log.ts'
import { storeCounted } from '../../services/limits/store-counted.ts'
import type { Parts } from '../../services/parts.ts'
import { type AppendOutcome, appendGradientNorms } from '../../services/series/append-gradient-norms.ts'
import { openSeries } from '../../services/series/open-series.ts'
import { readHistory } from '../../services/series/read-history.ts'
import { readRange } from '../../services/series/read-range.ts'
import { summariseSeries } from '../../services/series/summarise-series.ts'
import { historyAnswer, pointsAnswer } from '../gradient-norm-answer.ts'
import { mediaTypes } from '../media-types.ts'
import { notModified, tagAnswer } from '../not-modified.ts'
import { bytesToStream } from '../number-stream.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { subjectOf } from '../plugins/request-limit.ts'
import { headers, jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { receiptExample, seriesExamples } from '../schemas/gradient-norm-examples.ts'
import { AppendQuery, AppendReceipt, GradientNorms, ReadQuery } from '../schemas/gradient-norms.ts'
import { logContents } from '../schemas/log-contents.ts'
import { ref } from '../schemas/ref.ts'
import { RunParams } from '../schemas/run.ts'

const text = { type: 'string' }
const binary = { type: 'string', format: 'binary' }

/** The gradient norms of a run: what a training has logged. */
export function gradientNormRoutes(app: FastifyInstance, { storage, pools, limits }: Parts): void {
  app.post<{ Params: RunParams; Querystring: AppendQuery }>(
    '/v1/runs/:runId/gradient-norms',
    {
      config: { storesOnce: true, rawBody: true, auditedTogether: true },
      schema: {
        operationId: 'appendGradientNorms',
        tags: ['gradient-norms'],
        summary: 'Log gradient norms.',
        description:
          'Stores all points of a request, or none. 200 means that they are on disk. A retry is safe: a point that is already stored with ' +
          'the same value counts as a duplicate. Steps must increase within a request; requests may come in any order. Without `startStep`, ' +
          'values start at step 0 if the series is empty; otherwise they must repeat what is stored. Columns of CSV and fields of NDJSON are found ' +
          'by name: norms as `grad_norm`, steps as `global_step`; `columns` of the answer says which. What names do not tell is refused.',
        params: RunParams,
        querystring: AppendQuery,
        body: {
          required: true,
          content: logContents()
        },
        response: {
          200: jsonAnswer('How many points were stored.', ref(AppendReceipt), { receipt: { value: receiptExample } }),
          ...problemAnswers('start-step-required', 'run-not-found', 'norm-conflict', 'ambiguous-log', 'too-many-points')
        }
      }
    },
    (request, reply) => {
      let read: NormLog['columns']
      return answerOnce<AppendOutcome>(request, reply, {
        async work({ once }) {
          const { column, columns, run, step, ...options } = request.query
          const wishes = Object.entries({ column, columns, run, step }).filter(([, wish]) => wish !== undefined)
          const log = await readLog(request, pools, { norm: options.norm, ...Object.fromEntries(wishes) })
          read = log.columns
          const counted = { project: request.project, subject: subjectOf(request) }
          return await storeCounted(storage, limits, counted, log.values.length, (newPointsMax) =>
            appendGradientNorms(request.storage, request.params.runId, log, {
              ...options,
              ...(once && { once }),
              ...(newPointsMax === undefined ? {} : { newPointsMax })
            })
          )
        },
        answerOf: (outcome) => ({ status: 200, headers: {}, body: toJson(read === undefined ? outcome : { ...outcome, columns: read }) })
      })
    }
  )

  app.get<{ Params: RunParams; Querystring: ReadQuery }>(
    '/v1/runs/:runId/gradient-norms',
    {
      schema: {
        operationId: 'readGradientNorms',
        tags: ['gradient-norms'],
        summary: 'Read the gradient norms of a run.',
        description:
          'Returns all current points in step order, without sampling. application/octet-stream has only the values (float64, ' +
          'little-endian), with the first step and the stride as headers; it needs evenly spaced steps.',
        params: RunParams,
        querystring: ReadQuery,
        response: {
          200: {
            description: 'The points.',
            headers: { ETag: headers.etag, Vary: headers.vary, 'Start-Step': headers.startStep, Stride: headers.stride },
            content: {
              [mediaTypes.json]: { schema: ref(GradientNorms), examples: seriesExamples.json },
              [mediaTypes.ndjson]: { schema: text, examples: seriesExamples.ndjson },
              [mediaTypes.csv]: { schema: text, examples: seriesExamples.csv },
              [mediaTypes.binary]: { schema: binary }
            }
          },
          304: { description: 'Not modified: If-None-Match names the current entity tag.', headers: { ETag: headers.etag } },
          ...problemAnswers('run-not-found')
        }
      }
    },
    async (request, reply) => {
      const { runId } = request.params
      const { norm, fromStep = 0, toStep = stepMax + 1, history, buckets } = request.query
      const summary = history !== undefined || buckets !== undefined
      if (history !== undefined && buckets !== undefined)
        throw invalid('query/history', 'cannot be combined with buckets.', 'Send one of the two.')
      if (history !== undefined && (request.query.fromStep !== undefined || request.query.toStep !== undefined)) {
        throw invalid('query/history', 'cannot be combined with fromStep and toStep.', 'Leave them out: history is in order of arrival.')
      }
      if (summary && request.answerType !== mediaTypes.json) {
        throw new Problem('not-acceptable', 'history and buckets answer only in application/json.')
      }
      const head = await openSeries(request.storage, runId, norm)
      if (notModified(request, reply, `v${head?.version ?? 0}`)) return reply.send()
      reply.type(request.answerType === mediaTypes.csv ? 'text/csv; charset=utf-8' : request.answerType)
      if (request.method === 'HEAD') return reply.send(Readable.from([]))
      if (history !== undefined) {
        reply.memory.take(bytesToStream(head?.points ?? 0), '')
        return reply.send(historyAnswer(readHistory(request.storage, runId, norm)))
      }

      const reading = await readRange(request.storage, runId, norm, fromStep, toStep)
      // Between the two there may have been an append: the tag is that of what is answered.
      tagAnswer(request, reply, `v${reading.head.version}`)
      if (buckets !== undefined) {
        return reply.send(toJson({ buckets: await summariseSeries(reading, fromStep, toStep, buckets) }))
      }
      reply.memory.take(bytesToStream(reading.count), '')
      const answer = pointsAnswer(reading, norm, request.answerType)
      if (request.answerType === mediaTypes.binary && reading.progression !== null) {
        reply.header('start-step', String(reading.progression.first)).header('stride', String(reading.progression.stride))
      }
      return reply.send(answer)
    }
  )
}

/** @throws Problem `invalid-request` */
async function readLog(request: FastifyRequest, { json }: Parts['pools'], wishes: ReadOptions): Promise<NormLog> {
  const bytes = request.bytes as Buffer
  const mediaType = request.mediaType ?? ''
  const format = logFormatOf(mediaType)
  for (const name of ['column', 'columns', 'run', 'step'] as const) {
    if (wishes[name] !== undefined && format?.hasColumns !== true) {
      throw invalid(`query/${name}`, `does not apply: ${mediaType} has no columns.`, `Leave \`${name}\` out.`)
    }
  }
  const memory = request.bodyMemory
  if (mediaType === mediaTypes.json) return held(await json.readLog(bytes), memory)
  if (format === undefined) throw new Problem('unsupported-media-type', `This path does not read ${mediaType}.`)
  const working = workingBytes(format, bytes.length)
  memory.take(working, '')
  const log = await format.read(asChunks(bytes), wishes)
  memory.giveBack(working)
  return format.content === 'binary' ? log : held(log, memory)
}

/** Memory to read a log of so many bytes: of text, lists that grow by doubling. Bytes. */
const workingBytes = ({ content }: LogFormat, length: number): number => (content === 'binary' ? 0 : 6 * length)

/** A log that has memory of its own besides the body's. */
function held(log: NormLog, memory: HeldMemory): NormLog {
  memory.take(log.values.byteLength + (log.steps instanceof Float64Array ? log.steps.byteLength : 0), '')
  return log
}

async function* asChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
