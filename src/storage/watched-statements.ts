import { context, SpanKind } from '@opentelemetry/api'
import pg, { type Pool } from 'pg'
import type { HistogramCell } from '../telemetry/cells.ts'
import { statementSeconds } from '../telemetry/metrics.ts'
import { failSpan, tracer } from '../telemetry/tracing.ts'
import { statementName } from './statement-name.ts'

/** Told of a statement that took long: by its name, never with its values. */
export type SlowStatement = (statement: string, milliseconds: number) => void

type Done = (error: Error | null | undefined, result?: unknown) => void

/** The connections of a pool that measure their statements. A statement becomes a span where somebody traces. */
export function watchedClient(slowMs: number, slow: SlowStatement): typeof pg.Client {
  class WatchedClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config)
      const query = this.query.bind(this) as (...given: unknown[]) => unknown
      // In the constructor, as the driver's types list each way to call it.
      this.query = ((...given: unknown[]) => {
        const ended = beginStatement(given[0], slowMs, slow)
        const last = given.length - 1
        const done = given[last]
        if (typeof done === 'function') {
          given[last] = (error: Error | null, result: unknown) => {
            ended(error)
            ;(done as Done)(error, result)
          }
          return query(...given)
        }
        const result = query(...given)
        if (result instanceof Promise) result.then(() => ended(), ended)
        return result
      }) as typeof this.query
    }
  }
  return WatchedClient
}

const cells = new Map<string, { ok: HistogramCell; failed: HistogramCell }>()

function cellsOf(name: string): { ok: HistogramCell; failed: HistogramCell } {
  let found = cells.get(name)
  if (found === undefined) {
    found = { ok: statementSeconds.with(name, 'ok'), failed: statementSeconds.with(name, 'failed') }
    cells.set(name, found)
  }
  return found
}

function beginStatement(given: unknown, slowMs: number, slow: SlowStatement): (error?: Error | null) => void {
  const name = statementName(given)
  const begun = performance.now()
  const span = tracer?.startSpan(name, {
    kind: SpanKind.CLIENT,
    attributes: { 'db.system.name': 'postgresql', 'db.query.summary': name }
  })
  return (error) => {
    const milliseconds = performance.now() - begun
    const { ok, failed } = cellsOf(name)
    ;(error ? failed : ok).observe(milliseconds / 1000)
    if (milliseconds >= slowMs) slow(name, milliseconds)
    if (span === undefined) return
    if (error) failSpan(span, error)
    span.end()
  }
}

/** Who waits for a connection goes on in its own context, not in that of who gave the connection back. */
export function keepContexts(pool: Pool): void {
  if (tracer === undefined) return
  const connect = pool.connect.bind(pool) as (done?: Done) => unknown
  pool.connect = ((done?: Done) => connect(done && context.bind(context.active(), done))) as typeof pool.connect
}
