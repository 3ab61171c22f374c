import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import fp from 'fastify-plugin'
import type { TSchema } from 'typebox'
import { Problem } from '../../domain/problems.ts'
import { textConverter } from '../convert-texts.ts'
import { invalidParts, type Part } from '../invalid-parts.ts'

/** No parameters at all: what holds for a route that declares none. */
const nothing = { type: 'object', properties: {}, additionalProperties: false }

const parts: Record<string, Part> = { body: 'body', querystring: 'query', params: 'path', headers: 'header' }

/**
 * Checks requests against the schemas of their routes. Bodies are taken as they are, with nothing converted and nothing dropped;
 * parameters of path and query come as text and are converted. Unknown fields and unknown query parameters are errors.
 */
export const validation = fp(
  async (app: FastifyInstance, { schemas }: { schemas: readonly TSchema[] }) => {
    // Made, and each check compiled, when a request first needs it: all of them together would be a third of the start.
    let ajv: Ajv | undefined
    const compiled = (schema: object): ValidateFunction => {
      ajv ??= ajvOf(schemas)
      return ajv.compile(checkable(schema))
    }

    const compiler: FastifySchemaCompiler<object> = ({ schema, httpPart = 'body' }) => {
      const part = parts[httpPart] ?? 'body'
      const convert = part === 'body' ? undefined : textConverter(schema)
      let check: ValidateFunction | undefined
      return (value: unknown) => {
        if (schema === nothing && Object.keys(value as object).length === 0) return true
        convert?.(value)
        check ??= compiled(schema)
        if (check(value)) return true
        return { error: new Problem('invalid-request', detailOf(part), { errors: invalidParts(part, check.errors ?? []) }) }
      }
    }
    app.setValidatorCompiler(compiler)
    app.addHook('onRoute', (route) => {
      route.schema ??= {}
      route.schema.querystring ??= nothing
      // What a handler parses itself it checks too.
      if (route.config?.rawBody) route.validatorCompiler = (part) => (part.httpPart === 'body' ? () => true : compiler(part as never))
    })
  },
  { name: 'validation' }
)

function ajvOf(schemas: readonly TSchema[]): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    useDefaults: true,
    verbose: true,
    // Whether the schemas are schemas is a question for tests, not for each start.
    meta: false,
    validateSchema: false,
    schemas: schemas.map(checkable)
  })
  // `unicode` is text without halves of surrogate pairs. Other formats are of answers alone, so none is checked.
  ajv.addFormat('unicode', /^\P{Surrogate}*$/u)
  for (const format of ['date-time', 'uri-reference']) ajv.addFormat(format, true)
  return ajv
}

/** A schema without the lists of numbers, which are checked while they are parsed (`formats/logs/`). */
function checkable(schema: object): object {
  if (Array.isArray(schema)) return schema.map((item) => (typeof item === 'object' && item !== null ? checkable(item) : item))
  if ('x-number-list' in schema) return {}
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, typeof value === 'object' && value !== null ? checkable(value) : value])
  )
}

const detailOf = (part: Part): string => `The ${part} of the request does not match its schema.`
