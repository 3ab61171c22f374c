import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { openDatabase } from '../../../src/storage/database.ts'
import { migrationNames } from '../../../src/storage/migrations.ts'
import { testDatabase } from '../../support/database.ts'
import { urlOf } from '../../support/database-server.ts'
import { sqlOf } from '../../support/schema-engine.ts'

/** Everything that a schema states of tables: columns, keys, foreign keys, indexes. Names of constraints are free. */
async function shape(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ line: string }>(`
    select format('column %s.%s %s %s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' else 'null' end, coalesce(replace(lower(pg_get_expr(d.adbin, d.adrelid)), 'now()', 'current_timestamp'), 'none')) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like '\\_prisma%'
    union all
    select format('constraint %s %s', c.relname, pg_get_constraintdef(k.oid)) from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and c.relname not like '\\_prisma%' and k.contype in ('p', 'f')
    union all
    select regexp_replace(pg_get_indexdef(i.indexrelid), 'INDEX \\S+ ON', 'INDEX ON') from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and c.relname not like '\\_prisma%' order by 1`)
  await client.end()
  return rows.map((row) => row.line)
}

it('the migrations make exactly the tables, keys and indexes of schema.prisma', async () => {
  const migrated = await testDatabase()
  const server = inject('database')
  const client = new pg.Client(server.url)
  await client.connect()
  const name = `taper_schema_${process.pid}`
  await client.query(`create database ${name}`)
  const fromSchema = new pg.Client(urlOf(server.url, name))
  await fromSchema.connect()
  await fromSchema.query(await sqlOf(readFileSync('prisma/schema.prisma', 'utf8'), server.url))
  await fromSchema.end()
  const shapes = { migrated: await shape(migrated.url), schema: await shape(urlOf(server.url, name)) }
  await client.query(`drop database ${name}`)
  await client.end()
  await migrated.drop()
  expect(shapes.migrated.length).toBeGreaterThan(50)
  expect(shapes.migrated).toEqual(shapes.schema)
})

it('migrations are applied once, also by several at the same time, and recorded as Prisma records them', async () => {
  const server = inject('database')
  const admin = new pg.Client(server.url)
  await admin.connect()
  const name = `taper_empty_${process.pid}`
  await admin.query(`create database ${name}`)
  const connectionString = urlOf(server.url, name)
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ connectionString })))
  const { rows } = await opened[0]!.service.query({
    text: 'select migration_name, length(checksum) as length, finished_at is not null as finished, applied_steps_count from _prisma_migrations'
  })
  expect(rows).toEqual(migrationNames().map((migration_name) => ({ migration_name, length: 64, finished: true, applied_steps_count: 1 })))
  for (const database of opened) await database.close()
  await admin.query(`drop database ${name}`)
  await admin.end()
})

it('refuses a database with a migration that it does not know, or one that was edited', async () => {
  const database = await testDatabase()
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query(`insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'y', '9999_future', now())`)
  await expect(openDatabase({ connectionString: database.url })).rejects.toThrow('9999_future, which this version of Taper does not know')
  await client.query(`delete from _prisma_migrations where id = 'x'; update _prisma_migrations set checksum = repeat('0', 64)`)
  await expect(openDatabase({ connectionString: database.url })).rejects.toThrow('was edited after it was applied')
  await client.end()
  await database.drop()
})
