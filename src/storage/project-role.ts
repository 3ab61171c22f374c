import type { ClientBase } from 'pg'
import { inTransaction } from './transaction.ts'

const name = 'taper_project'

/** Two who grant at once would meet in the same row of the catalogue. The number is the same in every replica. */
const grantLock = 0x7a9e8

/** One server may have several databases, and each of them several replicas: another can make the role at the same moment. */
const createRole = `do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then create role ${name} nologin noinherit; end if;
exception when duplicate_object or unique_violation then null;
end $$`

/**
 * The role that projects work as. Row-level security does not hold superusers, nor roles with BYPASSRLS; where the user of the service is
 * one, a role without login takes its place, made here if it is missing. Null: the user itself is held, or nothing can be done about it,
 * which is then said.
 */
export async function projectRole(client: ClientBase, warn: (message: string) => void): Promise<string | null> {
  const { rows } = await client.query<{ passes: boolean }>(
    'select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user'
  )
  if (!rows[0]?.passes) return null
  try {
    await client.query(createRole)
    await mayBecome(client).catch(async () => {
      await client.query(`grant ${name} to current_user`)
      await mayBecome(client)
    })
    return name
  } catch (error) {
    warn(
      `PostgreSQL does not keep projects apart a second time: its user is exempt from row-level security and cannot use the role ${name} ` +
        `(${(error as Error).message}). Connect as a user without BYPASSRLS, or have that role made and granted to it.`
    )
    return null
  }
}

async function mayBecome(client: ClientBase): Promise<void> {
  await client.query(`set role ${name}`)
  await client.query('set role none')
}

/** Tables that row-level security holds, and those of the queue, which are all parts of statements that projects make. */
const ungranted = `select c.oid::regclass::text as table from pg_class c
  where c.relkind in ('r', 'p') and not has_table_privilege($1, c.oid, 'delete')
    and ((c.relnamespace = current_schema()::regnamespace and c.relrowsecurity) or c.relnamespace = $2::regnamespace)`

/** Lets the role work with what projects need, and with nothing else. */
export async function grantTables(client: ClientBase, role: string, queueSchema: string): Promise<void> {
  await inTransaction(client, async () => {
    await client.query('select pg_advisory_xact_lock($1)', [grantLock])
    const { rows } = await client.query<{ table: string }>(ungranted, [role, queueSchema])
    if (rows.length === 0) return
    const { rows: schemas } = await client.query<{ schema: string }>('select current_schema()::regnamespace::text as schema')
    await client.query(`grant usage on schema ${schemas[0]?.schema}, ${queueSchema} to ${role}`)
    await client.query(`grant select, insert, update, delete on ${rows.map(({ table }) => table).join(', ')} to ${role}`)
  })
}
