import type { Readable } from 'node:stream'
import pg from 'pg'
import { assertEmpty } from './bundle/empty-database.ts'
import type { BundleManifest } from './bundle/format.ts'
import { restoreBundle } from './bundle/restore-bundle.ts'
import type { BundleProgress } from './bundle/write-bundle.ts'
import { connectAlone, cutConnection } from './connect-alone.ts'
import { type Connection, openDatabase } from './database.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import type { Place } from './reach-database.ts'
import type { Note } from './storage.ts'

/**
 * Stores everything of a bundle in an empty database: that of a URL, or the embedded one, which is made where there is none.
 * @param signal ends it early
 * @throws NotEmpty, FolderTaken, BundleError; the database is then as empty as before
 */
export async function restoreDatabase(
  { databaseUrl, dataDir, postgresBin }: Place,
  input: Readable,
  { note, progress, signal }: { note: Note; progress: BundleProgress; signal: AbortSignal }
): Promise<BundleManifest> {
  const embedded = databaseUrl === null ? await startEmbeddedPostgres(dataDir, note, postgresBin) : null
  const connection: Connection = embedded?.connection ?? { connectionString: databaseUrl as string }
  const stop = () => input.destroy(new Error('interrupted'))
  // Before anybody reads it, too.
  input.on('error', () => {})
  signal.addEventListener('abort', stop)
  try {
    const client = await connectAlone(connection, 'taper restore')
    await assertEmpty(client).finally(() => client.end())
    return await load(connection, input, progress, signal)
  } finally {
    signal.removeEventListener('abort', stop)
    await embedded?.stop()
  }
}

async function load(connection: Connection, input: Readable, progress: BundleProgress, signal: AbortSignal): Promise<BundleManifest> {
  const database = await openDatabase(connection)
  const pool = new pg.Pool({ ...connection, max: 1, application_name: 'taper restore', keepAlive: true })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const client = await pool.connect()
    const stop = () => cutConnection(client)
    signal.addEventListener('abort', stop)
    try {
      signal.throwIfAborted()
      const manifest = await restoreBundle(client, database.queue, input, progress)
      // The planner knows nothing of the tables yet.
      await client.query('analyze')
      return manifest
    } finally {
      signal.removeEventListener('abort', stop)
      client.release(true)
    }
  } finally {
    await pool.end()
    await database.close()
  }
}
