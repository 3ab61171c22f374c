import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fixOfName } from '../../domain/closest-name.ts'
import { isOperation, type Operation } from '../../domain/operation.ts'
import { invalid } from '../../domain/problems.ts'
import { isSeriesName, type SeriesName, seriesNames } from '../../domain/series.ts'
import { toJson } from '../../formats/json.ts'
import type { ImportResult, ImportWishes } from '../../services/imports/import-log.ts'
import { importOnce } from '../../services/imports/import-once.ts'
import { type ArrivingFile, receiveFiles, type Upload } from '../../services/imports/upload.ts'
import type { Parts } from '../../services/parts.ts'
import { mediaTypes } from '../media-types.ts'
import { multipartFiles } from '../multipart.ts'
import { operationText, whenEnded } from '../operation-answer.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { subjectOf } from '../plugins/request-limit.ts'
import { prefersOperation } from '../prefer.ts'
import { jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { ImportQuery, ImportReceipt, importExample } from '../schemas/imports.ts'
import { acceptedAnswer } from '../schemas/operation.ts'
import { ref } from '../schemas/ref.ts'

const binary = { type: 'string', format: 'binary' }
const examples = { import: { value: importExample } }

/** Logs as they lie on a disk. */
export function importRoute(app: FastifyInstance, parts: Parts): void {
  app.post<{ Querystring: ImportQuery }>(
    '/v1/imports',
    {
      config: { storesOnce: true, waits: true, streamedBody: 'all', rawBody: true },
      schema: {
        operationId: 'importLog',
        tags: ['series'],
        summary: 'Import a log as it lies on the disk.',
        description:
          'Takes one file of any format as the body, or several as multipart/form-data with their relative paths as file names: the folder of a run, ' +
          'its event files, the parts of a history. Finds the format by what is in it and the columns by their names, and stores every series of every ' +
          'run in one transaction, or nothing. Runs are made where they are missing. The same file again stores nothing. What names do not tell is ' +
          'refused, with every column. An import of more than 64 MiB, or with `Prefer: respond-async`, goes on as an operation (202), whose `result` is the receipt.',
        querystring: ImportQuery,
        body: {
          required: true,
          content: { [mediaTypes.binary]: { schema: binary }, [mediaTypes.formData]: { schema: filesSchema, examples: formExamples } }
        },
        response: {
          200: jsonAnswer('Nothing was new, or nothing was to be stored.', ref(ImportReceipt), examples),
          201: jsonAnswer('What was stored.', ref(ImportReceipt), examples),
          202: acceptedAnswer,
          ...problemAnswers('ambiguous-log', 'norm-conflict', 'too-many-points')
        }
      }
    },
    async (request, reply) => {
      const wishes = wishesOf(request)
      const upload = await receiveFiles(filesOf(request), reply.memory)
      request.bodyDigest = upload.digest
      try {
        return await answer(request, reply, parts, upload, wishes)
      } finally {
        upload.release()
      }
    }
  )
}

const filesSchema = {
  type: 'object',
  properties: { files: { type: 'array', items: binary, description: 'The files, each with its relative path as `filename`.' } }
}
const formExamples = { folder: { summary: 'The folder of a run', value: { files: ['run-1/events.out.tfevents.1764000000.host.1.0'] } } }

function answer(request: FastifyRequest, reply: FastifyReply, parts: Parts, upload: Upload, wishes: ImportWishes): Promise<FastifyReply> {
  const wantsOperation = prefersOperation(request, reply)
  return answerOnce<ImportResult | Operation>(request, reply, {
    work: (attempt) =>
      importOnce(parts, request.storage, upload, wishes, {
        attempt,
        requestId: request.id,
        counted: { project: request.project, subject: subjectOf(request) },
        wantsOperation
      }),
    later: (result) => whenEnded(request, reply, parts.operations, result),
    answerOf(result) {
      const ended = isOperation(result) ? result.outcome : result
      if (ended !== null && 'receipt' in ended) return { status: ended.created ? 201 : 200, headers: {}, body: toJson(ended.receipt) }
      const operation = result as Operation
      return { status: 202, headers: { location: `/v1/operations/${operation.id}` }, body: operationText(operation) }
    }
  })
}

function filesOf(request: FastifyRequest<{ Querystring: ImportQuery }>): AsyncIterable<ArrivingFile> {
  const { filename } = request.query
  const body = request.pieces?.body
  if (body === undefined) throw invalid('', 'The body is missing.', 'Send the log as the body, or files as multipart/form-data.')
  if (request.mediaType !== mediaTypes.formData) return oneFile(filename ?? '', body)
  if (filename !== undefined) throw invalid('query/filename', 'does not apply: each part of the body has its own.', 'Leave it out.')
  return multipartFiles(request.headers, body)
}

async function* oneFile(name: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ArrivingFile> {
  yield { name, pieces }
}

function wishesOf({ query }: FastifyRequest<{ Querystring: ImportQuery }>): ImportWishes {
  const { map = [], dryRun, runId, run, input, step, onConflict } = query
  return {
    dryRun,
    onConflict,
    map: mapOf([map].flat()),
    ...(runId === undefined ? {} : { runId }),
    ...(run === undefined ? {} : { run }),
    ...(input === undefined ? {} : { input }),
    ...(step === undefined ? {} : { step })
  }
}

/** @throws Problem `invalid-request` for what is no series, or is there twice */
function mapOf(texts: readonly string[]): Map<SeriesName, string | null> {
  const map = new Map<SeriesName, string | null>()
  for (const text of texts) {
    const at = text.indexOf('=')
    const name = at === -1 ? text : text.slice(0, at)
    if (at === -1) throw invalid('query/map', `${JSON.stringify(text)} is no <series>=<column>.`, 'Send it as l2=grad_norm.')
    if (!isSeriesName(name)) {
      throw invalid('query/map', `${JSON.stringify(name)} is not the name of a series.`, fixOfName(name, seriesNames))
    }
    if (map.has(name)) throw invalid('query/map', `The series ${name} is there twice.`, 'Send it once.')
    map.set(name, text.slice(at + 1) === '' ? null : text.slice(at + 1))
  }
  return map
}
