// What a user gives to `node --import`: an OpenTelemetry SDK of their own, here one that writes each span as a line of JSON to standard error.
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

const writer = {
  onStart() {},
  onEnd(span) {
    const { name, kind, attributes, status, parentSpanContext } = span
    const { traceId, spanId } = span.spanContext()
    process.stderr.write(`span ${JSON.stringify({ name, kind, attributes, status, traceId, spanId, parent: parentSpanContext?.spanId })}\n`)
  },
  forceFlush: async () => {},
  shutdown: async () => {}
}

new NodeTracerProvider({ spanProcessors: [writer] }).register()
