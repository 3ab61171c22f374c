import { connectAlone } from './connect-alone.ts'
import { openDatabase } from './database.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrationNames, missingMigrations } from './migrations.ts'
import { NoDatabase, type Place, reachDatabase } from './reach-database.ts'
import type { Note } from './storage.ts'

/** The migrations that a database lacks, in order; all where there is no database yet. Changes nothing. */
export async function findMissingMigrations(place: Place, note: Note): Promise<string[]> {
  try {
    const reached = await reachDatabase(place, note)
    try {
      const client = await connectAlone(reached.connection, 'taper migrate')
      return await missingMigrations(client).finally(() => client.end())
    } finally {
      await reached.close()
    }
  } catch (error) {
    if (error instanceof NoDatabase) return migrationNames()
    throw error
  }
}

/**
 * Brings a database up to date as a start of the service does, so that the service itself need not be allowed to.
 * @returns the migrations that it lacked
 * @throws FolderTaken where a service runs on the data folder
 */
export async function migrateDatabase({ databaseUrl, dataDir, postgresBin }: Place, note: Note): Promise<string[]> {
  const embedded = databaseUrl === null ? await startEmbeddedPostgres(dataDir, note, postgresBin) : null
  const connection = embedded?.connection ?? { connectionString: databaseUrl as string }
  try {
    const client = await connectAlone(connection, 'taper migrate')
    const missing = await missingMigrations(client).finally(() => client.end())
    const database = await openDatabase(connection, { warn: (message) => note(message, 'warn') })
    await database.close()
    return missing
  } finally {
    await embedded?.stop()
  }
}
