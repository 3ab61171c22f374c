import type { ClientBase } from 'pg'
import { type BundleTable, isBytes } from './format.ts'
import { quoted, type StoredTable } from './tables.ts'

const opening = Buffer.from('[')
const closing = Buffer.from(']')

/**
 * The statement that stores a part of a table. PostgreSQL itself reads the JSON, so that no number passes through a float64 of ours, and
 * cuts the bytes of each row out of those of the part.
 * @param from the columns that the bundle has @param into the table as it is here
 * @throws Error where the table lacks a column
 */
export function insertStatement(from: BundleTable, into: StoredTable): string {
  const columns = from.columns.map(({ name }) => {
    const column = into.columns.find((one) => one.name === name)
    if (column === undefined) throw new Error(`The table ${from.name} has no column ${name} here.`)
    return column
  })
  const binary = columns.filter(isBytes)
  const read = columns.map((column) => `${quoted(column.name)} ${isBytes(column) ? 'bigint' : column.type}`)
  const ends = binary.map(({ name }, i) => `, sum(r.${quoted(name)}) over (order by r.place rows unbounded preceding) as end_${i}`)
  const values = columns.map((column) => {
    const name = `r.${quoted(column.name)}`
    const i = binary.indexOf(column)
    if (i >= 0) return `substring($${i + 2}::bytea from (r.end_${i} - ${name} + 1)::int for ${name}::int)`
    // In JSON the null of `jsonb` looks like the one of SQL.
    return column.type === 'jsonb' && column.notNull ? `coalesce(${name}, 'null'::jsonb)` : name
  })
  return `insert into ${quoted(from.name)} (${columns.map(({ name }) => quoted(name)).join(', ')}) overriding system value
    select ${values.join(', ')} from (
      select r.*${ends.join('')} from rows from (json_to_recordset($1::json) as (${read.join(', ')})) with ordinality
        as r(${columns.map(({ name }) => quoted(name)).join(', ')}, place)) r order by r.place`
}

/** Stores the rows of a part. @param lines NDJSON @returns how many */
export async function loadPart(client: ClientBase, statement: string, lines: Buffer, contents: readonly Buffer[]): Promise<number> {
  const rows = Buffer.from(lines.subarray(0, -1))
  for (let at = rows.indexOf(10); at !== -1; at = rows.indexOf(10, at + 1)) rows[at] = 44
  const { rowCount } = await client.query(statement, [Buffer.concat([opening, rows, closing]).toString(), ...contents])
  return rowCount ?? 0
}

/** What counts rows goes on after those that were stored. */
export async function advanceSequences(client: ClientBase, tables: readonly StoredTable[]): Promise<void> {
  for (const { name, columns } of tables) {
    for (const column of columns) {
      const { rows } = await client.query<{ sequence: string | null }>('select pg_get_serial_sequence($1, $2) as sequence', [
        quoted(name),
        column.name
      ])
      const sequence = rows[0]?.sequence
      if (sequence) {
        await client.query(`select setval($1, coalesce((select max(${quoted(column.name)}) from ${quoted(name)}), 0) + 1, false)`, [
          sequence
        ])
      }
    }
  }
}
