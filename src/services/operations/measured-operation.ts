import type { TakenOperation } from '../../storage/operation-repository.ts'
import { operationSeconds } from '../../telemetry/metrics.ts'
import { callerContext, traced } from '../../telemetry/tracing.ts'

/** How an attempt at an operation ended: `returned` goes on elsewhere, `cancelled` is also one that another has taken up. */
export type AttemptOutcome = 'done' | 'failed' | 'cancelled' | 'returned'

/** Measures an attempt. With a tracer it is a span in the trace of the request that began the operation, on whichever replica it runs. */
export async function measuredOperation({ id, kind, work }: TakenOperation, attempt: () => Promise<AttemptOutcome>): Promise<void> {
  const begun = performance.now()
  let outcome: AttemptOutcome = 'failed'
  try {
    outcome = await traced(`operation ${kind}`, { parent: callerContext(work), attributes: { 'taper.operation_id': id } }, attempt)
  } finally {
    operationSeconds.with(kind, outcome).observe((performance.now() - begun) / 1000)
  }
}
