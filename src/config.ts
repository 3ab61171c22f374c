import { type Static, type TObject, Type } from 'typebox'
import { Value } from 'typebox/value'
import { engineChoices } from './domain/engine.ts'

const mebibyte = 2 ** 20
/** What the process needs beside its work, and enough for small work. Bytes. */
export const memoryBytesMin = 512 * mebibyte

const loggedRequests = ['none', 'errors', 'slow', 'all', 'true', 'false'] as const
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What a variable says of itself besides its check: what is allowed, for the message about a wrong value; what it is for, for the README. */
interface About {
  allowed: string
  purpose: string
  /** Its value has no place in a message. */
  secret?: true
}

const text = (limits: { default?: string; pattern?: string }, about: About) => Type.String({ ...limits, ...about })

const integer = (limits: { default: number; minimum: number; maximum: number }, purpose: string, of = '') =>
  Type.Integer({ ...limits, allowed: `an integer${of} from ${limits.minimum} to ${limits.maximum}`, purpose })

const limit = (maximum: number, purpose: string) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum, allowed: `an integer from 1 to ${maximum}, or unset for no limit`, purpose }))

const choice = <const Name extends string>(names: readonly Name[], chosen: Name, purpose: string) =>
  Type.Unsafe<Name>({ type: 'string', enum: [...names], default: chosen, allowed: `one of ${names.join(', ')}`, purpose })

/** A name or an address, the address of IPv6 in brackets; with or without a port. */
const hostPattern = '(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?'

/** What the process reads from its environment, a line each: its check, the message about a wrong value and its row in the README. */
export const ConfigSchema = Type.Object({
  DATABASE_URL: Type.Optional(
    text(
      { pattern: '^postgres(ql)?://\\S+$' },
      {
        allowed: 'a PostgreSQL URL (postgresql://…), or unset for the embedded PostgreSQL',
        purpose: 'a PostgreSQL 13 or newer; without it the embedded one',
        secret: true
      }
    )
  ),
  TAPER_DATABASE_CONNECTIONS: integer(
    { default: 12, minimum: 1, maximum: 1000 },
    'connections to the database that requests share; one more watches its health'
  ),
  TAPER_DATA_DIR: text({ default: '.taper' }, { allowed: 'a folder', purpose: 'folder of the embedded database' }),
  TAPER_POSTGRES_BIN: Type.Optional(
    text(
      {},
      { allowed: 'a folder', purpose: 'folder of `initdb` and `postgres` for the embedded database; those that npm installed unless set' }
    )
  ),
  HOST: text(
    { default: '127.0.0.1', pattern: '^[^\\s/]+$' },
    { allowed: 'a host name or an IP address', purpose: 'the address that the service listens on; loopback alone by default' }
  ),
  PORT: integer({ default: 8080, minimum: 0, maximum: 65535 }, 'the port that it listens on; 0 picks a free one'),
  TAPER_HOSTS: Type.Optional(
    text(
      { pattern: `^${hostPattern}( *, *${hostPattern})*$` },
      {
        allowed: 'names or addresses, each with or without a port, separated by commas',
        purpose:
          'what else the service is known by, with or without port: its name at a proxy or in a cluster, e.g. `taper,taper.example.org`'
      }
    )
  ),
  TAPER_STOP_DELAY_SECONDS: integer(
    { default: 0, minimum: 0, maximum: 300 },
    'how long the service goes on, not ready, before it stops: as long as a load balancer takes to notice'
  ),
  TAPER_OPEN: choice(['true', 'false'], 'false', '`true`: no API key is wanted, whoever reaches the port may read and write everything'),
  TAPER_ADMIN_KEY: Type.Optional(
    text(
      { pattern: '^taper_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}$' },
      {
        allowed: 'a key as `npx taper keys generate` makes it',
        purpose: 'an API key of scope admin, from a store of secrets, in place of the one that a first start makes',
        secret: true
      }
    )
  ),
  TAPER_REQUESTS_PER_MINUTE: limit(1_000_000, 'most requests of a key, or without keys of an address, in a minute, by each replica'),
  TAPER_POINTS_PER_DAY: limit(
    1_000_000_000_000,
    'most new points of a key, or without keys of an address, in a day of UTC, by all replicas'
  ),
  TAPER_AUDIT_DAYS: integer({ default: 365, minimum: 1, maximum: 36_500 }, 'how long it is kept who changed what', ' of days'),
  TAPER_BODY_BYTES_MAX: integer(
    { default: 64 * mebibyte, minimum: 1024, maximum: 256 * mebibyte },
    'largest body of JSON and text; four times that for binary',
    ' of bytes'
  ),
  TAPER_IMPORT_BYTES_MAX: integer(
    { default: 8 * 1024 * mebibyte, minimum: mebibyte, maximum: 2 ** 44 },
    'largest import, all files together; beyond 8 MiB they wait in the folder for temporary files',
    ' of bytes'
  ),
  TAPER_MEMORY_BYTES_MAX: Type.Optional(
    Type.Integer({
      minimum: memoryBytesMin,
      maximum: 2 ** 48,
      allowed: `an integer of bytes from ${memoryBytesMin} to ${2 ** 48}`,
      purpose:
        'memory that the process stays below; unless set, three quarters of the limit of its cgroup, or half of the memory of the machine'
    })
  ),
  TAPER_ENGINE: choice(
    engineChoices,
    'auto',
    'engine for optimizer steps and refinements: `auto` (`wasm` and plain loops), or one by name; `tensorflow` must be set up'
  ),
  TAPER_SUPERSEDED_DAYS: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 36_500,
      allowed: 'an integer of days from 1 to 36500',
      purpose: 'days after which superseded points are removed for good; unless set, they are kept'
    })
  ),
  LOG_LEVEL: choice(logLevels, 'info', 'how much the service logs'),
  TAPER_LOG_REQUESTS: choice(
    loggedRequests,
    'slow',
    'which answers get a record in the log: `none`, `errors` of the service, those and `slow` ones, or `all`; `true` is `all`, `false` is `none`'
  ),
  TAPER_SLOW_MS: integer(
    { default: 1000, minimum: 1, maximum: 3_600_000 },
    'from when on a request or a statement of the database is slow, and is warned of; milliseconds',
    ' of milliseconds'
  )
})

export type Config = Readonly<Static<typeof ConfigSchema>>

/** The environment holds values that no start is possible with; the message names every one of them and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Environment = Readonly<Record<string, string | undefined>>

/** A variable as its schema describes it. */
export interface Variable extends Partial<About> {
  type?: string
  default?: unknown
}

/** The variables of a schema, by name. */
export const variablesOf = (schema: TObject): Record<string, Variable> => schema.properties as Record<string, Variable>

/**
 * Reads the configuration. A variable that is empty counts as not set; variables of other programs are ignored.
 * @throws ConfigError naming every variable that is wrong
 */
export const readConfig = (env: Environment): Config => readVariables(ConfigSchema, env)

/** Reads the variables of a schema; frozen. @throws ConfigError naming every variable that is wrong */
export function readVariables<Schema extends TObject>(schema: Schema, env: Environment): Readonly<Static<Schema>> {
  const variables = variablesOf(schema)
  const given: Record<string, string | number> = {}
  for (const [name, { type }] of Object.entries(variables)) {
    const value = env[name]
    if (value !== undefined && value !== '') given[name] = type === 'integer' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value
  }
  const config = Value.Default(schema, given)
  const wrong = new Set([...Value.Errors(schema, config)].map(({ instancePath }) => instancePath.slice(1)))
  if (wrong.size > 0) {
    const lines = [...wrong].map((name) => {
      const { secret, allowed } = variables[name] ?? {}
      return `  ${name} is ${secret ? 'something else' : JSON.stringify(String(given[name]))}; allowed: ${allowed}`
    })
    throw new ConfigError(`Wrong values in the environment:\n${lines.join('\n')}`)
  }
  return Object.freeze(config as Static<Schema>)
}
