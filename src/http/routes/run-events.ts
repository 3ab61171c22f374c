import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { jsonNumbers } from '../../formats/number-text.ts'
import { cursorText, type RunEvent } from '../../services/runs/run-cursor.ts'
import { createRunWatch, type Heard } from '../../services/runs/watch-run.ts'
import { mediaTypes } from '../media-types.ts'
import { subjectOf } from '../plugins/request-limit.ts'
import { problemAnswers } from '../schemas/answers.ts'
import { RunParams } from '../schemas/run.ts'

/** A stream ends after so long, and is taken up again by its reader: so that a key is asked for anew. Milliseconds. */
const lifetimeMs = 15 * 60_000

const example =
  'event: points\nid: WyIxNzY0MDAwMDAwMDAwMDAwIiwiIix7ImwyIjoiMTc2NDAwMDAwMDAwMDAwMyJ9XQ\n' +
  'data: {"series":"l2","version":"1764000000000003","points":120,"lastStep":119,"superseded":0,' +
  '"added":{"after":"1764000000000001","steps":[118,119],"values":[0.91,0.88]}}\n\n'

/** What happens to a run, as it happens. */
export function runEventRoute(app: FastifyInstance): void {
  const watch = createRunWatch()
  app.get<{ Params: RunParams }>(
    '/v1/runs/:runId/events',
    {
      config: { uncompressed: true, endless: true },
      schema: {
        operationId: 'watchRun',
        tags: ['runs'],
        summary: 'Watch a run.',
        description:
          'Server-Sent Events, first of the run as it is, then of what changes: what was appended through the replica that is asked at once, ' +
          'everything else within about a second. `points` `{ series, version, points, lastStep, superseded }` for each series that was appended to ' +
          'or went back, with `added` `{ after, steps, values }` where all that happened since the version `after` is that these points came behind ' +
          'the others (at most 1024, else read them); `superseded` is as before where nothing was taken back or replaced. `run` `{ updatedAt }`, `schedule` ' +
          '`{ scheduleId }` of one that was refined from it, `end` `{}` once it is deleted. Changes that follow each other closely are one event, so that a ' +
          'series has at most about 60 a second. The `id` of an event is a cursor: send it back as `Last-Event-ID`, and nothing is missed or told twice. ' +
          'A comment every 15 s says that the connection stands; it ends after 15 minutes, and is to be opened again.',
        params: RunParams,
        headers: {
          type: 'object',
          properties: {
            'Last-Event-ID': { type: 'string', maxLength: 2048, description: 'The `id` of the last event that was received.' }
          }
        },
        response: {
          200: {
            description: 'Events, until the run is deleted or the connection ends.',
            content: { [mediaTypes.events]: { schema: { type: 'string' }, examples: { points: { value: example } } } }
          },
          ...problemAnswers('run-not-found')
        }
      }
    },
    async (request, reply) => {
      const left = new AbortController()
      reply.raw.once('close', () => left.abort())
      const signal = AbortSignal.any([left.signal, app.stopping.signal, AbortSignal.timeout(lifetimeMs)])
      const last = request.headers['last-event-id']
      const watcher = { storage: request.storage, project: request.project, subject: subjectOf(request) }
      const heard = await watch.open(watcher, request.params.runId, typeof last === 'string' && last !== '' ? last : null, signal)
      reply.type(mediaTypes.events).header('cache-control', 'no-store').header('x-accel-buffering', 'no')
      if (request.method === 'HEAD') {
        left.abort()
        return reply.send('')
      }
      // What waits for a slow reader is one event: the next ones are of the run as it is when they are taken.
      return reply.send(Readable.from(textOf(heard), { highWaterMark: 1 }))
    }
  )
}

async function* textOf(heard: AsyncIterable<Heard>): AsyncGenerator<string> {
  yield 'retry: 2000\n\n'
  for await (const one of heard) {
    if (one === 'still') yield ': \n\n'
    else if (one === 'gone') yield 'event: end\ndata: {}\n\n'
    else yield `event: ${one.event}\nid: ${cursorText(one.cursor)}\ndata: ${dataOf(one)}\n\n`
  }
}

function dataOf({ event, data }: RunEvent): string {
  if (event !== 'points' || data.added === undefined) return JSON.stringify(data)
  const { added, ...rest } = data
  const points = `{"after":"${added.after}","steps":[${jsonNumbers(added.steps)}],"values":[${jsonNumbers(added.values)}]}`
  return `${JSON.stringify(rest).slice(0, -1)},"added":${points}}`
}
