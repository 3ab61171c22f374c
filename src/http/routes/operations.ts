import type { FastifyInstance } from 'fastify'
import { cancelOperation } from '../../services/operations/cancel-operation.ts'
import { findOperation } from '../../services/operations/find-operation.ts'
import { listOperations } from '../../services/operations/list-operations.ts'
import type { Parts } from '../../services/parts.ts'
import { mediaTypes } from '../media-types.ts'
import { operationAnswer, operationText } from '../operation-answer.ts'
import { preferredWait } from '../prefer.ts'
import { headers, jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { doneExample, ListOperationsQuery, Operation, OperationList, OperationParams, queuedExample } from '../schemas/operation.ts'
import { ref } from '../schemas/ref.ts'

/** Calls that go on after their requests were answered. */
export function operationRoutes(app: FastifyInstance, { operations }: Parts): void {
  app.get<{ Querystring: ListOperationsQuery }>(
    '/v1/operations',
    {
      schema: {
        operationId: 'listOperations',
        tags: ['operations'],
        summary: 'List operations, newest first.',
        description: 'Those that go on, and those that ended in the last week. Results that are long are left out: get the operation.',
        querystring: ListOperationsQuery,
        response: {
          200: jsonAnswer(
            'The operations.',
            ref(OperationList),
            { list: { value: { items: [queuedExample], nextCursor: null } } },
            { 'Cache-Control': headers.cacheControl }
          )
        }
      }
    },
    async (request, reply) => {
      const items = (await listOperations(request.storage, request.query.limit)).map(operationText)
      return reply
        .type(mediaTypes.json)
        .header('cache-control', 'no-store')
        .send(`{"items":[${items.join(',')}],"nextCursor":null}`)
    }
  )

  app.get<{ Params: OperationParams }>(
    '/v1/operations/:id',
    {
      config: { waits: true },
      schema: {
        operationId: 'getOperation',
        tags: ['operations'],
        summary: 'Get the progress and result of an operation.',
        description:
          'Poll it about once a second, or send `Prefer: wait=<seconds>` to wait until it has ended. An operation is kept for a week after ' +
          'it has ended; long results may be dropped earlier. A schedule that it has made is kept for good.',
        params: OperationParams,
        response: {
          200: jsonAnswer(
            'The operation.',
            ref(Operation),
            { queued: { value: queuedExample }, done: { value: doneExample } },
            { 'Cache-Control': headers.cacheControl }
          ),
          ...problemAnswers('operation-not-found')
        }
      }
    },
    async (request, reply) => {
      const found = await findOperation(request.storage, request.params.id)
      const operation = await operations.wait(request.storage, found, preferredWait(request, reply))
      return reply.type(mediaTypes.json).header('cache-control', 'no-store').send(operationAnswer(request.storage, operation))
    }
  )

  app.delete<{ Params: OperationParams }>(
    '/v1/operations/:id',
    {
      schema: {
        operationId: 'cancelOperation',
        tags: ['operations'],
        summary: 'Cancel an operation.',
        description:
          'After 204 the operation has no result, and its computation stops within a second. Cancelling again answers 204. If it was done ' +
          'or had failed before, the answer is 409 and it stays as it is.',
        params: OperationParams,
        response: { 204: { description: 'The operation is cancelled.' }, ...problemAnswers('operation-not-found', 'operation-ended') }
      }
    },
    async (request, reply) => {
      await cancelOperation(request.storage, request.params.id)
      return reply.code(204).send()
    }
  )
}
