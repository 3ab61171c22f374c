import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { counter, histogram } from './cells.ts'

/**
 * What the process counts and measures: base units, names as Prometheus has them, and labels from bounded sets alone. A metric is here once;
 * who counts imports it.
 * @see https://prometheus.io/docs/practices/naming/
 */
export const registry = new Registry()

/** From half a millisecond to a minute; a request that waits for an operation is past the end. */
const requestBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
const statementBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const taskBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
const operationBounds = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600]

export const requests = counter(registry, {
  name: 'taper_http_requests_total',
  help: 'Requests that have ended, by route and status. Status 499: the client went away before it had the whole answer.',
  labels: ['method', 'route', 'status']
})

export const requestSeconds = histogram(registry, {
  name: 'taper_http_request_duration_seconds',
  help: 'Time from the head of a request to the end of its answer.',
  labels: ['method', 'route'],
  bounds: requestBounds
})

export const requestsUnderWay = new Gauge({
  name: 'taper_http_requests_in_flight',
  help: 'Requests that have begun and not ended.',
  registers: [registry]
})

export const pointsStored = counter(registry, {
  name: 'taper_points_stored_total',
  help: 'Points that were stored, by series.',
  labels: ['series']
})

export const pointsDuplicate = counter(registry, {
  name: 'taper_points_duplicate_total',
  help: 'Points that came again with the value that is stored, by series.',
  labels: ['series']
})

export const pointsSuperseded = counter(registry, {
  name: 'taper_points_superseded_total',
  help: 'Stored points that a later point or a resumed training replaced, by series.',
  labels: ['series']
})

export const pointsRemoved = counter(registry, {
  name: 'taper_retention_points_removed_total',
  help: 'Superseded points that this process removed for good, because they had been kept long enough.',
  labels: []
}).with()

export const sweptAt = new Gauge({
  name: 'taper_retention_last_sweep_timestamp_seconds',
  help: 'When this process last looked for what had been kept long enough. 0: not yet; another replica may have.',
  registers: [registry]
})

export const taskSeconds = histogram(registry, {
  name: 'taper_task_duration_seconds',
  help: 'Time of work in a thread (refinement, optimizers, charts, …), with its wait for the thread.',
  labels: ['kind', 'outcome'],
  bounds: taskBounds
})

export const tasksUnderWay = new Gauge({
  name: 'taper_tasks_in_flight',
  help: 'Work accepted for a thread and not done.',
  labelNames: ['kind'],
  registers: [registry]
})

export const operationSeconds = histogram(registry, {
  name: 'taper_operation_duration_seconds',
  help: 'Time that operations were worked on here, by kind and outcome (done, failed, cancelled, returned to the queue).',
  labels: ['kind', 'outcome'],
  bounds: operationBounds
})

export const operationsWaiting = new Gauge({
  name: 'taper_operations_waiting',
  help: 'Operations in the queue that nobody works on yet, over all replicas. Absent while the database is away.',
  registers: [registry]
})

export const statementSeconds = histogram(registry, {
  name: 'taper_database_statement_duration_seconds',
  help: 'Time of statements of the database, without the wait for a connection.',
  labels: ['statement', 'outcome'],
  bounds: statementBounds
})

export const databaseConnections = new Gauge({
  name: 'taper_database_connections',
  help: 'Connections of the pool, by state: used or idle.',
  labelNames: ['state'],
  registers: [registry]
})

export const databaseConnectionsMax = new Gauge({
  name: 'taper_database_connections_max',
  help: 'The most connections that the pool opens.',
  registers: [registry]
})

export const databaseWaiting = new Gauge({
  name: 'taper_database_waiting',
  help: 'Statements and transactions that wait for a connection.',
  registers: [registry]
})

export const memoryInUse = new Gauge({
  name: 'taper_memory_budget_in_use_bytes',
  help: 'Bytes of the memory budget that work holds.',
  registers: [registry]
})

export const memoryMax = new Gauge({
  name: 'taper_memory_budget_max_bytes',
  help: 'All bytes that work may hold at once (TAPER_MEMORY_BYTES_MAX).',
  registers: [registry]
})

export const buildInfo = new Gauge({
  name: 'taper_build_info',
  help: 'Always 1: the version of the service, of Node.js, and the engine in use.',
  labelNames: ['version', 'node', 'engine'],
  registers: [registry]
})

/** Measures the process itself from now on: processor, memory, garbage collection, lag of the event loop, under prom-client's usual names. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: registry })
}
