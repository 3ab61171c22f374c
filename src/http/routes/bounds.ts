import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { boundSchedule } from '../../services/comparison/bound-schedule.ts'
import { compareSchedules } from '../../services/comparison/compare-schedules.ts'
import type { Parts } from '../../services/parts.ts'
import { mediaTypes } from '../media-types.ts'
import { jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { boundExample, boundRequestExamples, comparisonExample, comparisonRequestExamples } from '../schemas/bound-examples.ts'
import { Bound, BoundRequest, Comparison, ComparisonRequest } from '../schemas/bounds.ts'
import { ref } from '../schemas/ref.ts'

/** What the theory says of schedules on given norms. */
export function boundRoutes(app: FastifyInstance, { pools }: Parts): void {
  app.post<{ Body: BoundRequest }>(
    '/v1/bounds',
    {
      config: { access: 'read', numberLists: ['norms/values', 'candidate/multipliers'] },
      schema: {
        operationId: 'boundSchedule',
        tags: ['schedules'],
        summary: 'Compute the bound of a schedule on gradient norms.',
        description:
          'Returns the general bound of arXiv:2310.07831 (Theorem 10), the base learning rate with the least bound, and the terms of the ' +
          'bound. Trailing zeros of the schedule are dropped, with their norms.',
        body: jsonBody(ref(BoundRequest), boundRequestExamples),
        response: {
          200: jsonAnswer('The bound.', ref(Bound), { bound: { value: boundExample } }),
          ...problemAnswers('run-not-found', 'schedule-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    async (request, reply) =>
      reply
        .type(mediaTypes.json)
        .send(toJson(await boundSchedule({ storage: request.storage, memory: reply.memory }, pools.comparison, request.body)))
  )

  app.post<{ Body: ComparisonRequest }>(
    '/v1/comparisons',
    {
      config: { access: 'read', numberLists: ['norms/values', 'candidates/*/multipliers'] },
      schema: {
        operationId: 'compareSchedules',
        tags: ['schedules'],
        summary: 'Rank schedules on gradient norms.',
        description:
          'Ranks by the general bound, each schedule at its best base learning rate. `{ "rule": "refined" }` is the refinement of the same ' +
          'norms. With `"parameters": { "method": "numeric", "window": 0 }` it has the least bound of all schedules of this length.',
        body: jsonBody(ref(ComparisonRequest), comparisonRequestExamples),
        response: {
          200: jsonAnswer('The ranking.', ref(Comparison), { comparison: { value: comparisonExample } }),
          ...problemAnswers('run-not-found', 'schedule-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    async (request, reply) =>
      reply
        .type(mediaTypes.json)
        .send(toJson(await compareSchedules({ storage: request.storage, memory: reply.memory }, pools.comparison, request.body)))
  )
}
