import { type Database, openDatabase } from './database.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { guarded } from './failure.ts'
import { type GradientNormRepository, gradientNormRepository } from './gradient-norm-repository.ts'
import { type IdempotencyRepository, idempotencyRepository } from './idempotency-repository.ts'
import { type OperationRepository, operationRepository } from './operation-repository.ts'
import { type RunRepository, runRepository } from './run-repository.ts'
import { type ScheduleRepository, scheduleRepository } from './schedule-repository.ts'

/** All that is kept, in one PostgreSQL database. */
export interface Storage {
  readonly kind: 'embedded' | 'external'
  readonly runs: RunRepository
  readonly gradientNorms: GradientNormRepository
  readonly schedules: ScheduleRepository
  readonly idempotency: IdempotencyRepository
  readonly operations: OperationRepository
  /** The server's version, e.g. "18.4". @throws Problem `overloaded` where the database is away */
  check(): Promise<string>
  /** Writes what waits, and closes. */
  close(): Promise<void>
}

export type Note = (message: string, level: 'info' | 'warn') => void

/**
 * Opens the database of a URL, or without one a PostgreSQL of our own under the data folder, and brings its tables up to date.
 * @throws Error that says what to do
 */
export async function openStorage(config: { databaseUrl: string | null; dataDir: string }, note: Note = () => {}): Promise<Storage> {
  const warn = (message: string) => note(message, 'warn')
  if (config.databaseUrl !== null) {
    return storageOn(await openDatabase({ connectionString: config.databaseUrl }, warn), 'external', warn, async () => {})
  }
  const embedded = await startEmbeddedPostgres(config.dataDir, note)
  try {
    return storageOn(await openDatabase(embedded.connection, warn), 'embedded', warn, embedded.stop)
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

function storageOn(database: Database, kind: Storage['kind'], warn: (message: string) => void, stopServer: () => Promise<void>): Storage {
  const gradientNorms = gradientNormRepository(database.pool, warn)
  return {
    kind,
    runs: runRepository(database),
    gradientNorms,
    schedules: scheduleRepository(database),
    idempotency: idempotencyRepository(database),
    operations: operationRepository(database),
    check: () =>
      guarded(async () => {
        const { rows } = await database.pool.query<{ version: string }>(
          `select split_part(current_setting('server_version'), ' ', 1) as version`
        )
        return (rows[0] as { version: string }).version
      }),
    async close() {
      await gradientNorms.idle()
      await database.close()
      await stopServer()
    }
  }
}
