import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import type { Parts } from '../../services/parts.ts'
import { extendSchedule } from '../../services/schedules/extend-schedule.ts'
import { fitSchedule } from '../../services/schedules/fit-schedule.ts'
import { lengthInSteps, positionInSteps } from '../length-in-steps.ts'
import { mediaTypes } from '../media-types.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { storedScheduleAnswer } from '../schedule-answer.ts'
import { headers, jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { fitsExample, horizonExample } from '../schemas/fit-examples.ts'
import { FitRequest, Fits } from '../schemas/fits.ts'
import { HorizonCreate } from '../schemas/horizon.ts'
import { ref } from '../schemas/ref.ts'
import { Schedule, ScheduleParams } from '../schemas/schedule.ts'
import { UnitQuery } from '../schemas/step-units.ts'

/** What a schedule is near to, and what becomes of it when the run is to be longer or shorter. */
export function scheduleFitRoutes(app: FastifyInstance, { pools }: Parts): void {
  app.post<{ Params: ScheduleParams; Body: FitRequest }>(
    '/v1/schedules/:id/fits',
    {
      config: { access: 'read', bodyBytesMax: 2 ** 20 },
      schema: {
        operationId: 'fitSchedule',
        tags: ['schedules'],
        summary: 'Find the standard schedules closest to a schedule.',
        description:
          'Returns the closest warm-up with polynomial decay, the closest schedule of each rule with its loss in the bound, and the fewest ' +
          'straight pieces within a tolerance. Stores nothing.',
        params: ScheduleParams,
        body: jsonBody(
          ref(FitRequest),
          { defaults: { value: {} }, some: { summary: 'Two rules', value: { rules: ['cosine', 'wsd'], tolerance: 0.02 } } },
          { required: false }
        ),
        response: {
          200: jsonAnswer('The fits.', ref(Fits), { fits: { value: fitsExample } }),
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    async (request, reply) =>
      reply
        .type(mediaTypes.json)
        .send(toJson(await fitSchedule(request.storage, reply.memory, pools.fits, request.params.id, request.body)))
  )

  app.post<{ Params: ScheduleParams; Querystring: UnitQuery; Body: HorizonCreate }>(
    '/v1/schedules/:id/horizons',
    {
      config: { storesOnce: true, bodyBytesMax: 2 ** 20 },
      schema: {
        operationId: 'createHorizon',
        tags: ['schedules'],
        summary: 'Make a schedule longer or shorter, and store the new one.',
        description:
          'For a run in progress: the multipliers of past steps stay. The new schedule is chosen so that a tuned peak learning rate stays ' +
          'right, by γ*, the base learning rate with the least general bound on the norms of the run (or on constant norms, if there are none). If ' +
          'multipliers would exceed 1, the peak learning rate is raised instead. Each call makes a new schedule.',
        params: ScheduleParams,
        querystring: UnitQuery,
        body: jsonBody(ref(HorizonCreate), {
          twice: { summary: 'Twice as long', value: { steps: 100000 } },
          stretch: {
            summary: 'Stretch the rest of the curve from step 40000 on',
            value: { steps: 100000, fromStep: 40000, method: 'stretch' }
          }
        }),
        response: {
          201: jsonAnswer('The new schedule.', ref(Schedule), { schedule: { value: horizonExample } }, { Location: headers.location }),
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    (request, reply) =>
      answerOnce(request, reply, {
        async work(attempt) {
          const { steps, fromStep, ...more } = request.body
          const horizon = {
            ...more,
            steps: lengthInSteps('/steps', steps, request.query),
            ...(fromStep === undefined ? {} : { fromStep: positionInSteps('/fromStep', fromStep, request.query) })
          }
          return await extendSchedule(request.storage, reply.memory, pools.horizons, attempt, request.params.id, horizon)
        },
        answerOf: storedScheduleAnswer
      })
  )
}
