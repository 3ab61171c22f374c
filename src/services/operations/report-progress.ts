import { setTimeout as sleep } from 'node:timers/promises'
import type { OperationRepository, TakenOperation } from '../../storage/operation-repository.ts'

/** How often to say that work goes on, and to hear whether it is still wanted. */
const reportMs = 400

/** Says now and then that work goes on, one report after the other, until it is done. */
export async function reportProgress(
  operations: OperationRepository,
  taken: TakenOperation,
  { progress, abort, done }: { progress: Float64Array; abort: AbortController; done: AbortSignal }
): Promise<void> {
  for (;;) {
    await sleep(reportMs, null, { signal: done }).catch(() => {})
    if (done.aborted) return
    // Whoever does not hear us for long takes the operation up: that the database is away for now is no reason to end.
    const isWanted = await operations.report(taken, progress[0]!).catch(() => true)
    if (!isWanted) abort.abort()
  }
}
