import { LRUCache } from 'lru-cache'
import { type AuditRepository, auditRepository } from './audit-repository.ts'
import { connectAlone } from './connect-alone.ts'
import { type Connection, type Database, openDatabase, type PoolState } from './database.ts'
import { fullDisk } from './disk-space.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { guarded } from './failure.ts'
import { idempotencyRepository, keySweeper } from './idempotency-repository.ts'
import { importRepository } from './import-repository.ts'
import { keyLeases } from './key-leases.ts'
import { type KeyRepository, keyRepository } from './key-repository.ts'
import { type OperationQueue, operationQueue } from './operation-queue.ts'
import { operationRepository, operationStarts } from './operation-repository.ts'
import { type PointCountRepository, pointCountRepository } from './point-count-repository.ts'
import type { ProjectStorage } from './project-storage.ts'
import { type Retention, retention } from './retention.ts'
import { runRepository } from './run-repository.ts'
import { scheduleMemory, scheduleRepository } from './schedule-repository.ts'
import { seriesRepositories } from './series-repository.ts'

/** All that is kept, in one PostgreSQL database: what projects have stored, and what belongs to the whole service. */
export interface Storage {
  readonly kind: 'embedded' | 'external'
  /** What a project has stored. Costs nothing, and makes nothing: a project begins with the first that is stored in it. */
  of(project: string): ProjectStorage
  /** The operations of all projects, for those who work on them. */
  readonly operations: OperationQueue
  readonly keys: KeyRepository
  readonly audit: AuditRepository
  readonly pointCounts: PointCountRepository
  readonly retention: Retention
  /** The server's version, e.g. "18.4". @throws Problem `overloaded` where the database is away, `storage-full` where its disk is full */
  check(): Promise<string>
  /** The connections of the pool now, and who waits for one. */
  connections(): PoolState
  /** Operations that wait for someone to work on them. @throws Problem `overloaded` where the database is away */
  operationsWaiting(): Promise<number>
  /** Writes what waits, and closes. */
  close(): Promise<void>
}

/** Projects that stay open: a few hundred functions each. */
const projectsMax = 1000

export type Note = (message: string, level: 'info' | 'warn') => void

export interface StorageConfig {
  /** Null: a PostgreSQL of our own. */
  databaseUrl: string | null
  dataDir: string
  /** Folder of the programs of PostgreSQL; those that npm installed unless given. */
  postgresBin?: string | undefined
  /** Connections that share the work, 12 unless given; one more is reserved for questions that must not wait. */
  connections?: number
  /** From when on a statement is slow, and noted. Milliseconds; never unless given. */
  slowMs?: number
}

/**
 * Opens the database of a URL, or without one a PostgreSQL of our own under the data folder, and brings its tables up to date.
 * @throws Error that says what to do
 */
export async function openStorage(config: StorageConfig, note: Note = () => {}): Promise<Storage> {
  const warn = (message: string) => note(message, 'warn')
  const { databaseUrl, dataDir, postgresBin, connections, slowMs } = config
  const options = { warn, ...(connections && { connections }), ...(slowMs && { slowMs }) }
  if (databaseUrl !== null) {
    const connection = { connectionString: databaseUrl }
    return storageOn(await openDatabase(connection, options), connection, 'external', warn, async () => {})
  }
  const embedded = await startEmbeddedPostgres(dataDir, note, postgresBin)
  try {
    const database = await openDatabase(embedded.connection, { ...options, explain: () => fullDisk(dataDir) })
    return storageOn(database, embedded.connection, 'embedded', warn, embedded.stop)
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

function storageOn(
  database: Database,
  connection: Connection,
  kind: Storage['kind'],
  warn: (message: string) => void,
  stopServer: () => Promise<void>
): Storage {
  const { service, queue } = database
  const series = seriesRepositories(database.of, warn)
  const memory = scheduleMemory()
  const sweepKeys = keySweeper(service)
  const leases = keyLeases(database.reserved)
  const startAlone = operationStarts(service)
  const projects = new LRUCache<string, ProjectStorage>({ max: projectsMax })
  const open = (project: string): ProjectStorage => {
    const own = database.of(project)
    return {
      project,
      runs: runRepository(own),
      series: series.of(own),
      imports: importRepository(own),
      schedules: scheduleRepository(own, memory),
      idempotency: idempotencyRepository(own, sweepKeys, leases),
      operations: operationRepository(own, startAlone)
    }
  }
  let asking: Promise<number> | undefined
  return {
    kind,
    of(project) {
      const known = projects.get(project)
      if (known) return known
      const opened = open(project)
      projects.set(project, opened)
      return opened
    },
    operations: operationQueue(service, queue),
    retention: retention(database, () => connectAlone(connection, 'taper retention')),
    check: database.check,
    keys: keyRepository(service),
    audit: auditRepository(service),
    pointCounts: pointCountRepository(service),
    connections: database.connections,
    operationsWaiting() {
      // Who asks again while the database does not answer waits for the same answer.
      asking ??= guarded(() => queue.waiting()).finally(() => {
        asking = undefined
      })
      return asking
    },
    async close() {
      await series.idle()
      leases.close()
      await database.close()
      await stopServer()
    }
  }
}
