import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isOperation, type Operation } from '../../domain/operation.ts'
import { toJson } from '../../formats/json.ts'
import type { ImportResult, ImportWishes } from '../../services/imports/import-log.ts'
import { importOnce } from '../../services/imports/import-once.ts'
import { receiveFiles, type Upload } from '../../services/imports/upload.ts'
import type { Parts } from '../../services/parts.ts'
import { filesOf, logBody, readingWishes } from '../log-upload.ts'
import { operationText, whenEnded } from '../operation-answer.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { subjectOf } from '../plugins/request-limit.ts'
import { prefersOperation } from '../prefer.ts'
import { jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { ImportQuery, ImportReceipt, importExample } from '../schemas/imports.ts'
import { acceptedAnswer } from '../schemas/operation.ts'
import { ref } from '../schemas/ref.ts'

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
        body: logBody,
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
      const upload = await receiveFiles(filesOf(request, request.query.filename), reply.memory)
      request.bodyDigest = upload.digest
      try {
        return await answer(request, reply, parts, upload, wishes)
      } finally {
        upload.release()
      }
    }
  )
}

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

const wishesOf = ({ query }: FastifyRequest<{ Querystring: ImportQuery }>): ImportWishes => ({
  ...readingWishes(query),
  dryRun: query.dryRun,
  onConflict: query.onConflict,
  ...(query.runId === undefined ? {} : { runId: query.runId })
})
