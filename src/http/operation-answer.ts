import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOperation, type Operation, type OperationOutcome } from '../domain/operation.ts'
import { Problem } from '../domain/problems.ts'
import { toJson } from '../formats/json.ts'
import { readOperationNumbers } from '../services/operations/read-operation-numbers.ts'
import type { Parts, ProjectStorage } from '../services/parts.ts'
import { jsonListOf, streamOf } from './number-stream.ts'
import { problemJson } from './plugins/problem-details.ts'
import { preferredWait } from './prefer.ts'
import { scheduleAnswer } from './schedule-answer.ts'

type RefinementOutcome = Extract<OperationOutcome, { steps: number }>
export type ScheduleOutcome = Extract<OperationOutcome, { schedule: object }>

/** The schedule that an operation has made or found; null where it is not done. */
export const scheduleOf = ({ outcome }: Operation): ScheduleOutcome | null => (outcome !== null && 'schedule' in outcome ? outcome : null)

const problemOf = ({ problem }: Operation): Problem | null =>
  problem && new Problem(problem.type, problem.detail, problem.errors === undefined ? {} : { errors: problem.errors })

/**
 * What a call is answered with, as it is after the time that the client wants to wait.
 * @throws Problem why the operation failed
 */
export async function whenEnded<Answer extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  operations: Parts['operations'],
  answer: Answer | Operation
): Promise<Answer | Operation> {
  const seconds = preferredWait(request, reply)
  if (!isOperation(answer)) return answer
  const operation = await operations.wait(request.storage, answer, seconds)
  const problem = problemOf(operation)
  if (problem !== null) throw problem
  return operation
}

/** An operation with all but a result that is long. */
const withoutNumbers = (operation: Operation): object => {
  const { outcome: _, problem: __, requestId, ...facts } = operation
  const made = scheduleOf(operation)
  const failure = problemOf(operation)
  return {
    ...facts,
    ...(made === null ? {} : { result: scheduleAnswer(made.schedule) }),
    ...(operation.outcome !== null && 'receipt' in operation.outcome ? { result: operation.outcome.receipt } : {}),
    ...(failure === null ? {} : { problem: JSON.parse(problemJson(failure, requestId)) })
  }
}

/** An operation as the contract writes it, but for a refinement that it has made. */
export const operationText = (operation: Operation): string => toJson(withoutNumbers(operation))

/** An operation as the contract writes it, its result included. */
export function operationAnswer(storage: ProjectStorage, operation: Operation): string | Readable {
  const { outcome } = operation
  return outcome !== null && 'steps' in outcome ? streamOf(longOperation(storage, operation, outcome)) : operationText(operation)
}

/** The refinement that an operation has made, as the call would have been answered with it. */
export const resultAnswer = (storage: ProjectStorage, operation: Operation): Readable =>
  streamOf(refinement(storage, operation, operation.outcome as RefinementOutcome))

async function* longOperation(storage: ProjectStorage, operation: Operation, outcome: RefinementOutcome): AsyncGenerator<string> {
  yield `${operationText(operation).slice(0, -1)},"result":`
  yield* refinement(storage, operation, outcome)
  yield '}'
}

async function* refinement(storage: ProjectStorage, { id }: Operation, { steps, report }: RefinementOutcome): AsyncGenerator<string> {
  yield `{"steps":${steps},"multipliers":[`
  yield* jsonListOf(readOperationNumbers(storage, id, 'multipliers'))
  yield `],"report":${toJson(report)}}`
}
