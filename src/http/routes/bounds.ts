import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { boundSchedule } from '../../services/comparison/bound-schedule.ts'
import { compareSchedules } from '../../services/comparison/compare-schedules.ts'
import type { Storage } from '../../storage/storage.ts'
import type { ComparisonPool } from '../../workers/comparison/pool.ts'
import { mediaTypes } from '../media-types.ts'
import { jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { boundExample, boundRequestExamples, comparisonExample, comparisonRequestExamples } from '../schemas/bound-examples.ts'
import { Bound, BoundRequest, Comparison, ComparisonRequest } from '../schemas/bounds.ts'
import { ref } from '../schemas/ref.ts'

/** What the theory says of schedules on given norms. */
export function boundRoutes(app: FastifyInstance, { storage, comparisonPool }: { storage: Storage; comparisonPool: ComparisonPool }): void {
  app.post<{ Body: BoundRequest }>(
    '/v1/bounds',
    {
      config: { numberLists: ['norms/values', 'candidate/multipliers'] },
      schema: {
        operationId: 'boundSchedule',
        tags: ['schedules'],
        summary: 'The bound of a schedule on gradient norms.',
        description:
          'The general bound of arXiv:2310.07831 (Theorem 10), its best base rate and its terms. Trailing zeros of the schedule are dropped ' +
          'with their norms.',
        body: jsonBody(ref(BoundRequest), boundRequestExamples),
        response: {
          200: jsonAnswer('The bound.', ref(Bound), { bound: { value: boundExample } }),
          ...problemAnswers('run-not-found', 'schedule-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await boundSchedule(storage, comparisonPool, request.body)))
  )

  app.post<{ Body: ComparisonRequest }>(
    '/v1/comparisons',
    {
      config: { numberLists: ['norms/values', 'candidates/*/multipliers'] },
      schema: {
        operationId: 'compareSchedules',
        tags: ['schedules'],
        summary: 'Rank schedules on gradient norms.',
        description:
          'By the general bound, each schedule at its best base rate. `{ "rule": "refined" }` is the refinement of the same norms; with ' +
          '`"parameters": { "method": "numeric", "window": 0 }` no schedule of as many steps is below it.',
        body: jsonBody(ref(ComparisonRequest), comparisonRequestExamples),
        response: {
          200: jsonAnswer('The ranking.', ref(Comparison), { comparison: { value: comparisonExample } }),
          ...problemAnswers('run-not-found', 'schedule-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await compareSchedules(storage, comparisonPool, request.body)))
  )
}
