import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { invalid, Problem, type ProblemName, problems } from '../../domain/problems.ts'

/** Answers every failure as `application/problem+json` (RFC 9457). No other file turns errors into responses. */
export const problemDetails = fp(
  async (app: FastifyInstance) => {
    app.setErrorHandler<FastifyError | Problem>(answerFailure)
  },
  { name: 'problem-details' }
)

/** Also for failures that the framework meets before it has found a route. */
export function answerFailure(error: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  const { serviceLog } = request.server
  if (problem.type === 'internal')
    serviceLog.error({ err: error, requestId: request.id, traceId: request.traceId }, problems.internal.title)
  else if (problem.status >= 500)
    serviceLog.warn({ requestId: request.id, traceId: request.traceId, reason: reasonOf(problem) }, problem.detail)
  if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds))
  // What a handler had said of its answer is not true of this one.
  for (const name of ['etag', 'cache-control', 'location', 'content-encoding', 'content-length']) reply.removeHeader(name)
  return reply
    .code(problem.status)
    .header('x-request-id', request.id)
    .header('x-content-type-options', 'nosniff')
    .header('content-type', 'application/problem+json')
    .serializer((text: string) => text)
    .send(problemJson(problem, request.id))
}

const reasonOf = ({ cause }: Problem): string | undefined => (cause instanceof Error ? cause.message : undefined)

export const problemJson = ({ type, status, detail, errors }: Problem, requestId: string): string =>
  JSON.stringify({ type: `/problems/${type}`, title: problems[type].title, status, detail, requestId, errors })

/** Failures of HTTP that the framework finds, by its codes. */
const byFrameworkCode: Record<string, (error: FastifyError) => Problem> = {
  FST_ERR_BAD_URL: () => invalid('path/', 'The path is not valid percent-encoded UTF-8.', 'Encode it, e.g. with encodeURIComponent.'),
  FST_ERR_MAX_PARAM_LENGTH: () => invalid('path/', 'A part of the path is too long.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new Problem('unsupported-media-type', 'The header Content-Type is not a media type.'),
  FST_ERR_CTP_EMPTY_TYPE: () => new Problem('unsupported-media-type', 'The header Content-Type is missing.'),
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: () => new Problem('unsupported-media-type', 'The header Content-Type is missing.')
}

function problemOf(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error
  return byFrameworkCode[error.code]?.(error) ?? new Problem('internal', problems.internal.remedy, { cause: error })
}

/** What Node says of requests that are not HTTP, too long in their head, or too slow; the answer is written on the socket itself. */
const byParserCode: Record<string, ProblemName> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout'
}

/** Answers a request that could not be read as HTTP, and closes the connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const name = byParserCode[error.code ?? '']
  const problem =
    name === undefined ? invalid('', 'The request is not valid HTTP/1.1 (RFC 9112).') : new Problem(name, problems[name].cause)
  const requestId = randomUUID()
  const body = problemJson(problem, requestId)
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body
    ].join('\r\n')
  )
}
