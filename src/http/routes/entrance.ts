import type { FastifyInstance } from 'fastify'
import { toJson } from '../../formats/json.ts'
import type { Parts } from '../../services/parts.ts'
import { mediaTypes } from '../media-types.ts'
import { headers } from '../schemas/answers.ts'
import { Entrance } from '../schemas/process.ts'
import { ref } from '../schemas/ref.ts'

const links = {
  tryIt: '/docs',
  contract: '/openapi.json',
  problems: '/problems',
  runs: '/v1/runs',
  schedules: '/v1/schedules',
  readiness: '/readyz',
  version: '/version'
}

/** Commands from nothing to a schedule, as a shell takes them, with a key where one is needed. */
const commandsAt = (origin: string, needsKey: boolean): string[] => {
  const commands = keylessAt(origin)
  return needsKey
    ? ['export TAPER_API_KEY=taper_…', ...commands.map((text) => `${text} -H "authorization: Bearer $TAPER_API_KEY"`)]
    : commands
}

const keylessAt = (origin: string): string[] => [
  `curl -X PUT ${origin}/v1/runs/my-run -H 'content-type: application/json' -d '{"optimizer":"SGD","totalSteps":1000,"peakLearningRate":0.1}'`,
  `curl ${origin}/v1/runs/my-run/gradient-norms -H 'content-type: text/csv' --data-binary @norms.csv`,
  `curl -X POST ${origin}/v1/runs/my-run/schedules`,
  `curl ${origin}/v1/schedules/{id}/multipliers -H 'accept: text/csv'`
]

/** Where a newcomer is told where to go: JSON, and a page for browsers. */
export function entranceRoute(app: FastifyInstance, { version }: Parts): void {
  const entranceAt = (origin: string, needsKey: boolean) => ({
    name: 'Taper',
    description: 'From logged gradient norms to a learning-rate schedule for the next run.',
    version,
    links,
    start: commandsAt(origin, needsKey)
  })

  app.get(
    '/',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'getEntrance',
        tags: ['process'],
        summary: 'Show where to start.',
        description: 'Lists the main paths, and the commands for a first schedule. Browsers get a page.',
        response: {
          200: {
            description: 'Paths and commands.',
            headers: { Vary: headers.vary },
            content: {
              [mediaTypes.json]: { schema: ref(Entrance), examples: { entrance: { value: entranceAt('http://127.0.0.1:8080', false) } } },
              [mediaTypes.html]: { schema: { type: 'string' } }
            }
          }
        }
      }
    },
    async (request, reply) => {
      // Where the database is away nobody knows; a key that is not needed does no harm.
      const needsKey = await app.needsKey().catch(() => true)
      const entrance = entranceAt(originOf(request.headers.host), needsKey)
      reply.header('vary', 'accept')
      if (request.answerType === mediaTypes.json) return reply.type(mediaTypes.json).send(toJson(entrance))
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      return reply.type('text/html; charset=utf-8').send(pageOf(entrance, needsKey))
    }
  )
}

/** What the service is known by is all that a request may name (`plugins/host-header`); one of HTTP/1.0 need not name anything. */
const originOf = (host = '127.0.0.1:8080'): string => `http://${host}`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const keyNote = `<p>This service needs an API key. Whoever runs it makes one with <code>taper keys create</code>; clients and commands take it from
<code>TAPER_API_KEY</code>, the page of all calls by its button <i>Authorize</i>.</p>
`

const pageOf = (
  { description, version, start }: { description: string; version: string; start: string[] },
  needsKey: boolean
): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Taper</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 3rem auto; padding: 0 1rem; color: #1d2733; background: #fff }
  pre { background: #f3f5f7; padding: 1rem; border-radius: 6px; overflow-x: auto }
  a { color: #0b5cad }
  @media (prefers-color-scheme: dark) { body { color: #dfe6ee; background: #14181d } pre { background: #1e252d } a { color: #7ab7f5 } }
</style>
<h1>Taper ${escaped(version)}</h1>
<p>${escaped(description)}</p>
<h2>A first schedule</h2>
${needsKey ? keyNote : ''}<pre>${start.map(escaped).join('\n')}</pre>
<p><a href="${links.tryIt}">Try every call</a> · <a href="${links.contract}">OpenAPI document</a> · <a href="${links.problems}">problems and remedies</a>
</html>
`
