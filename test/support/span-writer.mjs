// What a user gives to `node --import`: an OpenTelemetry SDK of their own, here one that writes each span as a line of JSON to standard error.
import { NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'

const exporter = {
  export(spans, done) {
    for (const { name, kind, attributes, status, parentSpanContext, spanContext } of spans) {
      const { traceId, spanId } = spanContext()
      process.stderr.write(`span ${JSON.stringify({ name, kind, attributes, status, traceId, spanId, parent: parentSpanContext?.spanId })}\n`)
    }
    done({ code: 0 })
  },
  shutdown: async () => {}
}

new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register()
