import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  type ProxyTracerProvider,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace
} from '@opentelemetry/api'
import { version } from '../version.ts'

/**
 * The tracer of an OpenTelemetry SDK that was there before the service (`node --import`). Without one there are no spans, and nothing is
 * done for them.
 */
export const tracer: Tracer | undefined = (trace.getTracerProvider() as Partial<ProxyTracerProvider>).getDelegateTracer?.('taper', version)

const shape = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** What a `traceparent` says; undefined where it is not valid. @see W3C Trace Context, §3.2 */
export function readTraceparent(traceparent: string): SpanContext | undefined {
  const [, format, traceId = '', spanId = '', flags = '', more] = shape.exec(traceparent) ?? []
  if (format === undefined || (format === '00' && more !== undefined)) return undefined
  const found = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
  return isSpanContextValid(found) ? found : undefined
}

export const writeTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${(traceFlags & 1).toString(16).padStart(2, '0')}`

/** The context that a caller of another process has sent: by the SDK's propagator, else from `traceparent` alone. */
export function callerContext(carrier: Readonly<Record<string, unknown>>): Context {
  const extracted = propagation.extract(ROOT_CONTEXT, carrier)
  if (trace.getSpanContext(extracted) !== undefined) return extracted
  const caller = typeof carrier.traceparent === 'string' ? readTraceparent(carrier.traceparent) : undefined
  return caller === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, caller)
}

/** The span that is under way here, for work that goes on elsewhere; undefined where nobody traces. */
export function activeTraceparent(): string | undefined {
  const active = tracer === undefined ? undefined : trace.getSpanContext(context.active())
  return active === undefined ? undefined : writeTraceparent(active)
}

/** Does work within a span, where somebody traces. */
export async function traced<T>(
  name: string,
  { kind = SpanKind.INTERNAL, attributes = {}, parent }: { kind?: SpanKind; attributes?: Attributes; parent?: Context },
  work: () => Promise<T>
): Promise<T> {
  if (tracer === undefined) return await work()
  const within = parent ?? context.active()
  const span = tracer.startSpan(name, { kind, attributes }, within)
  try {
    return await context.with(trace.setSpan(within, span), work)
  } catch (error) {
    failSpan(span, error)
    throw error
  } finally {
    span.end()
  }
}

/** Says that the work of a span failed, by the name of the error: its message can have values in it. */
export function failSpan(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? ((error as { code?: string }).code ?? error.name) : 'unknown')
  span.setStatus({ code: SpanStatusCode.ERROR })
}
