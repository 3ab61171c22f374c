import { PrismaPg } from '@prisma/adapter-pg'
import type { ClientBase, ClientConfig } from 'pg'
import type { Problem } from '../domain/problems.ts'
import { PrismaClient } from '../generated/prisma/client.ts'
import type { Connections } from './connection.ts'
import { ConnectionPool } from './connections/pool.ts'
import { type Pulse, takePulse } from './connections/pulse.ts'
import { type ReservedConnection, reserveConnection } from './connections/reserved.ts'
import { connectToSetUp } from './connections/single.ts'
import { timeLimits } from './connections/time-limits.ts'
import { guarded } from './failure.ts'
import { migrate } from './migrations.ts'
import { callersPool, everyProject, projectConnections } from './project-connections.ts'
import type { ProjectDatabase } from './project-database.ts'
import { grantTables, projectRole } from './project-role.ts'
import { keepContexts, watchedClient } from './watched-statements.ts'
import { openWorkQueue, queueSchema, type WorkQueue } from './work-queue.ts'

/**
 * One pool of connections, seen twice: `prisma` for the models, `pool` for the statements that carry norms. Through Prisma a
 * `bytea` costs twice the time of the driver's own prepared statement (see bench/README.md).
 */
export interface Database {
  /** For the service's own work, across projects. */
  readonly service: Connections
  /** Beside the pool, for short statements that must not wait for others. */
  readonly reserved: ReservedConnection
  readonly queue: WorkQueue
  /** As a project sees it. */
  of(project: string): ProjectDatabase
  /** The server's version. @throws Problem `overloaded`, `storage-full` */
  check(): Promise<string>
  connections(): PoolState
  close(): Promise<void>
}

/** The connections of a pool: at most, now, of these idle, and who waits for one. */
export interface PoolState {
  max: number
  total: number
  idle: number
  waiting: number
}

/** How a database is reached: a URL, or the parts of one. */
export type Connection = { connectionString: string } | { host: string; port: number; user: string; password: string; database: string }

export interface DatabaseOptions {
  /** Connections of the pool; one more is reserved. */
  connections?: number
  /** From when on a statement is slow. Milliseconds. */
  slowMs?: number
  warn?: (message: string) => void
  /** Another reason than that the database does not answer, where there is one. */
  explain?: () => Promise<Problem | null>
}

/**
 * Connects, applies migrations, and makes sure that a commit is on disk before it is acknowledged.
 * @throws Error where the database cannot be reached, is older than PostgreSQL 13, or its migrations do not fit
 */
export async function openDatabase(
  connection: Connection,
  { connections: max = 12, slowMs = Number.POSITIVE_INFINITY, warn = () => {}, explain = async () => null }: DatabaseOptions = {}
): Promise<Database> {
  const config = { ...connection, application_name: 'taper' }
  const Client = watchedClient(slowMs, (statement, ms) => warn(`slow statement: ${statement} took ${Math.round(ms)} ms`))
  let pulse: Pulse | undefined
  const lost = (error: Error) => {
    pulse?.doubt()
    warn(`a database connection was lost: ${error.message}`)
  }
  const pool = new ConnectionPool({ ...config, max, Client }, { lost, diskFull: () => pulse?.diskFull() })
  keepContexts(pool)
  const { connectionsOf, queue } = await prepare(config, pool, warn)
  const service = connectionsOf(everyProject)
  const reserved = reserveConnection(config, service, () => pulse?.doubt())
  const { check, close: stopPulse } = (pulse = takePulse(reserved, pool, explain))
  const { pool: prismaPool, onBehalf } = callersPool()
  const prisma = new PrismaClient({
    adapter: new PrismaPg(prismaPool),
    transactionOptions: { maxWait: timeLimits.connection, timeout: timeLimits.transaction }
  })
  return {
    service,
    reserved,
    queue,
    of(project) {
      const connections = connectionsOf(project)
      const models: ProjectDatabase['models'] = (work) => guarded(() => onBehalf(connections, async () => await work(prisma)))
      return { project, pool: connections, reserved, queue, models }
    },
    check,
    connections: () => ({ max: pool.options.max, total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async close() {
      stopPulse()
      await queue.close()
      await prisma.$disconnect()
      await reserved.close()
      await pool.end()
    }
  }
}

/** Tables, and who may see what in them: on a connection that has all the time it needs. */
async function prepare(config: ClientConfig, pool: ConnectionPool, warn: (message: string) => void) {
  const setUp = await connectToSetUp(config)
  try {
    await checkServer(setUp, warn)
    await migrate(setUp)
    const role = await projectRole(setUp, warn)
    const connectionsOf = projectConnections(pool, role)
    const queue = await openWorkQueue(setUp, connectionsOf(everyProject), warn)
    if (role !== null) await grantTables(setUp, role, queueSchema)
    return { connectionsOf, queue }
  } catch (error) {
    await pool.end()
    throw error
  } finally {
    await setUp.end()
  }
}

async function checkServer(client: ClientBase, warn: (message: string) => void): Promise<void> {
  const { rows } = await client.query<{ version: number; fsync: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync`
  )
  const server = rows[0] as { version: number; fsync: string }
  if (server.version < 130000) throw new Error('Taper needs PostgreSQL 13 or newer.')
  if (server.fsync === 'off') warn('PostgreSQL runs with fsync=off: if its machine crashes, stored points can be lost.')
}
