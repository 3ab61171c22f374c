import type { ClientBase } from 'pg'
import type { BundleColumn, BundleTable } from './format.ts'

/** Tables that a bundle leaves out, each with the reason. All others are in it, whatever tables there are. */
export const leftOut: Readonly<Record<string, string>> = {
  _prisma_migrations: 'which migrations were applied: the bundle names the last one, and a restore applies them itself'
}

/** Schemas beside the one of Taper's tables that hold something of Taper's, each with the reason why it is left out. */
export const leftOutSchemas: Readonly<Record<string, string>> = {
  taper_queue: 'tables of pg-boss, which change with its version: a restore queues the operations that have not ended anew'
}

/** Tables of Taper's schema, but not those that an extension brings along, nor partitions, whose rows are their table's. */
const ownTables = `select c.oid, c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
  and not c.relispartition and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** The names of all tables of the schema, in order. */
export async function tableNames(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ relname: string }>(`${ownTables} order by relname`)
  return rows.map(({ relname }) => relname)
}

/** A table as the database has it. */
export interface StoredTable extends BundleTable {
  columns: (BundleColumn & { notNull: boolean })[]
  /** The columns of its primary key, in order. */
  key: string[]
}

/**
 * The tables that a bundle has, what is referred to before what refers to it. Columns that PostgreSQL computes are left out.
 * @throws Error where tables refer to each other in a circle
 */
export async function bundledTables(client: ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { refersTo: string[] }>(`
    with own as (${ownTables})
    select own.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull) order by a.attname)
        from pg_attribute a where a.attrelid = own.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(a.attname order by array_position(k.conkey, a.attnum)) from pg_constraint k
        join pg_attribute a on a.attrelid = own.oid and a.attnum = any(k.conkey) where k.conrelid = own.oid and k.contype = 'p'), '[]') as key,
      coalesce((select json_agg(distinct other.relname) from pg_constraint k join own other on other.oid = k.confrelid
        where k.conrelid = own.oid and k.contype = 'f' and k.confrelid <> own.oid), '[]') as "refersTo"
    from own order by own.relname`)
  let left = rows.filter(({ name }) => !(name in leftOut))
  const sorted: StoredTable[] = []
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name))
    const ready = left.filter(({ refersTo }) => !refersTo.some((name) => waiting.has(name)))
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...waiting].join(', ')}.`)
    sorted.push(...ready.map(({ name, columns, key }) => ({ name, columns, key })))
    left = left.filter((table) => !ready.includes(table))
  }
  return sorted
}

/** A name as a part of a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
