import {
  buildInfo,
  databaseConnections,
  databaseConnectionsMax,
  databaseWaiting,
  memoryInUse,
  memoryMax,
  operationsWaiting,
  registry
} from '../../telemetry/metrics.ts'
import type { Parts } from '../parts.ts'

/** How long a scrape waits for the database. Milliseconds. */
const databaseMs = 1000

/**
 * All metrics, as Prometheus reads them. It answers while the database is away too, without what only the database knows.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export async function collectMetrics({ storage, memory, engines, version }: Parts): Promise<{ text: string; contentType: string }> {
  buildInfo.set({ version, node: process.version, engine: engines.usual.name }, 1)
  const { max, total, idle, waiting } = storage.connections()
  databaseConnectionsMax.set(max)
  databaseConnections.set({ state: 'used' }, total - idle)
  databaseConnections.set({ state: 'idle' }, idle)
  databaseWaiting.set(waiting)
  memoryInUse.set(memory.inUse)
  memoryMax.set(memory.max)
  const depth = await within(databaseMs, storage.operationsWaiting())
  if (depth === undefined) operationsWaiting.remove()
  else operationsWaiting.set(depth)
  return { text: await registry.metrics(), contentType: registry.contentType }
}

/** A promise's value, or undefined where it fails or is late. */
async function within<T>(milliseconds: number, promised: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return await Promise.race([promised.catch(() => undefined), late]).finally(() => clearTimeout(timer))
}
