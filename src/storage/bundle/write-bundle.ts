import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { type Pack, pack } from 'tar-stream'
import { everyProject } from '../project-connections.ts'
import { copiedRows } from './copied-rows.ts'
import {
  type BundleHead,
  type BundleManifest,
  type BundlePart,
  bytesFile,
  formatName,
  formatVersion,
  headFile,
  isBytes,
  manifestFile,
  partBytes,
  partRowBytes,
  rowsFile
} from './format.ts'
import { bundledTables, quoted, type StoredTable } from './tables.ts'

const compress = promisify(gzip)

/** Told after each part: the table, and the bytes of the whole bundle so far. */
export type BundleProgress = (table: string, bytes: number) => void

/**
 * Everything as of one moment, in the snapshot of a read-only transaction: it blocks nobody but who changes tables, and nobody blocks it. As
 * long as it lasts, `vacuum` leaves what dies meanwhile.
 */
const settings = [
  'begin transaction isolation level repeatable read, read only',
  `set local timezone = 'UTC'`,
  'set local extra_float_digits = 1',
  'set local statement_timeout = 0',
  'set local lock_timeout = 0',
  'set local idle_in_transaction_session_timeout = 0',
  // Rows in the order of their keys come by the index: to sort all chunks would need as much disk again.
  'set local enable_sort = off',
  // Row-level security: the rows of all projects.
  `select set_config('taper.project', '${everyProject}', true)`
]

/**
 * Writes a bundle of the database into a stream, which it ends. What it holds does not grow with the size of the database.
 * @param client on a connection of its own, to be closed afterwards whatever happens
 * @param taper the version that writes
 */
export async function writeBundle(client: ClientBase, out: Writable, taper: string, progress: BundleProgress): Promise<BundleManifest> {
  const tar = pack()
  const piped = pipeline(tar, out)
  // Where the stream breaks, nobody takes what is written any more.
  const broken = piped.then(() => new Promise<never>(() => {}))
  const written = writeParts(client, tar, taper, progress)
  written.catch(() => {})
  try {
    const manifest = await Promise.race([written, broken])
    tar.finalize()
    await piped
    return manifest
  } catch (error) {
    tar.destroy(error as Error)
    await piped.catch(() => {})
    throw error
  }
}

async function writeParts(client: ClientBase, tar: Pack, taper: string, progress: BundleProgress): Promise<BundleManifest> {
  for (const statement of settings) await client.query(statement)
  const tables = await bundledTables(client)
  // From here on nobody changes a table until we are done.
  if (tables.length > 0) await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`)
  const head = await headOf(client, taper, tables)
  let bytes = 0
  const file = async (name: string, content: Buffer) => {
    await addFile(tar, name, content, new Date(head.takenAt))
    bytes += content.length
    return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
  }

  await file(headFile, json(head))
  const parts: BundlePart[] = []
  const rows: Record<string, number> = {}
  for (const table of tables) {
    rows[table.name] = 0
    let index = 0
    for await (const { count, lines, columns } of partsOf(client, table)) {
      const files = [await file(rowsFile(table.name, index), await compress(lines, { level: 1 }))]
      for (const { name, content } of columns) files.push(await file(bytesFile(table.name, index, name), content))
      parts.push({ table: table.name, rows: count, files })
      rows[table.name]! += count
      index++
      progress(table.name, bytes)
    }
  }
  const manifest: BundleManifest = { ...head, rows, parts }
  await file(manifestFile, json(manifest))
  await client.query('commit')
  return manifest
}

async function headOf(client: ClientBase, taper: string, tables: StoredTable[]): Promise<BundleHead> {
  const { rows } = await client.query<{ postgres: string; takenAt: Date; migration: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as postgres, now() as "takenAt",
       (select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null
        order by substring(migration_name from '^\\d+')::int desc limit 1) as migration`
  )
  const { postgres, takenAt, migration } = rows[0] as { postgres: string; takenAt: Date; migration: string }
  return {
    format: formatName,
    version: formatVersion,
    taper,
    migration,
    postgres,
    takenAt: takenAt.toISOString(),
    tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => ({ name: column.name, type: column.type })) }))
  }
}

/** The rows of a table in parts: a line of JSON each, and the bytes of each column that has some, one row's after another's. */
async function* partsOf(client: ClientBase, { name: table, columns, key }: StoredTable) {
  const binary = columns.filter(isBytes)
  const fields = columns.map((column) =>
    isBytes(column) ? `octet_length(t.${quoted(column.name)}) as ${quoted(column.name)}` : `t.${quoted(column.name)}`
  )
  const bytes = binary.map(({ name }) => `, t.${quoted(name)}`)
  const order = key.length === 0 ? '' : `order by ${key.map((name) => `t.${quoted(name)}`).join(', ')}`
  const select = `select (select row_to_json(r)::text from (select ${fields.join(', ')}) r)${bytes.join('')} from ${quoted(table)} t ${order}`

  const newLine = Buffer.from('\n')
  const empty = () => ({ count: 0, rowBytes: 0, bytes: 0, lines: [] as Buffer[], contents: binary.map((): Buffer[] => []) })
  let part = empty()
  const whole = () => ({
    count: part.count,
    lines: Buffer.concat(part.lines),
    columns: binary.map(({ name }, i) => ({ name, content: Buffer.concat(part.contents[i] as Buffer[]) }))
  })
  for await (const [line, ...contents] of copiedRows(client, select)) {
    if (part.rowBytes >= partRowBytes || part.bytes >= partBytes) {
      yield whole()
      part = empty()
    }
    part.count++
    part.lines.push(line as Buffer, newLine)
    part.rowBytes += (line as Buffer).length + 1
    for (const [i, content] of contents.entries()) {
      if (content === null) continue
      part.contents[i]?.push(content)
      part.bytes += content.length
    }
  }
  if (part.count > 0) yield whole()
}

function addFile(tar: Pack, name: string, content: Buffer, mtime: Date): Promise<void> {
  return new Promise((done, failed) => {
    tar.entry({ name, size: content.length, mode: 0o600, mtime }, content, (error) => (error ? failed(error) : done()))
  })
}

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
