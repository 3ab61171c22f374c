import type { FastifyInstance } from 'fastify'
import { invalid } from '../../domain/problems.ts'
import { toJson } from '../../formats/json.ts'
import { createRun } from '../../services/runs/create-run.ts'
import { deleteRun } from '../../services/runs/delete-run.ts'
import { findRun } from '../../services/runs/find-run.ts'
import { listRuns } from '../../services/runs/list-runs.ts'
import { patchRun } from '../../services/runs/patch-run.ts'
import { putRun } from '../../services/runs/put-run.ts'
import { readLineage } from '../../services/runs/read-lineage.ts'
import type { Storage } from '../../storage/storage.ts'
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
const bodyExamples = { run: { summary: 'What is known at the start of a training', value: fieldsExample } }
const answerExamples = { run: { value: runExample } }
/** Runs are small: no need to take as much as for norms. */
const bodyBytesMax = 4 * 2 ** 20

/** Training runs. */
export function runRoutes(app: FastifyInstance, { storage }: { storage: Storage }): void {
  app.post<{ Body: RunCreate }>(
    '/v1/runs',
    {
      config: { storesOnce: true, bodyBytesMax },
      schema: {
        operationId: 'createRun',
        tags: ['runs'],
        summary: 'Create a run with a made id.',
        description: 'For an id of your own, which makes retries safe without an Idempotency-Key, use PUT.',
        body: jsonBody(ref(RunCreate), bodyExamples, { required: false }),
        response: {
          201: jsonAnswer('The new run.', ref(Run), answerExamples, { Location: headers.location }),
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    (request, reply) =>
      answerOnce(request, reply, async (resourceId) => {
        const run = await createRun(storage, resourceId(), request.body)
        return { status: 201, headers: { location: `/v1/runs/${run.id}` }, body: toJson(run) }
      })
  )

  app.put<{ Params: RunParams; Body: RunPut }>(
    '/v1/runs/:runId',
    {
      config: { bodyBytesMax },
      schema: {
        operationId: 'putRun',
        tags: ['runs'],
        summary: 'Create a run with a chosen id, or set fields of it.',
        description:
          'Safe to repeat, so that a trainer can send it whenever it starts. Fields that are left out keep their values; null clears one.',
        params: RunParams,
        body: jsonBody(ref(RunPut), bodyExamples, { required: false }),
        response: {
          200: jsonAnswer('The run was there; this is how it is now.', ref(Run), answerExamples),
          201: jsonAnswer('The new run.', ref(Run), answerExamples, { Location: headers.location }),
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    async (request, reply) => {
      const { runId } = request.params
      const { id = runId, ...fields } = request.body
      if (id !== runId) throw invalid('/id', 'differs from the id in the path.', `Leave it out, or send ${JSON.stringify(runId)}.`)
      const { run, created } = await putRun(storage, runId, fields)
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
          'Narrow the list by the beginning of the name, by the schedule that they were trained with, and by labels, `label.<name>=<value>`; ' +
          'all must match.',
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
        storage,
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
        summary: 'One run.',
        description: 'What is known of it, and what it has logged of each norm.',
        params: RunParams,
        response: { 200: jsonAnswer('The run.', ref(Run), answerExamples), ...problemAnswers('run-not-found') }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await findRun(storage, request.params.runId)))
  )

  app.get<{ Params: RunParams }>(
    '/v1/runs/:runId/lineage',
    {
      schema: {
        operationId: 'getLineage',
        tags: ['runs'],
        summary: 'Where a run comes from, and what came of it.',
        description:
          'Back: the schedule that it was trained with (`scheduleId` of a run), the run that this was made from, and so on. Forward: the ' +
          'schedules made from it, the runs trained with those, and so on. And what each refinement among them promised to gain.',
        params: RunParams,
        response: {
          200: jsonAnswer('The lineage.', ref(Lineage), { lineage: { value: lineageExample } }),
          ...problemAnswers('run-not-found')
        }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await readLineage(storage, request.params.runId)))
  )

  app.patch<{ Params: RunParams; Body: RunPatch }>(
    '/v1/runs/:runId',
    {
      config: { bodyBytesMax },
      schema: {
        operationId: 'patchRun',
        tags: ['runs'],
        summary: 'Change fields of a run.',
        description: 'A merge patch (RFC 7396): null clears a field, and in `labels` removes one label. Two changes at once both stand.',
        params: RunParams,
        body: {
          required: true,
          content: {
            [mediaTypes.mergePatch]: { schema: ref(RunPatch), examples: bodyExamples },
            [mediaTypes.json]: { schema: ref(RunPatch), examples: bodyExamples }
          }
        },
        response: {
          200: jsonAnswer('The run as it is now.', ref(Run), answerExamples),
          ...problemAnswers('run-not-found', 'schedule-not-found')
        }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await patchRun(storage, request.params.runId, request.body)))
  )

  app.delete<{ Params: RunParams }>(
    '/v1/runs/:runId',
    {
      schema: {
        operationId: 'deleteRun',
        tags: ['runs'],
        summary: 'Delete a run and its gradient norms.',
        description: 'Schedules that were made from it stay, with `runDeleted: true`.',
        params: RunParams,
        response: { 204: { description: 'The run is gone.' }, ...problemAnswers('run-not-found') }
      }
    },
    async (request, reply) => {
      await deleteRun(storage, request.params.runId)
      return reply.code(204).send()
    }
  )
}
