import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import { toJson } from '../../formats/json.ts'
import { readCsvSeries } from '../../formats/series/csv.ts'
import { readNdjsonSeries } from '../../formats/series/ndjson.ts'
import type { SeriesLog } from '../../formats/series/series-log.ts'
import { storeCounted } from '../../services/limits/store-counted.ts'
import type { Parts } from '../../services/parts.ts'
import { appendSeries, type JointOutcome } from '../../services/series/append-series.ts'
import { asChunks } from '../body-pieces.ts'
import { mediaTypes } from '../media-types.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { subjectOf } from '../plugins/request-limit.ts'
import { headers, jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { seriesExamples } from '../schemas/gradient-norm-examples.ts'
import { ref } from '../schemas/ref.ts'
import { RunParams } from '../schemas/run.ts'
import {
  SeriesAppendQuery,
  SeriesLog as SeriesLogSchema,
  SeriesParams,
  SeriesPoints,
  SeriesReadQuery,
  SeriesReceipt
} from '../schemas/series.ts'
import { seriesLogExamples, seriesPointsExamples, seriesReceiptExample } from '../schemas/series-examples.ts'
import { answerSeries } from '../series-answer.ts'

const text = { type: 'string' }
const binary = { type: 'string', format: 'binary' }

/** The series of a run: gradient norms, losses, rates. */
export function seriesRoutes(app: FastifyInstance, { storage, pools, limits }: Parts): void {
  app.post<{ Params: RunParams; Querystring: SeriesAppendQuery }>(
    '/v1/runs/:runId/series',
    {
      config: { storesOnce: true, rawBody: true, auditedTogether: true },
      schema: {
        operationId: 'appendSeries',
        tags: ['series'],
        summary: 'Log several series at once.',
        description:
          'Stores all points of a request in one transaction, or none. 200 means that they are on disk. A retry is safe: a point that is ' +
          'already stored with the same value counts as a duplicate. Steps must increase within a request; requests may come in any order. ' +
          'Without `startStep`, values start at step 0 where a series is empty; otherwise they must repeat what is stored. Names are exact: ' +
          'another column or field is an error.',
        params: RunParams,
        querystring: SeriesAppendQuery,
        body: {
          required: true,
          content: {
            [mediaTypes.json]: { schema: ref(SeriesLogSchema), examples: seriesLogExamples.json },
            [mediaTypes.ndjson]: { schema: text, examples: seriesLogExamples.ndjson },
            [mediaTypes.csv]: { schema: text, examples: seriesLogExamples.csv }
          }
        },
        response: {
          200: jsonAnswer('How many points were stored.', ref(SeriesReceipt), { receipt: { value: seriesReceiptExample } }),
          ...problemAnswers('start-step-required', 'run-not-found', 'norm-conflict', 'too-many-points')
        }
      }
    },
    (request, reply) =>
      answerOnce<JointOutcome>(request, reply, {
        async work({ once }) {
          const log = await readSeriesLog(request, pools)
          const counted = { project: request.project, subject: subjectOf(request) }
          const points = [...log.parts.values()].reduce((sum, { values }) => sum + values.length, 0)
          let outcome: JointOutcome = new Map()
          await storeCounted(storage, limits, counted, points, async (newPointsMax) => {
            outcome = await appendSeries(request.storage, request.params.runId, log, {
              ...request.query,
              ...(once && { once }),
              ...(newPointsMax === undefined ? {} : { newPointsMax })
            })
            return { appended: [...outcome.values()].reduce((sum, { appended }) => sum + appended, 0) }
          })
          return outcome
        },
        answerOf: (stored) => ({ status: 200, headers: {}, body: toJson({ series: Object.fromEntries(stored) }) })
      })
  )

  app.get<{ Params: SeriesParams; Querystring: SeriesReadQuery }>(
    '/v1/runs/:runId/series/:name',
    {
      schema: {
        operationId: 'readSeries',
        tags: ['series'],
        summary: 'Read a series of a run.',
        description:
          'Returns all current points in step order, without sampling. application/octet-stream has only the values (float64, ' +
          'little-endian), with the first step and the stride as headers; it needs evenly spaced steps.',
        params: SeriesParams,
        querystring: SeriesReadQuery,
        response: {
          200: {
            description: 'The points.',
            headers: { ETag: headers.etag, Vary: headers.vary, 'Start-Step': headers.startStep, Stride: headers.stride },
            content: {
              [mediaTypes.json]: { schema: ref(SeriesPoints), examples: seriesPointsExamples },
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
    (request, reply) => answerSeries(request, reply, request.params.runId, request.params.name, 'name')
  )
}

/** @throws Problem `invalid-request` */
async function readSeriesLog(request: FastifyRequest, { json }: Parts['pools']): Promise<SeriesLog> {
  const bytes = request.bytes as Buffer
  const memory = request.bodyMemory
  if (request.mediaType === mediaTypes.json) return held(await json.readSeries(bytes), memory)
  const read = request.mediaType === mediaTypes.ndjson ? readNdjsonSeries : request.mediaType === mediaTypes.csv ? readCsvSeries : undefined
  if (read === undefined) throw new Problem('unsupported-media-type', `This path does not read ${request.mediaType}.`)
  // Lists that grow by doubling.
  const working = 6 * bytes.length
  memory.take(working, '')
  const log = await read(asChunks(bytes))
  memory.giveBack(working)
  return held(log, memory)
}

/** A log that has memory of its own besides the body's. */
function held(log: SeriesLog, memory: HeldMemory): SeriesLog {
  for (const { steps, values } of log.parts.values()) {
    memory.take(values.byteLength + (steps instanceof Float64Array ? steps.byteLength : 0), '')
  }
  return log
}
