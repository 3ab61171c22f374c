import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { TSchema } from 'typebox'
import { Problem } from '../../domain/problems.ts'
import { convertTexts } from '../convert-texts.ts'
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
    const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, useDefaults: true, verbose: true, schemas: [...schemas] })
    for (const annotation of ['x-examples', 'example']) ajv.addKeyword(annotation)

    app.setValidatorCompiler(({ schema, httpPart }) => {
      const part = parts[httpPart ?? 'body'] ?? 'body'
      const check: ValidateFunction = ajv.compile(schema)
      return (value: unknown) => {
        const converted = part === 'body' ? value : convertTexts(schema, value)
        if (check(converted)) return { value: converted }
        return { error: new Problem('invalid-request', detailOf(part), { errors: invalidParts(part, check.errors ?? []) }) }
      }
    })
    app.addHook('onRoute', (route) => {
      route.schema ??= {}
      route.schema.querystring ??= nothing
    })
  },
  { name: 'validation' }
)

const detailOf = (part: Part): string => `The ${part} of the request does not match its schema.`
