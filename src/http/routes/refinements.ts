import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { createRefinedSchedule } from '../../services/create-refined-schedule.ts'
import { refineRun } from '../../services/refine-run.ts'
import { refineValues } from '../../services/refine-values.ts'
import type { Storage } from '../../storage/storage.ts'
import type { RefinementPool } from '../../workers/refinement-pool.ts'
import { mediaTypes } from '../media-types.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { refinementAnswer, scheduleAnswer } from '../schedule-answer.ts'
import { headers, jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { ref } from '../schemas/ref.ts'
import { Refinement, RefinementRequest } from '../schemas/refinement.ts'
import { RunParams } from '../schemas/run.ts'
import { Schedule, ScheduleCreate } from '../schemas/schedule.ts'
import { refinementExample, scheduleExample } from '../schemas/schedule-examples.ts'

interface Parts {
  storage: Storage
  refinementPool: RefinementPool
}

const optionsExamples = {
  defaults: { summary: 'As the paper does it', value: {} },
  reference: { summary: "As the authors' script does it", value: { preset: 'reference', steps: 90000 } }
}

/** From norms to a schedule. */
export function refinementRoutes(app: FastifyInstance, { storage, refinementPool }: Parts): void {
  app.post<{ Body: RefinementRequest }>(
    '/v1/refinements',
    {
      config: { numberLists: ['values'] },
      schema: {
        operationId: 'refine',
        tags: ['refinement'],
        summary: 'Refine a schedule and store nothing.',
        description: 'From norms in the body, one a step, or from those that a run has logged.',
        body: jsonBody(ref(RefinementRequest), {
          values: { summary: 'Norms in the body', value: { values: [1, 1, 1, 1], window: 0 } },
          run: { summary: 'The norms of a run', value: { runId: 'resnet50-seed1', norm: 'l2', steps: 90000 } }
        }),
        response: {
          200: jsonAnswer('Multipliers, and what was done.', ref(Refinement), { refinement: { value: refinementExample } }),
          ...problemAnswers('run-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    async (request, reply) => {
      const { values, runId, ...options } = request.body
      const { multipliers, report } =
        values === undefined
          ? await refineRun(storage, refinementPool, runId ?? '', options)
          : await refineValues(refinementPool, values, options)
      return reply.type(mediaTypes.json).send(refinementAnswer(multipliers, report))
    }
  )

  app.post<{ Params: RunParams; Body: ScheduleCreate }>(
    '/v1/runs/:runId/schedules',
    {
      config: { storesOnce: true, bodyBytesMax: 2 ** 20 },
      schema: {
        operationId: 'createRefinedSchedule',
        tags: ['schedules'],
        summary: 'Refine the norms of a run into a schedule, and store it.',
        description:
          'The same options, defaults filled in, on the same norms are the same schedule: a repetition is answered 200 with the one ' +
          'that there is. The peak learning rate is that of the run at creation.',
        params: RunParams,
        body: jsonBody(ref(ScheduleCreate), optionsExamples, { required: false }),
        response: {
          200: jsonAnswer('The schedule was there.', ref(Schedule), { schedule: { value: scheduleExample } }),
          201: jsonAnswer('The new schedule.', ref(Schedule), { schedule: { value: scheduleExample } }, { Location: headers.location }),
          ...problemAnswers('run-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    (request, reply) =>
      answerOnce(request, reply, async (resourceId) => {
        const { schedule, created } = await createRefinedSchedule(storage, refinementPool, resourceId(), request.params.runId, request.body)
        return {
          status: created ? 201 : 200,
          headers: created ? { location: `/v1/schedules/${schedule.id}` } : {},
          body: toJson(scheduleAnswer(schedule))
        }
      })
  )
}
