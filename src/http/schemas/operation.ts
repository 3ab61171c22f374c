import { type Static, Type } from 'typebox'
import { operationKinds, operationStatuses } from '../../domain/operation.ts'
import { headers, jsonAnswer } from './answers.ts'
import { ProblemDetails } from './problem-details.ts'
import { ref } from './ref.ts'
import { Refinement } from './refinement.ts'
import { Schedule } from './schedule.ts'
import { scheduleExample } from './schedule-examples.ts'

export const OperationId = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: '^[A-Za-z0-9-]+$',
  description: 'The id of an operation, made by the service (UUIDv7).',
  examples: ['0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82']
})

export const OperationParams = Type.Object({ id: OperationId })
export type OperationParams = Static<typeof OperationParams>

export const Operation = Type.Object(
  {
    id: OperationId,
    kind: Type.Enum(operationKinds, { description: 'The call that goes on, by its operationId.' }),
    status: Type.Enum(operationStatuses, {
      description: '`queued` and `running` go on. `done` has a `result`, `failed` a `problem`, `cancelled` neither.'
    }),
    progress: Type.Number({ minimum: 0, maximum: 1, description: 'How much of it is done; never falls.' }),
    result: Type.Optional(
      Type.Union([ref(Schedule), ref(Refinement)], { description: 'The body that the call would have been answered with.' })
    ),
    problem: Type.Optional(ref(ProblemDetails)),
    createdAt: Type.String({ format: 'date-time', description: 'RFC 3339, UTC.' })
  },
  { $id: 'Operation', additionalProperties: false, description: 'A call that goes on after its request was answered.' }
)

export const queuedExample = {
  id: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82',
  kind: 'createRefinedSchedule',
  status: 'queued',
  progress: 0,
  createdAt: '2026-03-02T11:40:05.127Z'
}

export const doneExample = { ...queuedExample, status: 'done', progress: 1, result: scheduleExample }

/** What a call is answered with that goes on as an operation. */
export const acceptedAnswer = jsonAnswer(
  'It takes longer: it goes on as this operation.',
  ref(Operation),
  { queued: { value: queuedExample } },
  { Location: { ...headers.location, description: 'The path of the operation.' } }
)
