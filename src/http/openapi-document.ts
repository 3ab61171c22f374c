import type { FastifyContextConfig, FastifyInstance, FastifySchema } from 'fastify'
import type { ProblemName } from '../domain/problems.ts'
import { mediaTypes } from './media-types.ts'
import { waitMax } from './prefer.ts'
import { headers, problemAnswers } from './schemas/answers.ts'

/** The document that the library makes, as far as it is completed here. */
export interface OpenapiDocument {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; examples?: Record<string, unknown> }
}
interface Operation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: unknown
  responses: Record<string, unknown>
  security?: unknown[]
}
interface Parameter {
  name: string
  required?: boolean
  schema?: { default?: unknown; [keyword: string]: unknown }
  [field: string]: unknown
}
interface Answer {
  description?: string
  headers?: object
  content?: Record<string, { examples?: object }>
}

/** The name of the security scheme. In OpenAPI 3.1 an operation lists what a bearer's key needs: here its scope. */
export const apiKeyScheme = 'apiKey'

/** A route's schema and configuration, as it was registered. */
export type RouteSchema = FastifySchema & { config: FastifyContextConfig | undefined }

/** What any request can meet; what one that changes something can; what one that needs a key can; what one with a body can; what one that stores can. */
const anywhere: ProblemName[] = [
  'invalid-request',
  'misdirected-request',
  'not-acceptable',
  'request-timeout',
  'headers-too-large',
  'internal',
  'overloaded',
  'storage-full'
]
const changing: ProblemName[] = ['cross-origin']
const withKey: ProblemName[] = ['key-required', 'too-many-requests']
const withBody: ProblemName[] = ['body-too-large', 'too-large-for-memory', 'unsupported-media-type']
const storingOnce: ProblemName[] = ['idempotency-key-in-use', 'idempotency-key-reused']

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Identifies the request. A retry with the same key gets the first answer again and stores nothing twice.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' }
}

const prefer = {
  name: 'Prefer',
  in: 'header',
  required: false,
  description:
    `\`wait=<seconds>\`, up to ${waitMax} (RFC 7240): waits for the operation. If it ends in time, the answer is its result. Without it, ` +
    'an operation is answered at once.',
  schema: { type: 'string' },
  example: 'wait=10'
}

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'Entity tags that the client has. If one matches, the answer is 304 without a body.',
  schema: { type: 'string' },
  example: '"v1795471286442181-json"'
}

/**
 * Completes a document from the routes: bodies and answers as the routes declare them, examples included, which the library drops,
 * and the problems, headers and parameters that follow from what a route is.
 */
export function completed(document: OpenapiDocument, schemas: ReadonlyMap<string, RouteSchema>): OpenapiDocument {
  for (const operations of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const schema = schemas.get(operation.operationId)
      if (schema !== undefined) complete(operation, schema, document, method !== 'get')
    }
  }
  return document
}

function complete(operation: Operation, schema: RouteSchema, document: OpenapiDocument, changes: boolean): void {
  const { storesOnce = false, waits = false, consumes, access = 'admin' } = schema.config ?? {}
  const problems = [
    ...anywhere,
    ...(changes ? changing : []),
    ...(access === 'open' ? [] : withKey),
    ...(access === 'write' || access === 'admin' ? (['scope-required'] as const) : []),
    ...(consumes === undefined ? [] : withBody),
    ...(storesOnce ? storingOnce : [])
  ]
  const answers: Record<string, Answer> = { ...problemAnswers(...problems) }
  for (const [status, answer] of Object.entries(schema.response as Record<string, Answer>)) {
    answers[status] = joined(answers[status], answer)
  }
  for (const answer of Object.values(answers)) answer.headers = { ...answer.headers, 'X-Request-Id': headers.requestId }
  if (storesOnce) for (const status of ['200', '201', '202']) add(answers[status], { 'Idempotent-Replayed': headers.replayed })
  if (waits) for (const status of ['200', '201', '202']) add(answers[status], { 'Preference-Applied': headers.preferenceApplied })
  operation.responses = withReferences(withSharedExamples(answers, document)) as Record<string, unknown>
  if (schema.body !== undefined) operation.requestBody = withReferences(schema.body)
  operation.parameters = [
    ...(operation.parameters ?? []).map(withoutDefaultRequired),
    ...patternParameters(schema.querystring),
    ...('304' in answers ? [ifNoneMatch] : []),
    ...(storesOnce ? [idempotencyKey] : []),
    ...(waits ? [prefer] : [])
  ]
  // The first of the two holds where the service listens on loopback and no key was made.
  operation.security = access === 'open' ? [] : [{}, { [apiKeyScheme]: [access] }]
}

function add(answer: Answer | undefined, more: object): void {
  if (answer !== undefined) answer.headers = { ...answer.headers, ...more }
}

/** Two answers of one status are one that names both. */
function joined(one: Answer | undefined, other: Answer): Answer {
  if (one === undefined) return structuredClone(other)
  const content = Object.fromEntries(
    Object.entries({ ...one.content, ...other.content }).map(([type, value]) => {
      const examples = { ...one.content?.[type]?.examples, ...other.content?.[type]?.examples }
      return [type, { ...value, examples }]
    })
  )
  const description = `${one.description} ${other.description}`
  return { ...one, ...other, description, headers: { ...one.headers, ...other.headers }, content }
}

/** The example of a problem stands in the document once. */
function withSharedExamples(answers: Record<string, Answer>, { components }: OpenapiDocument): Record<string, Answer> {
  components.examples ??= {}
  for (const { content } of Object.values(answers)) {
    const problem = content?.[mediaTypes.problem]
    if (problem?.examples === undefined) continue
    Object.assign(components.examples, problem.examples)
    problem.examples = Object.fromEntries(Object.keys(problem.examples).map((name) => [name, { $ref: `#/components/examples/${name}` }]))
  }
  return answers
}

/** A parameter that is filled in need not be sent. */
const withoutDefaultRequired = (parameter: Parameter): Parameter =>
  parameter.schema?.default === undefined ? parameter : { ...parameter, required: false }

/** Query parameters whose names follow a pattern: an object whose fields are spread over the query. */
function patternParameters(querystring: unknown): Parameter[] {
  const { patternProperties = {} } = querystring as { patternProperties?: Record<string, { description?: string }> }
  return Object.entries(patternProperties).map(([pattern, { description = '', ...schema }]) => ({
    name: /\w+/.exec(pattern)?.[0] ?? '',
    in: 'query',
    required: false,
    description,
    style: 'form',
    explode: true,
    schema: { type: 'object', propertyNames: { pattern }, additionalProperties: schema }
  }))
}

/** References by name, as the schemas have them, become references into the document. */
function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isName = key === '$ref' && typeof inner === 'string' && !inner.startsWith('#')
      return [key, isName ? `#/components/schemas/${inner}` : withReferences(inner)]
    })
  )
}

/** The document as it is served and committed: its keys sorted, so that it changes only where the contract does. */
export const documentText = (app: FastifyInstance): string => `${JSON.stringify(tidied(app.swagger()), null, 2)}\n`

function tidied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidied)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(asOneChoice(value as Choice))
  return Object.fromEntries(
    entries
      .filter(([key]) => key !== 'x-number-list')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, tidied(inner)])
  )
}

interface Choice {
  type?: string
  enum?: unknown[]
  anyOf?: { type?: string; enum?: unknown[] }[]
}

/** A choice of words is one `enum` of strings, from which generators of clients make one type. */
function asOneChoice(schema: Choice): object {
  const { anyOf, ...rest } = schema
  if (Array.isArray(anyOf) && anyOf.every((one) => one.type === 'string' && Array.isArray(one.enum))) {
    return { ...rest, type: 'string', enum: anyOf.flatMap((one) => one.enum ?? []) }
  }
  const isUntyped = Array.isArray(schema.enum) && schema.type === undefined && schema.enum.every((word) => typeof word === 'string')
  return isUntyped ? { ...schema, type: 'string' } : schema
}
