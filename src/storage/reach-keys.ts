import pg from 'pg'
import { type AuditRepository, auditRepository } from './audit-repository.ts'
import { connecting } from './connect-alone.ts'
import { type KeyRepository, keyRepository } from './key-repository.ts'
import { missingMigrations } from './migrations.ts'
import { type Place, reachDatabase } from './reach-database.ts'
import type { Note } from './storage.ts'

/** How long a server may take to accept a connection. Milliseconds. */
const connectMs = 10_000

/**
 * Works on the keys in a database itself, beside a service or without one: for whoever has the database and no key.
 * @throws NoDatabase; Error where the database cannot be reached, or is not up to date
 */
export async function withStoredKeys<T>(
  place: Place,
  note: Note,
  work: (stored: { keys: KeyRepository; audit: AuditRepository }) => Promise<T>
): Promise<T> {
  const reached = await reachDatabase(place, note)
  const pool = new pg.Pool({ ...reached.connection, application_name: 'taper keys', max: 1, connectionTimeoutMillis: connectMs })
  // Without a listener a connection that breaks while nothing is sent would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const client = await connecting(reached.connection, () => pool.connect())
    const missing = await missingMigrations(client).finally(() => client.release())
    if (missing.length > 0) throw new Error(`The database lacks the migrations ${missing.join(', ')}. Run \`taper migrate\` first.`)
    return await work({ keys: keyRepository(pool), audit: auditRepository(pool) })
  } finally {
    await pool.end()
    await reached.close()
  }
}
