import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { auditLearningRates } from '../../services/audits/audit-learning-rates.ts'
import type { Parts } from '../../services/parts.ts'
import { mediaTypes } from '../media-types.ts'
import { jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { auditExample, auditRequestExamples } from '../schemas/audit-examples.ts'
import { LearningRateAudit, LearningRateAuditRequest } from '../schemas/audits.ts'
import { ref } from '../schemas/ref.ts'

/** What the learning rate of a training really was. */
export function auditRoutes(app: FastifyInstance, { pools }: Parts): void {
  app.post<{ Body: LearningRateAuditRequest }>(
    '/v1/audits',
    {
      config: { access: 'read', numberLists: ['learningRates/values', 'learningRates/steps', 'against/multipliers'] },
      schema: {
        operationId: 'auditLearningRates',
        tags: ['schedules'],
        summary: 'Compare the learning rates that were used with the schedule that was meant.',
        description:
          'Finds where a trainer went another way: another peak, steps counted by processes or batches, a resumption without the state of the scheduler, another length, ' +
          'a rate that stays. Each finding says from which step to which, and what to mend in the trainer. `nearest` says which rule the rates are like. Stores nothing.',
        body: jsonBody(ref(LearningRateAuditRequest), auditRequestExamples),
        response: {
          200: jsonAnswer('What the rates are.', ref(LearningRateAudit), { audit: { value: auditExample } }),
          ...problemAnswers('run-not-found', 'schedule-not-found', 'no-learning-rates', 'too-large-for-memory')
        }
      }
    },
    async (request, reply) =>
      reply
        .type(mediaTypes.json)
        .send(
          toJson(
            await auditLearningRates(request.storage, reply.memory, pools.audits, request.body as Parameters<typeof auditLearningRates>[3])
          )
        )
  )
}
