import { Command } from 'commander'
import { jsonOption, serviceAt, urlOption } from './service.ts'
import { aligned, indented } from './table.ts'

interface Whoami {
  project: string
  scope: string
  key: { id: string; name: string; expiresAt: string | null } | null
  limits: { requestsPerMinute: number | null; pointsPerDay: number | null; pointsToday: number | null }
}

/** `taper whoami`: what a service lets the key of TAPER_API_KEY do. */
export const whoamiCommand = (): Command =>
  new Command('whoami')
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async ({ url, json }: { url: string; json?: true }) => {
      const answer = await serviceAt(url).get<Whoami>('/v1/whoami')
      process.stdout.write(json ? indented(answer) : aligned(rowsOf(answer)))
    })

function rowsOf({ project, scope, key, limits: { requestsPerMinute, pointsPerDay, pointsToday } }: Whoami): [string, string][] {
  return [
    ['project', project],
    ['scope', scope],
    ['key', key === null ? 'none, and none is needed' : `${key.id} (${key.name})`],
    ...(key === null ? [] : [['expires', key.expiresAt ?? 'never'] as [string, string]]),
    ['requests a minute', requestsPerMinute === null ? 'any number' : `at most ${requestsPerMinute}`],
    ['new points a day', pointsPerDay === null ? 'any number' : `at most ${pointsPerDay}, today ${pointsToday ?? 0}`]
  ]
}
