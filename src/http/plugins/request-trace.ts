import { type Context, context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { callerContext, readTraceparent, tracer, writeTraceparent } from '../../telemetry/tracing.ts'
import { loggedUrl } from '../logged-url.ts'
import { routeLabel } from '../route-label.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace that the request belongs to; undefined where nobody traces. */
    traceId: string | undefined
    /** Where in its trace the request is, for what goes on after it. */
    traceparent: string | undefined
    /** With an SDK: what its work is done in. */
    traceContext: Context | undefined
  }
}

/**
 * Takes up the trace of a caller, and names it in the answer and in logs. With an OpenTelemetry SDK a request is a span, and what is done
 * for it lies within.
 * @see W3C Trace Context, https://www.w3.org/TR/trace-context/
 * @see OpenTelemetry, Semantic conventions for HTTP spans
 */
export const requestTrace = fp(
  async (app: FastifyInstance) => {
    app.decorateRequest('traceId', undefined)
    app.decorateRequest('traceparent', undefined)
    app.decorateRequest('traceContext', undefined)

    app.addHook('onRequest', (request, reply, done) => {
      if (tracer !== undefined) begin(request)
      else if (request.headers.traceparent !== undefined) takeUp(request, readTraceparent(String(request.headers.traceparent)))
      if (request.traceparent !== undefined) reply.header('traceparent', request.traceparent)
      within(request, done)
    })
    if (tracer === undefined) return
    // The body arrives by events of the connection, which are of no request.
    app.addHook('preValidation', (request, _reply, done) => within(request, done))
    app.addHook('preHandler', (request, _reply, done) => within(request, done))
    app.onEnded(({ request, status }) => {
      const span = request.traceContext === undefined ? undefined : trace.getSpan(request.traceContext)
      if (span === undefined) return
      span.setAttribute('http.response.status_code', status)
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', String(status))
      span.end()
    })
  },
  { name: 'request-trace', dependencies: ['ended-requests'] }
)

const within = ({ traceContext }: FastifyRequest, done: () => void): void =>
  traceContext === undefined ? done() : context.with(traceContext, done)

function takeUp(request: FastifyRequest, found: ReturnType<typeof readTraceparent>): void {
  if (found === undefined) return
  request.traceId = found.traceId
  request.traceparent = writeTraceparent(found)
}

function begin(request: FastifyRequest): void {
  const route = request.routeOptions.url
  const caller = callerContext(request.headers)
  const [path = '', query] = loggedUrl(request.url).split('?', 2)
  const span = tracer?.startSpan(
    route === undefined ? request.method : `${request.method} ${routeLabel(route)}`,
    {
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': request.method,
        'url.path': path,
        'url.scheme': 'http',
        ...(query === undefined ? {} : { 'url.query': query }),
        ...(route === undefined ? {} : { 'http.route': routeLabel(route) }),
        'taper.request_id': request.id
      }
    },
    caller
  )
  if (span === undefined) return
  request.traceContext = trace.setSpan(caller, span)
  takeUp(request, span.spanContext())
}
