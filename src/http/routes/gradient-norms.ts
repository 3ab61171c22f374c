import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import { toJson } from '../../formats/json.ts'
import { logFormatOf } from '../../formats/logs/index.ts'
import type { LogFormat, ReadOptions } from '../../formats/logs/log-format.ts'
import type { NormLog } from '../../formats/logs/norm-log.ts'
import { storeCounted } from '../../services/limits/store-counted.ts'
import type { Parts } from '../../services/parts.ts'
import { type AppendOutcome, appendGradientNorms } from '../../services/series/append-gradient-norms.ts'
import { asChunks } from '../body-pieces.ts'
import { mediaTypes } from '../media-types.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { subjectOf } from '../plugins/request-limit.ts'
import { headers, jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { receiptExample, seriesExamples } from '../schemas/gradient-norm-examples.ts'
import { AppendQuery, AppendReceipt, GradientNorms, ReadQuery } from '../schemas/gradient-norms.ts'
import { logContents } from '../schemas/log-contents.ts'
import { ref } from '../schemas/ref.ts'
import { RunParams } from '../schemas/run.ts'
import { answerSeries } from '../series-answer.ts'

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
    (request, reply) => answerSeries(request, reply, request.params.runId, request.query.norm, 'norm')
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
