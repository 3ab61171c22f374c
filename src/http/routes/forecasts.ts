import type { FastifyInstance } from 'fastify'
import { chartSizes } from '../../formats/charts/chart.ts'
import { toJson } from '../../formats/json.ts'
import { drawForecastOf, forecastLosses } from '../../services/forecasts/forecast-losses.ts'
import type { Parts } from '../../services/parts.ts'
import { mediaTypes } from '../media-types.ts'
import { chartOptionsOf, pictureAnswer, sendPicture } from '../picture.ts'
import { jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { ChartQuery } from '../schemas/charts.ts'
import { forecastExample, forecastRequestExamples } from '../schemas/forecast-examples.ts'
import { ForecastRequest } from '../schemas/forecast-request.ts'
import { Forecast } from '../schemas/forecasts.ts'
import { ref } from '../schemas/ref.ts'

const numberLists = [
  'curves/*/losses',
  'curves/*/steps',
  'curves/*/learningRates',
  'curves/*/schedule/multipliers',
  'candidates/*/multipliers'
]

/** What loss a schedule will give. */
export function forecastRoutes(app: FastifyInstance, { pools }: Parts): void {
  app.post<{ Body: ForecastRequest }>(
    '/v1/forecasts',
    {
      config: { access: 'read', numberLists },
      schema: {
        operationId: 'forecastLosses',
        tags: ['schedules'],
        summary: 'Forecast the losses of schedules from the losses and learning rates of runs.',
        description:
          'Fits a loss law to one or several runs, and forecasts the end of a run that has not ended, of other schedules, and of cooldowns from a step. Each final loss is ' +
          'one smoothed over some steps, with an interval that holds 90 of 100. `search` finds schedules with the least loss at a given peak; beside it stands the ranking by ' +
          'the general bound, each schedule at its own best peak, which answers another question. Stores nothing.',
        body: jsonBody(ref(ForecastRequest), forecastRequestExamples),
        response: {
          200: jsonAnswer('The forecasts.', ref(Forecast), { forecast: { value: forecastExample } }),
          ...problemAnswers('run-not-found', 'schedule-not-found', 'no-losses', 'no-learning-rates', 'too-large-for-memory')
        }
      }
    },
    async (request, reply) =>
      reply
        .type(mediaTypes.json)
        .send(
          toJson(await forecastLosses(request.storage, reply.memory, pools.forecasts, request.body as Parameters<typeof forecastLosses>[3]))
        )
  )
  app.post<{ Body: ForecastRequest; Querystring: ChartQuery }>(
    '/v1/forecasts/chart.svg',
    {
      config: { access: 'read', numberLists },
      schema: {
        operationId: 'drawForecast',
        tags: ['schedules'],
        summary: 'Draw forecasts of losses.',
        description:
          'The same request as a picture: the loss that was logged with the forecast of the end of the run and its interval of 90 %, and the three best of the other schedules on one axis. ' +
          'The SVG suits light and dark pages and has no scripts.',
        querystring: ChartQuery,
        body: jsonBody(ref(ForecastRequest), forecastRequestExamples),
        response: {
          200: pictureAnswer,
          ...problemAnswers('run-not-found', 'schedule-not-found', 'no-losses', 'no-learning-rates', 'too-large-for-memory')
        }
      }
    },
    async (request, reply) => {
      const body = request.body as Parameters<typeof forecastLosses>[3]
      const options = chartOptionsOf(request.query, chartSizes.height.two)
      return sendPicture(reply, await drawForecastOf(request.storage, reply.memory, pools.forecasts, body, options))
    }
  )
}
