import type { FastifyInstance } from 'fastify'
import { invalid } from '../../domain/problems.ts'
import type { Run as StoredRun } from '../../domain/run.ts'
import { toJson } from '../../formats/json.ts'
import { createRun } from '../../services/runs/create-run.ts'
import { deleteRun } from '../../services/runs/delete-run.ts'
import { findRun } from '../../services/runs/find-run.ts'
import { listRuns } from '../../services/runs/list-runs.ts'
import { patchRun } from '../../services/runs/patch-run.ts'
import { putRun } from '../../services/runs/put-run.ts'
import { readLineage } from '../../services/runs/read-lineage.ts'
import { cursorOf, positionOf } from '../cursor.ts'
import { mediaTypes } from '../media-types.ts'
import { answerOnce } from '../plugins/idempotency.ts'
import { headers, jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { Lineage, lineageExample } from '../schemas/lineage.ts'
import { ref } from '../schemas/ref.ts'
import { ListRunsQuery, Run, RunCreate, RunPage, RunParams, RunPatch, RunPut } from '../schemas/run.ts'
import { runExample } from '../schemas/run-example.ts'

const fieldsExample = {
  name: 'ResNet-50, seed 1',
  optimizer: 'SGD',
  totalSteps: 90000,
  peakLearningRate: 0.1,
  labels: { model: 'resnet50' }
}
const bodyExamples = { run: { summary: 'At the start of a training', value: fieldsExample } }
const answerExamples = { run: { value: runExample } }
/** Runs are small: no need to take as much as for norms. */
const bodyBytesMax = 4 * 2 ** 20

/** Training runs. */
export function runRoutes(app: FastifyInstance): void {
  app.post<{ Body: RunCreate }>(
    '/v1/runs',
    {
      config: { storesOnce: true, bodyBytesMax },
      schema: {
        operationId: 'createRun',
        tags: ['runs'],
        summary: 'Create a run with a generated id.',
        description: 'To choose the id yourself, use PUT; its retries are safe without an Idempotency-Key.',
        body: jsonBody(ref(RunCreate), bodyExamples, { required: false }),
        response: {
          201: jsonAnswer('The new run.', ref(Run), answerExamples, { Location: headers.location }),
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    (request, reply) =>
      answerOnce<StoredRun>(request, reply, {
        work: (attempt) => createRun(request.storage, attempt, request.body),
        answerOf: (run) => ({ status: 201, headers: { location: `/v1/runs/${run.id}` }, body: toJson(run) })
      })
  )

  app.put<{ Params: RunParams; Body: RunPut }>(
    '/v1/runs/:runId',
    {
      config: { bodyBytesMax },
      schema: {
        operationId: 'putRun',
        tags: ['runs'],
        summary: 'Create a run with an id of your choice, or set its fields.',
        description:
          'Safe to repeat: a trainer can send it at every start. Fields that are left out keep their values; null clears a field.',
        params: RunParams,
        body: jsonBody(ref(RunPut), bodyExamples, { required: false }),
        response: {
          200: jsonAnswer('The existing run, with its fields set.', ref(Run), answerExamples),
          201: jsonAnswer('The new run.', ref(Run), answerExamples, { Location: headers.location }),
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    async (request, reply) => {
      const { runId } = request.params
      const { id = runId, ...fields } = request.body
      if (id !== runId) throw invalid('/id', 'differs from the id in the path.', `Leave it out, or send ${JSON.stringify(runId)}.`)
      const { run, created } = await putRun(request.storage, runId, fields)
      if (created) reply.code(201).header('location', `/v1/runs/${runId}`)
      return reply.type(mediaTypes.json).send(toJson(run))
    }
  )

  app.get<{ Querystring: ListRunsQuery }>(
    '/v1/runs',
    {
      schema: {
        operationId: 'listRuns',
        tags: ['runs'],
        summary: 'List runs, newest first.',
        description:
          'Filters by the start of the name, by the schedule that runs were trained with, and by labels (`label.<name>=<value>`). A run must ' +
          'match every filter.',
        querystring: ListRunsQuery,
        response: { 200: jsonAnswer('A page of runs.', ref(RunPage), { page: { value: { items: [runExample], nextCursor: null } } }) }
      }
    },
    async (request, reply) => {
      const { limit, cursor, name, scheduleId, ...labelled } = request.query
      const labels = Object.fromEntries(Object.entries(labelled).map(([key, value]) => [key.slice('label.'.length), value]))
      const list = `/v1/runs?${JSON.stringify([name, scheduleId, Object.entries(labels).sort()])}`
      const after = positionOf(list, cursor)
      const page = await listRuns(
        request.storage,
        { ...(name === undefined ? {} : { namePrefix: name }), ...(scheduleId === undefined ? {} : { scheduleId }), labels },
        { limit, ...(after === undefined ? {} : { after }) }
      )
      return reply.type(mediaTypes.json).send(toJson({ items: page.items, nextCursor: cursorOf(list, page.next) }))
    }
  )

  app.get<{ Params: RunParams }>(
    '/v1/runs/:runId',
    {
      schema: {
        operationId: 'getRun',
        tags: ['runs'],
        summary: 'Get a run.',
        description: 'Returns its fields, and a summary of each series of gradient norms.',
        params: RunParams,
        response: { 200: jsonAnswer('The run.', ref(Run), answerExamples), ...problemAnswers('run-not-found') }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await findRun(request.storage, request.params.runId)))
  )

  app.get<{ Params: RunParams }>(
    '/v1/runs/:runId/lineage',
    {
      schema: {
        operationId: 'getLineage',
        tags: ['runs'],
        summary: 'Get the lineage of a run.',
        description:
          'Backward: the schedule that the run was trained with (its `scheduleId`), the run that this schedule was refined from, and so on. ' +
          'Forward: the schedules refined from the run, the runs trained with them, and so on.',
        params: RunParams,
        response: {
          200: jsonAnswer('The lineage.', ref(Lineage), { lineage: { value: lineageExample } }),
          ...problemAnswers('run-not-found')
        }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await readLineage(request.storage, request.params.runId)))
  )

  app.patch<{ Params: RunParams; Body: RunPatch }>(
    '/v1/runs/:runId',
    {
      config: { bodyBytesMax },
      schema: {
        operationId: 'patchRun',
        tags: ['runs'],
        summary: 'Change fields of a run.',
        description:
          'Takes a merge patch (RFC 7396): null clears a field, or removes a label. Concurrent changes to different fields both take effect.',
        params: RunParams,
        body: {
          required: true,
          content: {
            [mediaTypes.mergePatch]: { schema: ref(RunPatch), examples: bodyExamples },
            [mediaTypes.json]: { schema: ref(RunPatch), examples: bodyExamples }
          }
        },
        response: {
          200: jsonAnswer('The changed run.', ref(Run), answerExamples),
          ...problemAnswers('run-not-found', 'schedule-not-found')
        }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await patchRun(request.storage, request.params.runId, request.body)))
  )

  app.delete<{ Params: RunParams }>(
    '/v1/runs/:runId',
    {
      schema: {
        operationId: 'deleteRun',
        tags: ['runs'],
        summary: 'Delete a run and its gradient norms.',
        description: 'Keeps the schedules refined from it, with `runDeleted: true`.',
        params: RunParams,
        response: { 204: { description: 'The run is deleted.' }, ...problemAnswers('run-not-found') }
      }
    },
    async (request, reply) => {
      await deleteRun(request.storage, request.params.runId)
      return reply.code(204).send()
    }
  )
}
