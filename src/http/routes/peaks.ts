import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { findBestPeak, type PeakRequest as Wanted } from '../../services/peaks/find-best-peak.ts'
import { mediaTypes } from '../media-types.ts'
import { jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { BestPeak, bestPeakExample, PeakRequest, peakRequestExamples } from '../schemas/peaks.ts'
import { ref } from '../schemas/ref.ts'

/** Which peak learning rate is best. */
export function peakRoutes(app: FastifyInstance): void {
  app.post<{ Body: PeakRequest }>(
    '/v1/peaks',
    {
      config: { access: 'read', bodyBytesMax: 2 ** 20 },
      schema: {
        operationId: 'findBestPeak',
        tags: ['schedules'],
        summary: 'Find the best peak learning rate from runs with different ones.',
        description:
          'Fits a parabola in ln γ to the final losses and gives its minimum, with an interval. Where the least loss is at an end of what was tried, says which peak to try next. ' +
          'With `steps`, carries the peak over to another length, as a range. Stores nothing.',
        body: jsonBody(ref(PeakRequest), peakRequestExamples),
        response: {
          200: jsonAnswer('The best peak.', ref(BestPeak), { best: { value: bestPeakExample } }),
          ...problemAnswers('run-not-found', 'too-large-for-memory')
        }
      }
    },
    async (request, reply) =>
      reply.type(mediaTypes.json).send(toJson(await findBestPeak(request.storage, reply.memory, withNumbers(request.body))))
  )
}

/** Losses as numbers: what JSON lacks has come as a word. */
const withNumbers = ({ runs, ...request }: PeakRequest): Wanted =>
  ({
    ...request,
    runs: runs.map(({ finalLoss, ...run }) => (finalLoss === undefined ? run : { ...run, finalLoss: Number(finalLoss) }))
  }) as Wanted
