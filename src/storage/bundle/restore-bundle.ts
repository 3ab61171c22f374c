import type { Readable } from 'node:stream'
import type { PoolClient } from 'pg'
import { applyMigration, migrationNames } from '../migrations.ts'
import { everyProject } from '../project-connections.ts'
import { inTransaction } from '../transaction.ts'
import type { WorkQueue } from '../work-queue.ts'
import type { BundleHead, BundleManifest } from './format.ts'
import { advanceSequences, insertStatement, loadPart } from './load-part.ts'
import { BundleError, readBundle } from './read-bundle.ts'
import { bundledTables, leftOut, quoted, type StoredTable, tableNames } from './tables.ts'
import type { BundleProgress } from './write-bundle.ts'

/**
 * Loads a bundle into a database whose tables are up to date and empty, in one transaction: it ends when the whole bundle was compared
 * with its manifest, and until then nobody sees a row. A bundle of an older version is loaded into the tables of that time, and these are
 * brought up to date like those of any database.
 * @throws BundleError; the database is then as before
 */
export async function restoreBundle(
  client: PoolClient,
  queue: WorkQueue,
  input: Readable,
  progress: BundleProgress
): Promise<BundleManifest> {
  return await inTransaction(client, async () => {
    for (const statement of settings) await client.query(statement)
    let later: string[] = []
    let tables: StoredTable[] = []
    let statements = new Map<string, string>()
    let bytes = 0
    const manifest = await readBundle(input, {
      async begin(head) {
        later = laterMigrations(head)
        if (later.length > 0) await makeTablesOf(client, later)
        tables = await bundledTables(client)
        statements = insertStatements(head, tables)
      },
      async part(table, lines, contents) {
        const stored = await loadPart(client, statements.get(table) as string, lines, contents).catch((error: Error) => {
          throw new Error(`The rows of ${table} could not be stored: ${error.message}`, { cause: error })
        })
        bytes += contents.reduce((sum, { length }) => sum + length, lines.length)
        progress(table, bytes)
        if (stored === 0) throw new BundleError(`it is damaged: a part of ${table} has no rows.`)
      }
    })
    await advanceSequences(client, tables)
    for (const name of later) await applyMigration(client, name)
    await queueUnfinished(client, queue)
    return manifest
  })
}

const settings = [
  `set local timezone = 'UTC'`,
  'set local statement_timeout = 0',
  'set local lock_timeout = 0',
  'set local idle_in_transaction_session_timeout = 0',
  'set local synchronous_commit = on',
  // Row-level security: the rows of all projects.
  `select set_config('taper.project', '${everyProject}', true)`
]

/** The migrations that came after a bundle. @throws BundleError where the bundle is the newer one */
function laterMigrations({ migration, taper }: BundleHead): string[] {
  const names = migrationNames()
  const at = names.indexOf(migration)
  if (at === -1) {
    throw new BundleError(
      `it was written by Taper ${taper}, with the migration ${migration}, which this version does not know. Restore it with Taper ${taper} or newer.`
    )
  }
  return names.slice(at + 1)
}

/** Makes the tables anew as they were before the later migrations: all are empty, so nothing is lost. */
async function makeTablesOf(client: PoolClient, later: readonly string[]): Promise<void> {
  const names = await tableNames(client)
  // What triggers call belongs to a migration too, and does not go with its table.
  const { rows } = await client.query<{ name: string }>(
    `select distinct p.oid::regprocedure::text as name from pg_trigger t join pg_proc p on p.oid = t.tgfoid
     where not t.tgisinternal and t.tgrelid = any($1::regclass[])`,
    [names.map(quoted)]
  )
  await client.query(`drop table ${names.map(quoted).join(', ')} cascade`)
  for (const { name } of rows) await client.query(`drop function ${name}`)
  for (const name of migrationNames().filter((one) => !later.includes(one))) await applyMigration(client, name)
}

function insertStatements(head: BundleHead, tables: readonly StoredTable[]): Map<string, string> {
  return new Map(
    head.tables.map((from) => {
      const into = tables.find(({ name }) => name === from.name)
      if (into === undefined || from.name in leftOut)
        throw new BundleError(`it is damaged: there is no table ${from.name} at its migration.`)
      return [from.name, insertStatement(from, into)]
    })
  )
}

/** Operations that had not ended when the bundle was written begin again: pg-boss knows nothing of them yet. */
async function queueUnfinished(client: PoolClient, queue: WorkQueue): Promise<void> {
  await client.query(`update operations set status = 'queued', lease_until = null where status = 'running'`)
  const { rows } = await client.query<{ project: string; id: string }>(
    `select project, id from operations where status = 'queued' order by created_at, id`
  )
  for (const operation of rows) await queue.put(client, operation)
}
