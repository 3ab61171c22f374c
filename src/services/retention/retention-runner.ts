import type { Storage } from '../../storage/storage.ts'
import { pointsRemoved, sweptAt } from '../../telemetry/metrics.ts'

/** The first sweep comes after a start has calmed down, the others as often as days need. Milliseconds. */
const firstMs = 60_000
const everyMs = 6 * 3_600_000

/**
 * Removes what has been kept long enough, again and again.
 * @param days how long superseded points of projects that say nothing are kept; null: for ever
 * @param note told of what was removed, or went wrong
 * @returns what ends it
 */
export function runRetention(
  storage: Pick<Storage, 'retention'>,
  days: number | null,
  note: { info(message: string): void; warn(message: string, cause: unknown): void }
): () => Promise<void> {
  const stopping = new AbortController()
  let under: Promise<void> = Promise.resolve()
  const sweep = async () => {
    try {
      const removed = await storage.retention.sweep(days, stopping.signal)
      if (removed !== null) sweptAt.setToCurrentTime()
      if (removed) {
        pointsRemoved.value += removed
        note.info(`${removed} superseded points were removed that had been kept for as many days as their project says`)
      }
    } catch (error) {
      note.warn('what has been kept long enough was not removed', error)
    }
    if (!stopping.signal.aborted) next(everyMs)
  }
  let timer: NodeJS.Timeout
  const next = (ms: number) => {
    timer = setTimeout(() => {
      under = sweep()
    }, ms).unref()
  }
  next(firstMs)
  return async () => {
    stopping.abort()
    clearTimeout(timer)
    await under
  }
}
