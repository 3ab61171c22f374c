import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { engineChoices } from './domain/engine.ts'

const mebibyte = 2 ** 20
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What the process reads from its environment; each description says what is allowed, and is what a wrong value is answered with. */
export const ConfigSchema = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', pattern: '^[^\\s/]+$', description: 'a host name or an IP address' }),
  PORT: Type.Integer({ default: 8080, minimum: 0, maximum: 65535, description: 'an integer from 0 (picks a free port) to 65535' }),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://\\S+$',
      description: 'a PostgreSQL URL (postgresql://…), or unset for the embedded PostgreSQL'
    })
  ),
  TAPER_DATA_DIR: Type.String({ default: '.taper', description: 'a folder' }),
  TAPER_ENGINE: Type.Enum(engineChoices, { default: 'auto', description: `one of ${engineChoices.join(', ')}` }),
  LOG_LEVEL: Type.Enum(logLevels, { default: 'info', description: `one of ${logLevels.join(', ')}` }),
  TAPER_BODY_BYTES_MAX: Type.Integer({
    default: 64 * mebibyte,
    minimum: 1024,
    maximum: 256 * mebibyte,
    description: `an integer of bytes from 1024 to ${256 * mebibyte}`
  })
})

export type Config = Readonly<Static<typeof ConfigSchema>>

/** The environment holds values that no start is possible with; the message names every one of them and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const variables = ConfigSchema.properties as Record<string, { type?: string; description?: string }>

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the configuration. A variable that is empty counts as not set; variables of other programs are ignored.
 * @throws ConfigError naming every variable that is wrong
 */
export function readConfig(env: Environment): Config {
  const given: Record<string, string | number> = {}
  for (const [name, { type }] of Object.entries(variables)) {
    const text = env[name]
    if (text !== undefined && text !== '') given[name] = type === 'integer' && /^[0-9]{1,15}$/.test(text) ? Number(text) : text
  }
  const config = Value.Default(ConfigSchema, given)
  const wrong = new Set([...Value.Errors(ConfigSchema, config)].map(({ instancePath }) => instancePath.slice(1)))
  if (wrong.size > 0) {
    const lines = [...wrong].map((name) => `  ${name} is ${shown(name, String(given[name]))}; allowed: ${variables[name]?.description}`)
    throw new ConfigError(`The environment cannot be used:\n${lines.join('\n')}`)
  }
  return Object.freeze(config as Config)
}

/** A URL may hold a password, which has no place in a message. */
const shown = (name: string, value: string): string => (name === 'DATABASE_URL' ? 'something else' : JSON.stringify(value))
