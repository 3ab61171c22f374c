import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { chartSizes } from '../../formats/charts/chart.ts'
import { drawRun, type PreparedPicture } from '../../services/charts/draw-run.ts'
import { drawSchedule } from '../../services/charts/draw-schedule.ts'
import type { Parts } from '../../services/parts.ts'
import { notModified } from '../not-modified.ts'
import { chartOptionsOf, pictureAnswer, sendPicture } from '../picture.ts'
import { headers, problemAnswers } from '../schemas/answers.ts'
import { ChartQuery, RunChartQuery } from '../schemas/charts.ts'
import { RunParams } from '../schemas/run.ts'
import { ScheduleParams } from '../schemas/schedule.ts'

const picture = {
  200: {
    ...pictureAnswer,
    headers: { ETag: headers.etag, Vary: headers.vary }
  },
  304: { description: 'Not modified: If-None-Match names the current entity tag.', headers: { ETag: headers.etag } }
}

/** Pictures of runs and schedules. */
export function chartRoutes(app: FastifyInstance, { pools, version }: Parts): void {
  app.get<{ Params: ScheduleParams; Querystring: ChartQuery }>(
    '/v1/schedules/:id/chart.svg',
    {
      schema: {
        operationId: 'drawSchedule',
        tags: ['schedules'],
        summary: 'Draw a schedule.',
        description:
          'Draws the multipliers over the steps and, unless the schedule was made by a rule, the nearest rule; beside a refinement of one run by preset robust also what preset paper ' +
          'makes of the same norms. The SVG suits light and dark pages and has no scripts.',
        params: ScheduleParams,
        querystring: ChartQuery,
        response: { ...picture, ...problemAnswers('schedule-not-found', 'series-too-long', 'too-large-for-memory') }
      }
    },
    async (request, reply) =>
      send(
        request,
        reply,
        version,
        await drawSchedule(
          request.storage,
          reply.memory,
          pools.charts,
          request.params.id,
          chartOptionsOf(request.query, chartSizes.height.one)
        )
      )
  )

  app.get<{ Params: RunParams; Querystring: RunChartQuery }>(
    '/v1/runs/:runId/chart.svg',
    {
      schema: {
        operationId: 'drawRun',
        tags: ['runs'],
        summary: 'Draw a run.',
        description:
          'Draws the gradient norms as logged and after the median filter, on a logarithmic axis if they span more than two decades. Below, ' +
          'draws the schedule refined from them with default options, the nearest rule, and the schedule of preset paper.',
        params: RunParams,
        querystring: RunChartQuery,
        response: { ...picture, ...problemAnswers('run-not-found', 'series-too-long', 'too-large-for-memory') }
      }
    },
    async (request, reply) => {
      const { norm, ...query } = request.query
      return send(
        request,
        reply,
        version,
        await drawRun(request.storage, reply.memory, pools.charts, request.params.runId, norm, chartOptionsOf(query, chartSizes.height.two))
      )
    }
  )
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  version: string,
  { state, draw }: PreparedPicture
): Promise<FastifyReply> {
  const digest = createHash('sha256').update(`${version} ${state}`).digest('base64url').slice(0, 22)
  if (notModified(request, reply, digest)) return reply.send()
  const svg = await draw()
  return sendPicture(reply, svg)
}
