import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ClientBase } from 'pg'
import { everyProject } from './project-connections.ts'
import { inTransaction } from './transaction.ts'

/** The migrations lie beside the sources and beside the compiled service alike. */
const folder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** Any number that is the same in every replica: the advisory lock under which one of them migrates. */
const lockNumber = 0x7a9e4

const bookkeeping = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/**
 * Applies the migrations that the database lacks, in the order of their numbers, each in a transaction, with the bookkeeping of
 * `prisma migrate deploy`, whose own engine is a download that a service must not need.
 * @returns the names of those that were applied
 * @throws Error where a migration was edited after it was applied, or the database is newer than this version
 */
export async function migrate(client: ClientBase): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [lockNumber])
  try {
    const missing = await missingMigrations(client)
    for (const name of missing) await inTransaction(client, () => applyMigration(client, name))
    return missing
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockNumber])
  }
}

/**
 * The migrations that a database lacks, in order.
 * @throws Error where one was edited after it was applied, or the database is newer than this version
 */
export async function missingMigrations(client: ClientBase): Promise<string[]> {
  const { rows: found } = await client.query<{ table: string | null }>(`select to_regclass('_prisma_migrations')::text as table`)
  if (found[0]?.table === null) return migrationNames()
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from _prisma_migrations where rolled_back_at is null and finished_at is not null'
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const names = migrationNames()
  const unknown = [...applied.keys()].find((name) => !names.includes(name))
  if (unknown)
    throw new Error(`The database has the migration ${unknown}, which this version of Taper does not know. Start a newer version.`)
  const edited = names.find((name) => applied.has(name) && applied.get(name) !== checksumOf(sqlOf(name)))
  if (edited) throw new Error(`The migration ${edited} was edited after it was applied to this database.`)
  return names.filter((name) => !applied.has(name))
}

/** The names of the migrations, in order: `<n>_<what>`, n counting from 1. */
export const migrationNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))

/** Applies a migration and notes it, as part of the caller's transaction. @throws Error that names it */
export async function applyMigration(client: ClientBase, name: string): Promise<void> {
  const sql = sqlOf(name)
  try {
    // Where row-level security holds the owner of the tables too, a migration sees the rows of all projects.
    await client.query(`select set_config('taper.project', $1, true)`, [everyProject])
    await client.query(bookkeeping)
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksumOf(sql), name]
    )
  } catch (error) {
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

const sqlOf = (name: string): string => readFileSync(join(folder, name, 'migration.sql'), 'utf8')
const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')
