import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.ts'
import { type Connections, onConnection, openPool } from './connection.ts'
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
  readonly queue: WorkQueue
  /** As a project sees it. */
  of(project: string): ProjectDatabase
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

const connectionsMax = 12

/**
 * Connects, applies migrations, and makes sure that a commit is on disk before it is acknowledged.
 * @throws Error where the database cannot be reached, is older than PostgreSQL 13, or its migrations do not fit
 */
export async function openDatabase(
  connection: Connection,
  warn: (message: string) => void = () => {},
  slowMs = Number.POSITIVE_INFINITY
): Promise<Database> {
  const config = {
    ...connection,
    max: connectionsMax,
    Client: watchedClient(slowMs, (statement, ms) => warn(`slow statement: ${statement} took ${Math.round(ms)} ms`)),
    connectionTimeoutMillis: 10_000,
    application_name: 'taper',
    ...((await commitsAreDurable(connection, warn)) ? {} : { options: '-c synchronous_commit=on' })
  }
  const pool = openPool(config, (error) => warn(`a database connection was lost: ${error.message}`))
  keepContexts(pool)
  const { connectionsOf, queue } = await prepare(pool, warn).catch(async (error) => {
    await pool.end()
    throw error
  })
  const { pool: prismaPool, onBehalf } = callersPool()
  const prisma = new PrismaClient({ adapter: new PrismaPg(prismaPool) })
  return {
    service: connectionsOf(everyProject),
    queue,
    of(project) {
      const connections = connectionsOf(project)
      const models: ProjectDatabase['models'] = (work) => guarded(() => onBehalf(connections, async () => await work(prisma)))
      return { project, pool: connections, queue, models }
    },
    connections: () => ({ max: connectionsMax, total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async close() {
      await queue.close()
      await prisma.$disconnect()
      await pool.end()
    }
  }
}

/** Tables, and who may see what in them. */
async function prepare(pool: pg.Pool, warn: (message: string) => void) {
  const role = await onConnection(pool, async (client) => {
    await migrate(client)
    return await projectRole(client, warn)
  })
  const connectionsOf = projectConnections(pool, role)
  const service = connectionsOf(everyProject)
  const queue = await openWorkQueue(service, warn)
  if (role !== null) await onConnection(service, (client) => grantTables(client, role, queueSchema))
  return { connectionsOf, queue }
}

async function commitsAreDurable(connection: Connection, warn: (message: string) => void): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number; commit: string; fsync: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync`
    )
    const server = rows[0] as { version: number; commit: string; fsync: string }
    if (server.version < 130000) throw new Error('Taper needs PostgreSQL 13 or newer.')
    if (server.fsync === 'off') warn('PostgreSQL runs with fsync=off: if its machine crashes, stored points can be lost.')
    return server.commit !== 'off'
  } finally {
    await client.end()
  }
}
