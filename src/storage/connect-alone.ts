import pg, { type ClientBase } from 'pg'
import type { Connection } from './database.ts'

/** How long a server may take to accept a connection. Milliseconds. */
const connectMs = 10_000

/**
 * A connection of a command's own, outside of any pool. Statements on it take as long as they need; one that breaks fails them.
 * @throws Error where the server cannot be reached, or is older than PostgreSQL 13
 */
export async function connectAlone(connection: Connection, name: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: name, connectionTimeoutMillis: connectMs, keepAlive: true })
  // Else a connection that breaks between two statements would end the process.
  client.on('error', () => {})
  await connecting(connection, () => client.connect())
  const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
  if ((rows[0]?.version ?? 0) < 130_000) {
    await client.end()
    throw new Error('Taper needs PostgreSQL 13 or newer.')
  }
  return client
}

/**
 * Connects, and where that fails says to what: the driver alone says "connect ECONNREFUSED", or nothing at all.
 * @throws Error
 */
export async function connecting<T>(connection: Connection, connect: () => Promise<T>): Promise<T> {
  try {
    return await connect()
  } catch (cause) {
    const reason = cause instanceof AggregateError ? (cause.errors[0] as Error).message : (cause as Error).message
    throw new Error(`The database at ${placeOf(connection)} cannot be reached: ${reason}`, { cause })
  }
}

/** Host, port and name of a database, without user and password. */
function placeOf(connection: Connection): string {
  if (!('connectionString' in connection)) return `${connection.host}:${connection.port}`
  const { host, port, database } = new pg.Client(connection)
  return `${host}:${port}/${database ?? ''}`
}

/** Ends a connection at once, whatever is under way on it. The server rolls its transaction back. */
export function cutConnection(client: ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}
