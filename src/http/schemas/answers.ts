import type { TSchema } from 'typebox'
import { Problem, type ProblemName, problems } from '../../domain/problems.ts'
import { mediaTypes } from '../media-types.ts'
import { problemJson } from '../plugins/problem-details.ts'
import { ProblemDetails } from './problem-details.ts'
import { ref } from './ref.ts'

/** Named examples of a body, as OpenAPI writes them. */
export type Examples = Record<string, { summary?: string; value: unknown }>

interface Header {
  description: string
  schema: Record<string, unknown>
}

export interface Content {
  [mediaType: string]: { schema: unknown; examples?: Examples }
}

export interface Answer {
  description: string
  headers?: Record<string, Header>
  content: Content
}

export const headers = {
  etag: {
    description: 'Entity tag of this answer, in this format and coding (strong).',
    schema: { type: 'string', examples: ['"7f3a-json"'] }
  },
  location: { description: 'The path of the new resource.', schema: { type: 'string', format: 'uri-reference' } },
  retryAfter: { description: 'Seconds to wait before the next attempt.', schema: { type: 'integer', minimum: 1 } },
  requestId: {
    description: 'The id of the request: the X-Request-Id that was sent, else a new one.',
    schema: { type: 'string', maxLength: 128 }
  },
  cacheControl: { description: 'How long the answer may be cached.', schema: { type: 'string' } },
  vary: { description: 'The request headers that the answer depends on.', schema: { type: 'string' } },
  contentDisposition: { description: 'A name for the file.', schema: { type: 'string' } },
  startStep: { description: 'The step of the first value. Only with application/octet-stream.', schema: { type: 'integer', minimum: 0 } },
  lastStep: {
    description: 'The last step of the series, whatever range was asked for; absent where it has no points.',
    schema: { type: 'integer', minimum: 0 }
  },
  stride: { description: 'Steps from one value to the next. Only with application/octet-stream.', schema: { type: 'integer', minimum: 1 } },
  preferenceApplied: {
    description: 'The preference of `Prefer` that was applied.',
    schema: { type: 'string', examples: ['wait=10'] }
  },
  wwwAuthenticate: { description: 'How to authenticate (RFC 6750).', schema: { type: 'string', examples: ['Bearer realm="Taper"'] } },
  replayed: {
    description: 'Present if this repeats the answer to an earlier request with the same Idempotency-Key.',
    schema: { const: 'true' }
  }
} as const

const count = (description: string): Header => ({ description, schema: { type: 'integer', minimum: 0 } })

/** @see IETF draft-ietf-httpapi-ratelimit-headers-06 */
const rateLimitHeaders = {
  'RateLimit-Limit': count('The limit.'),
  'RateLimit-Remaining': count('What is left of it.'),
  'RateLimit-Reset': count('Seconds until the limit begins anew.')
}

/** An answer in JSON. */
export const jsonAnswer = (description: string, schema: TSchema, examples?: Examples, more: Record<string, Header> = {}): Answer => ({
  description,
  headers: more,
  content: { [mediaTypes.json]: { schema, ...(examples === undefined ? {} : { examples }) } }
})

/** A body in JSON. `required: false`: a request without a body stands for an empty object. */
export const jsonBody = (schema: TSchema, examples: Examples, { required = true }: { required?: boolean } = {}) => ({
  required,
  content: { [mediaTypes.json]: { schema, examples } }
})

/** The answers of a route to the problems that it can meet, one for each status. */
export function problemAnswers(...names: ProblemName[]): Record<number, Answer> {
  const answers: Record<number, Answer> = {}
  for (const name of names) {
    const { status, title, cause } = problems[name]
    const example = { summary: title, value: JSON.parse(problemJson(exampleOf(name, cause), '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81')) }
    const answer = (answers[status] ??= {
      description: title,
      headers: { 'X-Request-Id': headers.requestId },
      content: { [mediaTypes.problem]: { schema: ref(ProblemDetails), examples: {} } }
    })
    if (!answer.description.includes(title)) answer.description += ` ${title}`
    if (status === 401 || status === 403) answer.headers = { ...answer.headers, 'WWW-Authenticate': headers.wwwAuthenticate }
    if (status === 429) answer.headers = { ...answer.headers, 'Retry-After': headers.retryAfter, ...rateLimitHeaders }
    if (status === 503 || name === 'idempotency-key-in-use') answer.headers = { ...answer.headers, 'Retry-After': headers.retryAfter }
    Object.assign(answer.content[mediaTypes.problem]?.examples ?? {}, { [name]: example })
  }
  return answers
}

const exampleOf = (name: ProblemName, cause: string): Problem =>
  name === 'invalid-request' || name === 'start-step-required'
    ? new Problem(name, cause, { errors: [{ pointer: '/startStep', detail: 'is required.', fix: 'Send the step of the first value.' }] })
    : new Problem(name, cause)
