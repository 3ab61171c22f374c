import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import type { Parts } from '../../services/parts.ts'
import { createRuleSchedule } from '../../services/schedules/create-rule-schedule.ts'
import { findScheduleRuleEntry, listScheduleRules } from '../../services/schedules/schedule-rule-catalogue.ts'
import { lengthInSteps } from '../length-in-steps.ts'
import { mediaTypes } from '../media-types.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { storedScheduleAnswer } from '../schedule-answer.ts'
import { headers, jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { ref } from '../schemas/ref.ts'
import { Schedule } from '../schemas/schedule.ts'
import { RuleSchedule, ScheduleRule, ScheduleRuleList, ScheduleRuleParams } from '../schemas/schedule-rule.ts'
import { ruleScheduleExamples, scheduleByRuleExample, scheduleRuleExample } from '../schemas/schedule-rule-examples.ts'
import { UnitQuery } from '../schemas/step-units.ts'

/** Schedules by rule: the catalogue, and making one. */
export function scheduleRuleRoutes(app: FastifyInstance, { pools }: Parts): void {
  app.get(
    '/v1/schedule-rules',
    {
      schema: {
        operationId: 'listScheduleRules',
        tags: ['schedules'],
        summary: 'List schedule rules.',
        description:
          'Lists every rule in one page: parameters with ranges and defaults, first and last multiplier, names in other libraries.',
        response: {
          200: jsonAnswer('The catalogue.', ref(ScheduleRuleList), {
            catalogue: { value: { items: [scheduleRuleExample], nextCursor: null } }
          })
        }
      }
    },
    (_request, reply) => reply.type(mediaTypes.json).send(toJson({ items: listScheduleRules(), nextCursor: null }))
  )

  app.get<{ Params: ScheduleRuleParams }>(
    '/v1/schedule-rules/:name',
    {
      schema: {
        operationId: 'getScheduleRule',
        tags: ['schedules'],
        summary: 'Get a schedule rule.',
        description:
          'Returns its source, its parameters with ranges and defaults, its first and last multiplier, and its names in other libraries.',
        params: ScheduleRuleParams,
        response: {
          200: jsonAnswer('The rule.', ref(ScheduleRule), { rule: { value: scheduleRuleExample } }),
          ...problemAnswers('schedule-rule-not-found')
        }
      }
    },
    (request, reply) => reply.type(mediaTypes.json).send(toJson(findScheduleRuleEntry(request.params.name)))
  )

  app.post<{ Querystring: UnitQuery; Body: RuleSchedule }>(
    '/v1/schedules',
    {
      config: { storesOnce: true, bodyBytesMax: 2 ** 20 },
      schema: {
        operationId: 'createSchedule',
        tags: ['schedules'],
        summary: 'Make a schedule by a rule, and store it.',
        description:
          'Each call makes a new schedule. /v1/schedule-rules lists the rules and their parameters; the answer has the defaults filled in. ' +
          'The peak learning rate is the one sent, else the one that the run has now. `?unit=` takes the length in batches, samples, tokens or epochs.',
        querystring: UnitQuery,
        body: jsonBody(ref(RuleSchedule), ruleScheduleExamples),
        response: {
          201: jsonAnswer(
            'The new schedule.',
            ref(Schedule),
            { schedule: { value: scheduleByRuleExample } },
            { Location: headers.location }
          ),
          ...problemAnswers('run-not-found')
        }
      }
    },
    (request, reply) =>
      answerOnce(request, reply, {
        async work(attempt) {
          const { steps, ...schedule } = request.body
          const made = { ...schedule, steps: lengthInSteps('/steps', steps, request.query) }
          return await createRuleSchedule(request.storage, pools.rules, attempt, made)
        },
        answerOf: storedScheduleAnswer
      })
  )
}
