import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import { probeRun } from '../../services/peaks/probe-run.ts'
import { mediaTypes } from '../media-types.ts'
import { jsonAnswer, jsonBody, problemAnswers } from '../schemas/answers.ts'
import { Probe, ProbeRequest, probeExample } from '../schemas/probes.ts'
import { ref } from '../schemas/ref.ts'

/** From a short run of Prodigy to the peak of the long one. */
export function probeRoutes(app: FastifyInstance): void {
  app.post<{ Body: ProbeRequest }>(
    '/v1/probes',
    {
      config: { access: 'read' },
      schema: {
        operationId: 'probePeak',
        tags: ['schedules'],
        summary: 'Read the peak for Adam and AdamW from a short run of Prodigy or D-Adaptation.',
        description:
          'Takes the series `distance` of a run, d, and its `learning-rate`. Where d has settled, its median over the last third times the largest rate is the peak; where it ' +
          'grows by 1 % or more in 100 steps, there is none, and `detail` says why. The shape is refined from the norms of the same run. Stores nothing.',
        body: jsonBody(ref(ProbeRequest), { probe: { summary: 'A run of Prodigy', value: { runId: 'prodigy-probe' } } }),
        response: {
          200: jsonAnswer('The peak, or why there is none.', ref(Probe), { settled: { value: probeExample } }),
          ...problemAnswers('run-not-found', 'too-large-for-memory')
        }
      }
    },
    async (request, reply) => reply.type(mediaTypes.json).send(toJson(await probeRun(request.storage, reply.memory, request.body.runId)))
  )
}
