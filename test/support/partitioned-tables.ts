import pg from 'pg'

/** Tables of what projects store, by name. */
const projectTables = `select c.oid::regclass::text as name from pg_class c
  where c.relkind = 'r' and c.relrowsecurity and c.relnamespace = current_schema()::regnamespace
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'project' and not a.attisdropped)
    and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) order by 1`

/** The columns that all unique keys of a table begin with: the project, and the run or schedule or operation where all have it. */
const commonKey = `select (array_agg(key[1]))[1] as project, case when count(distinct key[2]) = 1 then (array_agg(key[2]))[1] end as part
  from (select array_agg(a.attname::text order by k.place) as key
    from pg_index i cross join unnest(i.indkey) with ordinality as k (number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = $1::regclass and i.indisunique group by i.indexrelid) keys`

/**
 * Puts tables of four hash partitions in the place of the migrated ones, empty as they are: each spread by what its keys begin with. Says by
 * which columns.
 */
export async function partitionTables(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client(url)
  await client.connect()
  const texts = async (query: string, values: unknown[] = []) =>
    (await client.query<{ text: string }>(query, values)).rows.map((row) => row.text)
  const tables = (await client.query<{ name: string }>(projectTables)).rows.map(({ name }) => name)
  const references = (
    await client.query<{ table: string; name: string; definition: string }>(
      `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
       where contype = 'f' and conrelid = any($1::regclass[])`,
      [tables]
    )
  ).rows
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`)
  const spreadBy: Record<string, string[]> = {}
  for (const table of tables) {
    const policies = await texts(
      `select format('create policy %I on %s using (%s)', polname, polrelid::regclass, pg_get_expr(polqual, polrelid)) as text
       from pg_policy where polrelid = $1::regclass`,
      [table]
    )
    const { rows } = await client.query<{ project: string; part: string | null }>(commonKey, [table])
    const columns = [rows[0]?.project, rows[0]?.part].filter((column) => typeof column === 'string')
    await client.query(`alter table ${table} rename to plain`)
    await client.query(`create table ${table} (like plain including all) partition by hash (${columns.join(', ')})`)
    await client.query('drop table plain')
    for (let i = 0; i < 4; i++) {
      await client.query(`create table ${table}_${i} partition of ${table} for values with (modulus 4, remainder ${i})`)
    }
    if (policies.length > 0) await client.query(`alter table ${table} enable row level security, force row level security`)
    for (const policy of policies) await client.query(policy)
    spreadBy[table] = columns
  }
  for (const { table, definition } of references) await client.query(`alter table ${table} add ${definition}`)
  await client.end()
  return spreadBy
}
