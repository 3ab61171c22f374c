import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Problem } from '../domain/problems.ts'
import { PrismaClient } from '../generated/prisma/client.ts'
import { migrate } from './migrations.ts'
import { openWorkQueue, type WorkQueue } from './work-queue.ts'

/**
 * One pool of connections, seen twice: `prisma` for the models, `pool` for the statements that carry norms. Through Prisma a
 * `bytea` costs twice the time of the driver's own prepared statement (see bench/README.md).
 */
export interface Database {
  prisma: PrismaClient
  pool: pg.Pool
  queue: WorkQueue
  close(): Promise<void>
}

/** How a database is reached: a URL, or the parts of one. */
export type Connection = { connectionString: string } | { host: string; port: number; user: string; password: string; database: string }

const connectionsMax = 12

/**
 * Connects, applies migrations, and makes sure that a commit is on disk before it is acknowledged.
 * @throws Error where the database cannot be reached, is older than PostgreSQL 13, or its migrations do not fit
 */
export async function openDatabase(connection: Connection, warn: (message: string) => void = () => {}): Promise<Database> {
  const pool = new pg.Pool({
    ...connection,
    max: connectionsMax,
    connectionTimeoutMillis: 10_000,
    application_name: 'taper',
    ...((await commitsAreDurable(connection, warn)) ? {} : { options: '-c synchronous_commit=on' })
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => warn(`a database connection was lost: ${error.message}`))
  const client = await pool.connect()
  let queue: WorkQueue
  try {
    await migrate(client).finally(() => client.release())
    queue = await openWorkQueue(pool, warn)
  } catch (error) {
    await pool.end()
    throw error
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    prisma,
    pool,
    queue,
    async close() {
      await queue.close()
      await prisma.$disconnect()
      await pool.end()
    }
  }
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
    if (server.fsync === 'off') warn('PostgreSQL runs with fsync=off: a crash of its machine can lose points that were acknowledged.')
    return server.commit !== 'off'
  } finally {
    await client.end()
  }
}

/** SQLSTATE classes of a server that is away for now: connection, resources, operator intervention, read-only standby. */
const passing = /^(08|53|57P|25006|40001|40P01|55P03)/
const socketErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
const driverMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/

/** What Prisma's adapter makes of the driver's error; a raw query keeps it in `meta` alone. */
interface AdapterError {
  cause?: { kind?: string; originalCode?: string }
}
const awayKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections', 'TransactionWriteConflict'])

function isAway({ cause }: AdapterError): boolean {
  return cause !== undefined && (awayKinds.has(cause.kind ?? '') || passing.test(cause.originalCode ?? ''))
}

/** A failure of the database as the caller shall see it: `overloaded` where it is away for now, else as it is. */
export function databaseFailure(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { code, meta } = error as { code?: string; meta?: { driverAdapterError?: AdapterError } }
  const away =
    isAway(meta?.driverAdapterError ?? {}) ||
    (code !== undefined && (passing.test(code) || socketErrors.has(code) || /^P(1001|1002|1008|1017|2024|2034)$/.test(code))) ||
    driverMessages.test(error.message) ||
    (error.cause !== undefined && error.cause !== error && databaseFailure(error.cause) instanceof Problem)
  return away ? new Problem('overloaded', 'The database cannot be reached at the moment.', { retryAfterSeconds: 1, cause: error }) : error
}

/** Whether a statement broke the rule of this SQLSTATE. */
export const isViolation = (error: unknown, code: '23503' | '23505'): boolean => (error as { code?: string } | null)?.code === code
