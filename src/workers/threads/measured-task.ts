import { context, trace } from '@opentelemetry/api'
import { taskSeconds, tasksUnderWay } from '../../telemetry/metrics.ts'
import { failSpan, tracer } from '../../telemetry/tracing.ts'

/** Work that was accepted for a thread. */
export interface BegunTask {
  /** Work of the same task, within its span. */
  within<T>(work: () => T): T
  /** Its result was used, or it failed. */
  end(failure?: { readonly reason: unknown }): void
}

/** Measures a task from when it is accepted until its result is used. With a tracer it is a span. @param kind such as `refinement` */
export function beginTask(kind: string): BegunTask {
  const begun = performance.now()
  tasksUnderWay.inc({ kind })
  const span = tracer?.startSpan(`task ${kind}`, { attributes: { 'taper.task.kind': kind } })
  return {
    within: (work) => (span === undefined ? work() : context.with(trace.setSpan(context.active(), span), work)),
    end(failure) {
      tasksUnderWay.dec({ kind })
      taskSeconds.with(kind, failure === undefined ? 'done' : 'failed').observe((performance.now() - begun) / 1000)
      if (span === undefined) return
      if (failure !== undefined) failSpan(span, failure.reason)
      span.end()
    }
  }
}

/** Does all the work of a task. */
export async function measuredTask<T>(kind: string, work: () => Promise<T>): Promise<T> {
  const task = beginTask(kind)
  try {
    const result = await task.within(work)
    task.end()
    return result
  } catch (error) {
    task.end({ reason: error })
    throw error
  }
}
