import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Connection } from './database.ts'
import { passwordFile, startEmbeddedPostgres } from './embedded-postgres.ts'
import { FolderTaken } from './folder-lock.ts'
import type { Note } from './storage.ts'

/** A database that is reached beside a service, or without one. */
export interface ReachedDatabase {
  connection: Connection
  /** Stops the server if it was started for this. */
  close(): Promise<void>
}

export interface Place {
  databaseUrl: string | null
  dataDir: string
  /** Folder of the programs of PostgreSQL; those that npm installed unless given. */
  postgresBin?: string | undefined
}

/** There is no database yet. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase'
}

/**
 * Reaches what is stored: by its URL; or the embedded PostgreSQL in the data folder, through the server that a service runs there, or one
 * that is started for this.
 * @throws NoDatabase where the folder has none
 */
export async function reachDatabase({ databaseUrl, dataDir, postgresBin }: Place, note: Note): Promise<ReachedDatabase> {
  if (databaseUrl !== null) return { connection: { connectionString: databaseUrl }, close: async () => {} }
  if (!existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) {
    throw new NoDatabase(`There is no database in ${resolve(dataDir)}. Set TAPER_DATA_DIR to its folder, or DATABASE_URL to a PostgreSQL.`)
  }
  try {
    const { connection, stop } = await startEmbeddedPostgres(dataDir, note, postgresBin)
    return { connection, close: stop }
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error
    return { connection: runningServer(dataDir, error), close: async () => {} }
  }
}

/** The server that another process runs on the folder. @see PostgreSQL, src/include/utils/pidfile.h: line 4 is the port, line 5 the socket's folder */
function runningServer(dataDir: string, taken: FolderTaken): Connection {
  const folder = resolve(dataDir)
  try {
    const lines = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
    const [port, host] = [Number(lines[3]), lines[4] as string]
    return { host, port, user: 'taper', password: readFileSync(passwordFile(folder), 'utf8'), database: 'postgres' }
  } catch (error) {
    throw new Error(`${taken.message} Its PostgreSQL cannot be reached: ${(error as Error).message}.`, { cause: error })
  }
}
