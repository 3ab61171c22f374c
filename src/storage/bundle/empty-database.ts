import type { ClientBase } from 'pg'
import { missingMigrations } from '../migrations.ts'
import { everyProject } from '../project-connections.ts'
import { leftOut, quoted, tableNames } from './tables.ts'

/** A database that a bundle cannot be restored into. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty'
}

/**
 * Makes sure that a database holds nothing, and that no service works on it.
 * @throws NotEmpty that says what it holds; Error where its tables are a newer Taper's
 */
export async function assertEmpty(client: ClientBase): Promise<void> {
  const advice = 'Restore into an empty database: make one, or name another folder by TAPER_DATA_DIR.'
  const names = await tableNames(client)
  if (names.length > 0 && !names.includes('_prisma_migrations')) {
    throw new NotEmpty(`The database holds tables that are not Taper's: ${listed(names)}. ${advice}`)
  }
  await missingMigrations(client)
  await client.query(`select set_config('taper.project', '${everyProject}', false)`)
  const held: string[] = []
  for (const name of names) {
    if (name in leftOut) continue
    const { rows } = await client.query<{ any: boolean }>(`select exists (select from ${quoted(name)}) as any`)
    if (rows[0]?.any) held.push(name)
  }
  if (held.length > 0) throw new NotEmpty(`The database holds data already, in ${listed(held)}. ${advice}`)
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name = 'taper' and pid <> pg_backend_pid()`
  )
  if ((rows[0]?.count ?? 0) > 0) throw new NotEmpty('A service is running on the database. Stop it, restore, and start it again.')
}

const listed = (names: readonly string[]): string => (names.length > 8 ? `${names.slice(0, 8).join(', ')} …` : names.join(', '))
