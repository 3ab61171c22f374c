import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { stepMax } from '../../domain/gradient-norm.ts'
import { toJson } from '../../formats/json.ts'
import { jsonNumber } from '../../formats/number-text.ts'
import { deleteSchedule } from '../../services/schedules/delete-schedule.ts'
import { findSchedule } from '../../services/schedules/find-schedule.ts'
import { listSchedules } from '../../services/schedules/list-schedules.ts'
import { type StepMultiplier as Found, readMultiplier } from '../../services/schedules/read-multiplier.ts'
import { readMultipliers } from '../../services/schedules/read-multipliers.ts'
import { cursorOf, positionOf } from '../cursor.ts'
import { positionInSteps } from '../length-in-steps.ts'
import { mediaTypes } from '../media-types.ts'
import { matches, notModified } from '../not-modified.ts'
import { bytesToStream } from '../number-stream.ts'
import { multipliersAnswer, scheduleAnswer } from '../schedule-answer.ts'
import { headers, jsonAnswer, problemAnswers } from '../schemas/answers.ts'
import { ref } from '../schemas/ref.ts'
import {
  ListSchedulesQuery,
  Multipliers,
  ReadMultipliersQuery,
  Schedule,
  SchedulePage,
  ScheduleParams,
  StepMultiplier,
  StepParams,
  StepQuery
} from '../schemas/schedule.ts'
import { scheduleExample } from '../schemas/schedule-examples.ts'

const text = { type: 'string' }
const binary = { type: 'string', format: 'binary' }
/** Multipliers never change under their id. */
const forever = 'public, max-age=31536000, immutable'

/** Schedules and their multipliers. */
export function scheduleRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: ListSchedulesQuery }>(
    '/v1/schedules',
    {
      schema: {
        operationId: 'listSchedules',
        tags: ['schedules'],
        summary: 'List schedules, newest first.',
        description: 'Lists all schedules, or those refined from one run.',
        querystring: ListSchedulesQuery,
        response: {
          200: jsonAnswer('A page of schedules.', ref(SchedulePage), { page: { value: { items: [scheduleExample], nextCursor: null } } })
        }
      }
    },
    async (request, reply) => {
      const { limit, cursor, runId } = request.query
      const list = `/v1/schedules?${JSON.stringify([runId])}`
      const after = positionOf(list, cursor)
      const page = await listSchedules(request.storage, runId === undefined ? {} : { runId }, {
        limit,
        ...(after === undefined ? {} : { after })
      })
      return reply.type(mediaTypes.json).send(toJson({ items: page.items.map(scheduleAnswer), nextCursor: cursorOf(list, page.next) }))
    }
  )

  app.get<{ Params: ScheduleParams }>(
    '/v1/schedules/:id',
    {
      schema: {
        operationId: 'getSchedule',
        tags: ['schedules'],
        summary: 'Get a schedule.',
        description: 'Returns how it was made, and its report. Read its multipliers at /v1/schedules/{id}/multipliers.',
        params: ScheduleParams,
        response: {
          200: jsonAnswer('The schedule.', ref(Schedule), { schedule: { value: scheduleExample } }),
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    async (request, reply) =>
      reply.type(mediaTypes.json).send(toJson(scheduleAnswer(await findSchedule(request.storage, request.params.id))))
  )

  app.get<{ Params: ScheduleParams; Querystring: ReadMultipliersQuery }>(
    '/v1/schedules/:id/multipliers',
    {
      schema: {
        operationId: 'readMultipliers',
        tags: ['schedules'],
        summary: 'Read the multipliers of a schedule.',
        description:
          'Returns one multiplier per optimizer step, from `fromStep` on. The learning rate is the peak times the multiplier. Multipliers ' +
          'never change. application/octet-stream is float64, little-endian; safetensors has one float64 tensor, `multipliers`.',
        params: ScheduleParams,
        querystring: ReadMultipliersQuery,
        response: {
          200: {
            description: 'The multipliers.',
            headers: { ETag: headers.etag, Vary: headers.vary, 'Cache-Control': headers.cacheControl },
            content: {
              [mediaTypes.json]: {
                schema: ref(Multipliers),
                examples: { multipliers: { value: { steps: 3, multipliers: [1, 0.5, 0] } } }
              },
              [mediaTypes.ndjson]: {
                schema: text,
                examples: { multipliers: { value: '{"step":0,"multiplier":1}\n{"step":1,"multiplier":0}\n' } }
              },
              [mediaTypes.csv]: { schema: text, examples: { multipliers: { value: 'step,multiplier\n0,1\n1,0\n' } } },
              [mediaTypes.binary]: { schema: binary },
              [mediaTypes.safetensors]: { schema: binary }
            }
          },
          304: { description: 'Not modified: If-None-Match names the current entity tag.', headers: { ETag: headers.etag } },
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    async (request, reply) => {
      const { fromStep = 0, toStep = stepMax } = request.query
      const reading = await readMultipliers(request.storage, request.params.id, fromStep, toStep)
      reply.header('cache-control', forever)
      if (notModified(request, reply, reading.schedule.digest)) return reply.send()
      reply.type(request.answerType === mediaTypes.csv ? 'text/csv; charset=utf-8' : request.answerType)
      if (request.method === 'HEAD') return reply.send(Readable.from([]))
      reply.memory.take(bytesToStream(reading.count), '')
      return reply.send(multipliersAnswer(reading, request.answerType))
    }
  )

  app.get<{ Params: StepParams; Querystring: StepQuery }>(
    '/v1/schedules/:id/multipliers/:step',
    {
      config: { uncompressed: true },
      schema: {
        operationId: 'getMultiplier',
        tags: ['schedules'],
        summary: 'Get the multiplier of a step.',
        description:
          'Fast enough to call at every step. Past the end, returns the last multiplier with `clamped: true`. With `?unit=`, `step` is a ' +
          'position in batches, samples, tokens or epochs; the answer has the optimizer step in progress at that position.',
        params: StepParams,
        querystring: StepQuery,
        response: {
          200: jsonAnswer(
            'The multiplier.',
            ref(StepMultiplier),
            { multiplier: { value: { step: 100, multiplier: 0.5, learningRate: 0.05 } } },
            { ETag: headers.etag, 'Cache-Control': headers.cacheControl }
          ),
          304: { description: 'Not modified: If-None-Match names the current entity tag.', headers: { ETag: headers.etag } },
          ...problemAnswers('schedule-not-found')
        }
      }
    },
    (request, reply) => {
      const { id, step: position } = request.params
      const step = request.query.unit === undefined && Number.isInteger(position) ? position : stepOf(position, request.query)
      const found = readMultiplier(request.storage, id, step)
      if (found instanceof Promise) return found.then((multiplier) => sendMultiplier(request, reply, step, multiplier))
      return sendMultiplier(request, reply, step, found)
    }
  )

  app.delete<{ Params: ScheduleParams }>(
    '/v1/schedules/:id',
    {
      schema: {
        operationId: 'deleteSchedule',
        tags: ['schedules'],
        summary: 'Delete a schedule.',
        description: 'Deletes its multipliers too.',
        params: ScheduleParams,
        response: { 204: { description: 'The schedule is deleted.' }, ...problemAnswers('schedule-not-found') }
      }
    },
    async (request, reply) => {
      await deleteSchedule(request.storage, request.params.id)
      return reply.code(204).send()
    }
  )
}

type StepRequest = FastifyRequest<{ Params: StepParams; Querystring: StepQuery }>

const stepOf = (position: number, { peakLearningRate: _, ...unit }: StepQuery): number =>
  Math.min(stepMax, positionInSteps('path/step', position, unit))

/** Written out by hand: this is asked for at every step of every training. */
function sendMultiplier(request: StepRequest, reply: FastifyReply, step: number, { schedule, multiplier, clamped }: Found): FastifyReply {
  const tag = `"${schedule.digest}-json"`
  reply.header('etag', tag).header('cache-control', forever)
  const known = request.headers['if-none-match']
  if (known !== undefined && (known === tag || matches(known, [tag, `"${schedule.digest}"`]))) return reply.code(304).send()
  const peak = request.query.peakLearningRate ?? schedule.peakLearningRate
  const learningRate = peak === null ? '' : `,"learningRate":${jsonNumber(multiplier * peak)}`
  reply.header('content-type', 'application/json; charset=utf-8')
  return reply.send(`{"step":${step},"multiplier":${jsonNumber(multiplier)}${learningRate}${clamped ? ',"clamped":true' : ''}}`)
}
