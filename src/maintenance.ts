import type { Readable, Writable } from 'node:stream'
import { readConfig } from './config.ts'
import type { ApiKey } from './domain/access.ts'
import type { KeyFields, MadeKey } from './services/keys/create-key.ts'
import { createKeyInDatabase, listKeysOfDatabase, revokeKeyInDatabase } from './services/keys/keys-of-database.ts'
import { backUpDatabase } from './storage/back-up-database.ts'
import type { BundleManifest } from './storage/bundle/format.ts'
import type { BundleProgress } from './storage/bundle/write-bundle.ts'
import { findMissingMigrations, migrateDatabase } from './storage/migrate-database.ts'
import type { Place } from './storage/reach-database.ts'
import { withStoredKeys } from './storage/reach-keys.ts'
import { restoreDatabase } from './storage/restore-database.ts'
import type { Note } from './storage/storage.ts'
import { version } from './version.ts'

export { NotEmpty } from './storage/bundle/empty-database.ts'
export { BundleError } from './storage/bundle/read-bundle.ts'

/** How a command follows work on a database. */
export interface Watch {
  note: Note
  progress: BundleProgress
  /** Ends the work early. */
  signal: AbortSignal
}

/** Work on the database of a service, for commands: by the same environment, while the service runs or without it. */
export const maintenance = {
  /** Writes everything that is stored into a stream. */
  backUp: (env: NodeJS.ProcessEnv, out: Writable, watch: Watch): Promise<BundleManifest> =>
    backUpDatabase(placeOf(env), out, { ...watch, taper: version }),
  /** Stores everything of a bundle in an empty database. */
  restore: (env: NodeJS.ProcessEnv, input: Readable, watch: Watch): Promise<BundleManifest> => restoreDatabase(placeOf(env), input, watch),
  /** Applies the migrations that the database lacks, and gives their names. */
  migrate: (env: NodeJS.ProcessEnv, note: Note): Promise<string[]> => migrateDatabase(placeOf(env), note),
  /** The names of the migrations that the database lacks. */
  missingMigrations: (env: NodeJS.ProcessEnv, note: Note): Promise<string[]> => findMissingMigrations(placeOf(env), note),
  /** Makes an API key, also where nobody has one any more. */
  createKey: (env: NodeJS.ProcessEnv, fields: KeyFields, note: Note): Promise<MadeKey> =>
    withStoredKeys(placeOf(env), note, (stored) => createKeyInDatabase(stored, fields)),
  /** API keys of all projects, newest first. */
  listKeys: (env: NodeJS.ProcessEnv, note: Note): Promise<ApiKey[]> => withStoredKeys(placeOf(env), note, listKeysOfDatabase),
  revokeKey: (env: NodeJS.ProcessEnv, id: string, note: Note): Promise<void> =>
    withStoredKeys(placeOf(env), note, (stored) => revokeKeyInDatabase(stored, id))
}

function placeOf(env: NodeJS.ProcessEnv): Place {
  const { DATABASE_URL: databaseUrl, TAPER_DATA_DIR: dataDir, TAPER_POSTGRES_BIN: postgresBin } = readConfig(env)
  return { databaseUrl: databaseUrl ?? null, dataDir, postgresBin }
}
