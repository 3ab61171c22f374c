import type { FastifyInstance } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { isOperation, type Operation } from '../../domain/operation.ts'
import { invalid } from '../../domain/problems.ts'
import { toJson } from '../../formats/json.ts'
import type { Parts } from '../../services/parts.ts'
import { createRefinedSchedule } from '../../services/refinement/create-refined-schedule.ts'
import { previewRefinement } from '../../services/refinement/preview-refinement.ts'
import { refineNorms } from '../../services/refinement/refine-norms.ts'
import { lengthInSteps } from '../length-in-steps.ts'
import { mediaTypes } from '../media-types.ts'
import { operationAnswer, operationText, resultAnswer, type ScheduleOutcome, scheduleOf, whenEnded } from '../operation-answer.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { refinementAnswer, storedScheduleAnswer } from '../schedule-answer.ts'
import { headers, jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { acceptedAnswer } from '../schemas/operation.ts'
import { ref } from '../schemas/ref.ts'
import { PreviewOptions, PreviewQuery, Refinement, RefinementPreview, RefinementRequest } from '../schemas/refinement.ts'
import { RunParams } from '../schemas/run.ts'
import { Schedule, ScheduleCreate } from '../schemas/schedule.ts'
import { refinementExample, refinementPreviewExample, scheduleExample } from '../schemas/schedule-examples.ts'
import { UnitQuery } from '../schemas/step-units.ts'

const optionsExamples = {
  defaults: { summary: 'As in the paper', value: {} },
  several: { summary: 'From several seeds', value: { withRuns: ['resnet50-seed2', 'resnet50-seed3'] } },
  reference: { summary: "As in the authors' script", value: { preset: 'reference', steps: 90000 } }
}

/** From norms to a schedule. */
export function refinementRoutes(app: FastifyInstance, parts: Parts): void {
  const { operations } = parts

  app.post<{ Body: RefinementRequest }>(
    '/v1/refinements',
    {
      config: { access: 'read', numberLists: ['values', 'losses'], waits: true },
      schema: {
        operationId: 'refine',
        tags: ['refinement'],
        summary: 'Refine gradient norms into a schedule, without storing it.',
        description:
          'Takes norms from the body, one per step, or from a run, or from several runs. For several runs, scales each to the median of ' +
          'their scales, aligns them by fraction of their extent and refines the median; the report then has `runs` and `band`. A refinement that takes longer than about a second becomes an ' +
          'operation (202), whose `result` is the refinement.',
        body: jsonBody(ref(RefinementRequest), {
          values: { summary: 'Norms in the body', value: { values: [1, 1, 1, 1], window: 0 } },
          runs: { summary: 'The median of several runs', value: { runIds: ['resnet50-seed1', 'resnet50-seed2'] } },
          run: { summary: 'The norms of a run', value: { runId: 'resnet50-seed1', norm: 'l2', steps: 90000 } }
        }),
        response: {
          200: jsonAnswer('The multipliers and the report.', ref(Refinement), { refinement: { value: refinementExample } }),
          202: acceptedAnswer,
          ...problemAnswers('run-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    async (request, reply) => {
      const { values, losses, runId, runIds = [], ...options } = request.body
      if (losses !== undefined && values === undefined) {
        throw invalid('/losses', 'belong to `values`, and there are none.', 'Log the losses of a run as its series `loss`.')
      }
      const source = values !== undefined ? { values, losses: losses ?? null } : runId !== undefined ? { runId } : { runIds }
      const answer = await refineNorms(request.storage, reply.memory, parts, { id: uuidv7(), requestId: request.id }, source, options)
      const operation = await whenEnded(request, reply, operations, answer)
      reply.type(mediaTypes.json)
      if (!isOperation(operation)) return reply.send(refinementAnswer(operation.multipliers, operation.report))
      if (operation.status === 'done') return reply.send(resultAnswer(request.storage, operation))
      return reply.code(202).header('location', `/v1/operations/${operation.id}`).send(operationAnswer(request.storage, operation))
    }
  )

  app.post<{ Params: RunParams; Querystring: PreviewQuery; Body: PreviewOptions }>(
    '/v1/runs/:runId/refinements/preview',
    {
      config: { access: 'read', bodyBytesMax: 2 ** 20 },
      schema: {
        operationId: 'previewRefinement',
        tags: ['refinement'],
        summary: 'Refine the gradient norms of a run, to be drawn.',
        description:
          'The multipliers, the filtered norms, and the filtered losses where some are read beside them, at `points` steps at most, first and last among them, and the whole report: what a chart ' +
          'needs to follow an option as it is moved. Stores nothing.',
        params: RunParams,
        querystring: PreviewQuery,
        body: jsonBody(ref(PreviewOptions), { defaults: { value: {} }, window: { value: { window: 0.02 } } }, { required: false }),
        response: {
          200: jsonAnswer('The curves and the report.', ref(RefinementPreview), { preview: { value: refinementPreviewExample } }),
          ...problemAnswers('run-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    async (request, reply) => {
      const { params, query, body } = request
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort(new Error('the client went away')))
      const preview = await previewRefinement(request.storage, reply.memory, parts, params.runId, body, query.points, gone.signal).catch(
        (error: unknown) => {
          if (!gone.signal.aborted) throw error
          return null
        }
      )
      // There is nobody to answer.
      if (preview === null) return reply.hijack()
      const { multipliers, norms, losses, report } = preview
      const steps = multipliers.steps.at(-1)! + 1
      const drawn = { multipliers: plainOf(multipliers), norms: plainOf(norms), losses: losses && plainOf(losses) }
      return reply.type(mediaTypes.json).send(toJson({ steps, ...drawn, report }))
    }
  )

  app.post<{ Params: RunParams; Querystring: UnitQuery; Body: ScheduleCreate }>(
    '/v1/runs/:runId/schedules',
    {
      config: { storesOnce: true, waits: true, bodyBytesMax: 2 ** 20 },
      schema: {
        operationId: 'createRefinedSchedule',
        tags: ['schedules'],
        summary: 'Refine the gradient norms of a run into a schedule, and store it.',
        description:
          'The same options on the same norms give the same schedule: a repetition answers 200 with the existing one. The schedule takes ' +
          'the peak learning rate that the run has now. `withRuns` refines the median of several runs. A refinement that takes longer than about a second becomes an ' +
          'operation (202) on the norms as they are now; its `result` is the schedule.',
        params: RunParams,
        querystring: UnitQuery,
        body: jsonBody(ref(ScheduleCreate), optionsExamples, { required: false }),
        response: {
          200: jsonAnswer('The existing schedule.', ref(Schedule), { schedule: { value: scheduleExample } }),
          201: jsonAnswer('The new schedule.', ref(Schedule), { schedule: { value: scheduleExample } }, { Location: headers.location }),
          202: acceptedAnswer,
          ...problemAnswers('run-not-found', 'too-few-norms', 'series-too-long')
        }
      }
    },
    (request, reply) =>
      answerOnce<ScheduleOutcome | Operation>(request, reply, {
        work: (attempt) =>
          createRefinedSchedule(
            request.storage,
            reply.memory,
            parts,
            { attempt, scheduleId: uuidv7(), requestId: request.id },
            request.params.runId,
            withSteps(request.body, request.query)
          ),
        later: (result) => whenEnded(request, reply, operations, result),
        answerOf(result) {
          const made = isOperation(result) ? scheduleOf(result) : result
          if (made !== null) return storedScheduleAnswer(made)
          const operation = result as Operation
          return { status: 202, headers: { location: `/v1/operations/${operation.id}` }, body: operationText(operation) }
        }
      })
  )
}

const plainOf = ({ steps, values }: { steps: Float64Array; values: Float64Array }) => ({
  steps: Array.from(steps),
  values: Array.from(values)
})

/** @throws Problem `invalid-request` for a unit without a length, or a length that is not whole */
function withSteps({ steps, ...options }: ScheduleCreate, query: UnitQuery): ScheduleCreate {
  if (steps !== undefined) return { ...options, steps: lengthInSteps('/steps', steps, query) }
  if (query.unit === undefined) return options
  throw invalid('query/unit', 'is the unit of `steps`, but there are none.', 'Send `steps`, or leave `unit` out.')
}
