import pg from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { partitionTables } from '../../support/partitioned-tables.ts'

/** The keys of each table of what projects store by their columns, and what each is: a primary key, a unique one, a reference. */
async function keysOf(url: string): Promise<{ table: string; kind: string; columns: string[] }[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ table: string; kind: string; columns: string[] }>(`
    select c.relname as table, case when i.indisprimary then 'primary' else 'unique' end as kind,
      array(select a.attname::text from unnest(i.indkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number order by k.place) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid
    where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
    union all
    select c.relname, 'foreign', array(select a.attname::text from unnest(f.conkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number order by k.place)
    from pg_constraint f join pg_class c on c.oid = f.conrelid where f.contype = 'f' and f.conparentid = 0 and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
    order by 1, 2`)
  await client.end()
  return rows
}

/** What the tables of one run, schedule or operation call it. */
const ownerOf: Record<string, string> = {
  runs: 'id',
  gradient_norm_series: 'run_id',
  gradient_norm_chunks: 'run_id',
  schedule_chunks: 'schedule_id',
  operation_chunks: 'operation_id'
}

/** A key is looked up before its project is known: its table is the whole service's, and small. */
const servicesOwn = new Set(['api_keys'])

it('every key begins with the project, and with the run where a row is part of one', async () => {
  const database = await testDatabase()
  const keys = await keysOf(database.url)
  await database.drop()
  expect(keys.length).toBeGreaterThan(12)
  expect(keys.filter(({ table, columns }) => columns[0] !== 'project' && !servicesOwn.has(table))).toEqual([])
  expect(keys.filter(({ table, columns }) => table in ownerOf && columns[1] !== ownerOf[table])).toEqual([])
})

it('every table can be spread by hash, and keeps its references', async () => {
  const database = await testDatabase()
  const before = await keysOf(database.url)
  const spreadBy = await partitionTables(database.url)
  const after = await keysOf(database.url)
  await database.drop()
  expect(spreadBy).toMatchObject({
    runs: ['project', 'id'],
    gradient_norm_series: ['project', 'run_id'],
    gradient_norm_chunks: ['project', 'run_id'],
    schedules: ['project'],
    schedule_chunks: ['project', 'schedule_id'],
    idempotency_keys: ['project', 'key'],
    operations: ['project', 'id'],
    operation_chunks: ['project', 'operation_id']
  })
  const names = Object.keys(spreadBy)
  expect(after.filter(({ table }) => names.includes(table))).toEqual(before.filter(({ table }) => names.includes(table)))
})
