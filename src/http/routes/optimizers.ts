import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemName } from '../../domain/problems.ts'
import { toJson } from '../../formats/json.ts'
import { goldenRunsOf } from '../../services/optimizers/golden-runs.ts'
import { listOptimizers } from '../../services/optimizers/optimizer-catalogue.ts'
import { describeOptimizer } from '../../services/optimizers/optimizer-page.ts'
import { type AnswerReader, type Operation, runOptimizer } from '../../services/optimizers/run-optimizer.ts'
import type { Parts } from '../../services/parts.ts'
import { mediaTypes } from '../media-types.ts'
import { streamOf } from '../number-stream.ts'
import { jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { GoldenRuns, OptimizerList, OptimizerPage, OptimizerParams } from '../schemas/optimizer-catalogue.ts'
import { goldenExample, operationSchemas, optimizerExample, optimizerPageExample } from '../schemas/optimizer-examples.ts'
import { ref } from '../schemas/ref.ts'

const binary = { type: 'string', format: 'binary' }
const ofTensors: ProblemName[] = ['optimizer-not-found', 'shape-mismatch', 'non-finite']
const ofSteps: ProblemName[] = [...ofTensors, 'loss-required', 'sample-index-required']
const problemsOf: Readonly<Record<Operation, ProblemName[]>> = {
  init: ofTensors,
  step: ofSteps,
  replay: [...ofSteps, 'schedule-not-found']
}

/** Optimizers: their catalogue, and their steps without a state of the service's own. */
export function optimizerRoutes(app: FastifyInstance, parts: Parts): void {
  app.get(
    '/v1/optimizers',
    {
      schema: {
        operationId: 'listOptimizers',
        tags: ['optimizers'],
        summary: 'List the optimizers, by family.',
        description: 'Lists every optimizer, in one page.',
        response: {
          200: jsonAnswer('The catalogue.', ref(OptimizerList), {
            catalogue: { value: { items: [optimizerExample], nextCursor: null } }
          })
        }
      }
    },
    (_request, reply) => reply.type(mediaTypes.json).send(toJson({ items: listOptimizers(), nextCursor: null }))
  )

  app.get<{ Params: OptimizerParams }>(
    '/v1/optimizers/:name',
    {
      schema: {
        operationId: 'getOptimizer',
        tags: ['optimizers'],
        summary: 'Get an optimizer.',
        description:
          'Returns its source, its update as text and in LaTeX, its hyperparameters with ranges and defaults, what each step needs and reports, and the slots of ' +
          'its state.',
        params: OptimizerParams,
        response: {
          200: jsonAnswer('The optimizer.', ref(OptimizerPage), { optimizer: { value: optimizerPageExample } }),
          ...problemAnswers('optimizer-not-found')
        }
      }
    },
    (request, reply) => reply.type(mediaTypes.json).send(toJson(describeOptimizer(request.params.name)))
  )

  app.get<{ Params: OptimizerParams }>(
    '/v1/optimizers/:name/golden',
    {
      schema: {
        operationId: 'getOptimizerGolden',
        tags: ['optimizers'],
        summary: 'Get golden runs, to test a port.',
        description:
          'Returns recorded runs of the official code, with where it is from: each as the request of a replay and what must come back. Send `request` to your ' +
          'port, or to POST /v1/optimizers/{name}/replay, and compare with `expected`: in float64 they agree to 1e-11, relative to the largest entry of a tensor.',
        params: OptimizerParams,
        response: {
          200: jsonAnswer('The runs.', ref(GoldenRuns), { golden: { summary: 'Shortened to one step', value: goldenExample } }),
          ...problemAnswers('optimizer-not-found')
        }
      }
    },
    (request, reply) => reply.type(mediaTypes.json).send(toJson(goldenRunsOf(request.params.name)))
  )

  for (const [operation, { id, summary, description, request, answer }] of Object.entries(operationSchemas)) {
    app.post<{ Params: OptimizerParams }>(
      `/v1/optimizers/:name/${operation}`,
      {
        // The last digits of computed numbers are noise, which no coding makes smaller.
        config: {
          access: 'read',
          rawBody: true,
          ...(operation === 'replay' && { streamedBody: 'safetensors' as const }),
          reusedBody: true,
          uncompressed: [mediaTypes.safetensors]
        },
        schema: {
          operationId: id,
          tags: ['optimizers'],
          summary,
          description,
          params: OptimizerParams,
          body: {
            required: true,
            content: {
              [mediaTypes.json]: { schema: ref(request.schema), examples: request.examples },
              [mediaTypes.safetensors]: { schema: binary }
            }
          },
          response: {
            200: {
              description: answer.description,
              content: {
                [mediaTypes.json]: { schema: ref(answer.schema), examples: answer.examples },
                [mediaTypes.safetensors]: { schema: binary }
              }
            },
            ...problemAnswers(...problemsOf[operation as Operation])
          }
        }
      },
      (request, reply) => answerWork(parts, operation as Operation, request, reply)
    )
  }
}

async function answerWork(
  parts: Parts,
  operation: Operation,
  request: FastifyRequest<{ Params: OptimizerParams }>,
  reply: FastifyReply
): Promise<FastifyReply> {
  const { bytes, pieces } = request
  const work = {
    optimizer: request.params.name,
    operation,
    input: formatOf(request.mediaType),
    output: formatOf(request.answerType)
  } as const
  const answer = await runOptimizer(request.storage, parts, work, {
    body: pieces?.body ?? movable(bytes!),
    bodyBytes: pieces?.bytesMax ?? bytes!.length,
    isStreamed: pieces !== undefined,
    reader: readerOf(reply.raw)
  }).catch((error: unknown) => {
    pieces?.discard()
    throw error
  })
  reply.type(request.answerType)
  if ('chunks' in answer) {
    if (answer.length !== undefined) reply.header('content-length', answer.length)
    return reply.send(streamOf(answer.chunks))
  }
  const [only, ...more] = answer
  if (only !== undefined && more.length === 0) return reply.send(Buffer.from(only.buffer, only.byteOffset, only.byteLength))
  reply.header('content-length', lengthOf(answer))
  return reply.send(streamOf(answer))
}

/** Not by an AbortSignal, which takes longer to make than a small step. */
function readerOf(answer: ServerResponse): AnswerReader {
  let isGone = answer.destroyed
  const acts = new Set<() => void>()
  answer.once('close', () => {
    isGone = true
    for (const act of acts) act()
  })
  return {
    isGone: () => isGone,
    onGone: (act) => {
      acts.add(act)
      return () => acts.delete(act)
    }
  }
}

const formatOf = (mediaType: string | undefined) => (mediaType === mediaTypes.safetensors ? 'safetensors' : 'json')

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** A body in memory of its own, which can move to a thread, or in memory that the thread can read. */
function movable(bytes: Uint8Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = bytes
  if (buffer instanceof SharedArrayBuffer) return new Uint8Array(buffer, byteOffset, byteLength)
  return byteLength === buffer.byteLength ? bytes : new Uint8Array(bytes)
}
