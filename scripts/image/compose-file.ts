import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface ComposeService {
  image?: string
  build?: string
  environment: Record<string, string>
  profiles?: string[]
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
  read_only?: boolean
  tmpfs?: string[]
  cap_drop?: string[]
  cap_add?: string[]
  security_opt?: string[]
  shm_size?: string
  mem_limit?: string
}

export interface ComposeFile {
  services: Record<'taper' | 'taper-2' | 'proxy' | 'postgres', ComposeService>
  volumes: Record<string, unknown>
}

/**
 * Reads a compose file with its variables replaced, as Compose does it.
 * @throws Error where a variable without a default is not set
 */
export function readComposeFile(file: string, env: Record<string, string>): ComposeFile {
  const document = parse(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true, merge: true }) as unknown
  return replaced(document, env) as ComposeFile
}

/** `${NAME:-default}` and `${NAME:?message}` in every text; what is empty counts as not set. */
function replaced(value: unknown, env: Record<string, string>): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, text: string) => {
      if (env[name]) return env[name]
      if (kind === '?') throw new Error(`${name} is not set: ${text}`)
      return text
    })
  }
  if (Array.isArray(value)) return value.map((item) => replaced(item, env))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, env)]))
}

/** What the image and the two services take from each other, and how they are closed in. `port` is the one on which the image listens. */
export function checkComposeFile(file: string, port: string): void {
  try {
    readComposeFile(file, {})
    throw new Error('the database has a default password')
  } catch (error) {
    if (!(error as Error).message.startsWith('POSTGRES_PASSWORD is not set')) throw error
  }
  const { services, volumes } = readComposeFile(file, { POSTGRES_PASSWORD: 'chosen' })
  const { taper, 'taper-2': second, proxy, postgres } = services
  const url = new URL(taper.environment.DATABASE_URL ?? 'nothing:')
  const made = postgres.environment
  const published = taper.ports?.map((text) => text.split(':')) ?? []
  const claims: [boolean, string][] = [
    [url.hostname === 'postgres', 'DATABASE_URL names the service of the database'],
    [url.username === made.POSTGRES_USER, 'the user of DATABASE_URL is the one that is made'],
    [url.password === made.POSTGRES_PASSWORD, 'the password of DATABASE_URL is the one that is set'],
    [url.pathname === `/${made.POSTGRES_DB}`, 'the database of DATABASE_URL is the one that is made'],
    [published.length === 1 && published[0]?.[0] === '127.0.0.1', 'the service is published on loopback alone'],
    [published[0]?.[2] === port, 'the published port is the one of the image'],
    [postgres.ports === undefined, 'the database is not published'],
    [taper.depends_on?.postgres?.condition === 'service_healthy', 'the service waits for a healthy database'],
    [postgres.healthcheck?.test[0] === 'CMD', 'the database has a health check'],
    [(postgres.volumes ?? []).every((text) => (text.split(':')[0] ?? '') in volumes), 'the volumes of the database are declared'],
    [postgres.volumes?.length === 1, 'the database has a volume'],
    [taper.cap_add === undefined, 'the service gets no capability back'],
    [JSON.stringify(second.environment) === JSON.stringify(taper.environment), 'both replicas have the same environment'],
    [second.ports === undefined, 'the second replica is reached by the proxy alone'],
    [proxy.ports?.length === 1 && proxy.ports[0]?.startsWith('127.0.0.1:') === true, 'the proxy is published on loopback alone'],
    [[second, proxy].every(({ profiles }) => profiles?.join() === 'replicas'), 'replicas are there when they are asked for']
  ]
  for (const [name, service] of Object.entries(services)) {
    claims.push(
      [service.read_only === true, `the root file system of ${name} is read-only`],
      [service.cap_drop?.join() === 'ALL', `${name} drops all capabilities`],
      [service.security_opt?.includes('no-new-privileges:true') === true, `${name} gets no privileges later`],
      [service.mem_limit !== undefined, `the memory of ${name} is limited`]
    )
  }
  for (const [holds, claim] of claims) if (!holds) throw new Error(`docker-compose.yml: that ${claim} does not hold`)
}

/** The flags of `run` that say what the compose file says of a service; ports are left to the caller. */
export const runFlagsOf = (service: ComposeService): string[] => [
  ...Object.entries(service.environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ...(service.read_only ? ['--read-only'] : []),
  ...(service.tmpfs ?? []).flatMap((folder) => ['--tmpfs', folder]),
  ...(service.cap_drop ?? []).flatMap((name) => ['--cap-drop', name]),
  ...(service.cap_add ?? []).flatMap((name) => ['--cap-add', name]),
  ...(service.security_opt ?? []).flatMap((option) => ['--security-opt', option.replace(/:true$/, '')]),
  ...(service.shm_size ? ['--shm-size', service.shm_size] : []),
  ...(service.mem_limit ? ['--memory', service.mem_limit] : [])
]
