import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { pack } from 'tar-stream'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { leftOut, leftOutSchemas } from '../../../src/storage/bundle/tables.ts'
import { migrationNames } from '../../../src/storage/migrations.ts'
import { openStorage } from '../../../src/storage/storage.ts'
import { bundleOf, filesOf, restoreInto } from '../../support/bundle.ts'
import { testDatabase } from '../../support/database.ts'

type TestDatabase = Awaited<ReturnType<typeof testDatabase>>
const databases: TestDatabase[] = []
const fresh = async (): Promise<TestDatabase> => {
  const database = await testDatabase()
  databases.push(database)
  return database
}
const append = (first: number, values: number[], resumeFrom?: number) => ({
  points: { steps: { first, stride: 1 }, values: Float64Array.from(values) },
  startless: false,
  onConflict: 'replace' as const,
  ...(resumeFrom !== undefined && { resumeFrom })
})
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  return await work(client).finally(() => client.end())
}
/** How many rows each table has that has some. */
const rowCounts = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`
    )
    const counts: Record<string, number> = {}
    for (const { name } of rows) {
      const found = await client.query<{ count: number }>(`select count(*)::int as count from "${name}"`)
      if (found.rows[0]!.count > 0 && !(name in leftOut)) counts[name] = found.rows[0]!.count
    }
    return counts
  })

let source: TestDatabase
let bundle: Buffer
const operations = { default: uuidv7(), other: uuidv7() }
beforeAll(async () => {
  source = await fresh()
  const storage = await openStorage({ databaseUrl: source.url, dataDir: '' })
  for (const project of ['default', 'other'] as const) {
    const { runs, series, schedules, idempotency, operations: begun } = storage.of(project)
    const labels = { team: 'ä"\\\n\u2028😀', empty: '' }
    await runs.put('r', {
      name: 'a "name"\twith, all\r\n of it',
      optimizer: null,
      totalSteps: 2 ** 53 - 1,
      peakLearningRate: 5e-324,
      labels,
      stepUnit: 'steps',
      scheduleId: null
    })
    await series.append('r', 'l2', append(0, [1, -0, Number.NaN, Infinity, -Infinity, 5e-324, 1.7976931348623157e308, 0.1]))
    await series.append('r', 'l2', append(3, [7, 8, 9], 3))
    await series.append('r', 'l1', append(10, Array.from({ length: 70_000 }, Math.random)))
    const multipliers = Float64Array.of(1, 0.5, 0)
    await schedules.create({
      id: uuidv7(),
      identity: `of ${project}`,
      name: null,
      runId: 'r',
      rule: 'refined',
      parameters: {},
      steps: 3,
      peakLearningRate: 0.1,
      report: { bound: 1e-300 },
      digest: 'd',
      multipliers
    })
    await idempotency.claim('k', 'print')
    await begun.start({
      id: operations[project],
      kind: 'refine',
      requestId: 'q',
      work: { what: 'this' },
      numbers: { values: Float64Array.of(4, 5) }
    })
  }
  await storage.operations.take()
  await storage.close()
  bundle = await bundleOf(source.url)
})
afterAll(async () => {
  for (const { drop } of databases) await drop()
})

it('a bundle has every table of the schema, or the code says why it does not', async () => {
  const { tables } = JSON.parse((await filesOf(bundle)).get('bundle.json')!.toString()) as { tables: { name: string }[] }
  const inBundle = tables.map(({ name }) => name)
  const { rows } = await withClient(source.url, (client) =>
    client.query<{ schema: string; name: string }>(
      `select relnamespace::regnamespace::text as schema, relname as name from pg_class where relkind in ('r', 'p', 'm')
       and not relispartition and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`
    )
  )
  const missing = rows.filter(({ schema, name }) => !(schema in leftOutSchemas) && !inBundle.includes(name) && !(name in leftOut))
  expect(missing).toEqual([])
  expect(inBundle).toContain('gradient_norm_chunks')
})

it('what is restored is the same to the last bit: a bundle of it has the same rows', async () => {
  const target = await fresh()
  await restoreInto(target.url, bundle)
  expect(await rowCounts(target.url)).toEqual(await rowCounts(source.url))
  const [before, after] = [await filesOf(bundle), await filesOf(await bundleOf(target.url))]
  const rows = (files: Map<string, Buffer>, table: string) =>
    [...files].filter(([name]) => name.startsWith(`${table}/`)).map(([name, content]) => [name, content.toString('latin1')])
  for (const table of [
    'runs',
    'gradient_norm_series',
    'gradient_norm_chunks',
    'schedules',
    'schedule_chunks',
    'idempotency_keys',
    'operation_chunks'
  ]) {
    expect(rows(after, table), table).toEqual(rows(before, table))
    expect(rows(after, table).length, table).toBeGreaterThan(0)
  }
})

it('a service reads and continues what was restored: points, history, schedules, answers, in each project', async () => {
  const target = await fresh()
  await restoreInto(target.url, bundle)
  const storage = await openStorage({ databaseUrl: target.url, dataDir: '' })
  const { runs, series, schedules, idempotency } = storage.of('other')
  expect(await runs.find('r')).toMatchObject({
    labels: { team: 'ä"\\\n\u2028😀', empty: '' },
    totalSteps: 2 ** 53 - 1,
    peakLearningRate: 5e-324
  })
  const read: number[] = []
  for await (const { values } of (await series.read('r', 'l2')).pieces()) read.push(...values)
  expect(read).toEqual([1, -0, Number.NaN, 7, 8, 9])
  const all: [number, number, boolean][] = []
  for await (const points of series.history('r', 'l2')) for (const { step, value, current } of points) all.push([step, value, current])
  expect(all.filter(([, , current]) => !current)).toEqual([
    [3, Infinity, false],
    [4, -Infinity, false],
    [5, 5e-324, false],
    [6, 1.7976931348623157e308, false],
    [7, 0.1, false]
  ])
  expect(await schedules.findByIdentity('of other')).toMatchObject({ rule: 'refined', report: { bound: 1e-300 } })
  expect((await idempotency.claim('k', 'other print')).state).toBe('reused')
  expect(await series.append('r', 'l2', append(6, [1]))).toMatchObject({ appended: 1, points: 7 })
  await storage.close()
})

it('operations that had not ended wait to be worked on again, with their numbers', async () => {
  const target = await fresh()
  await restoreInto(target.url, bundle)
  const storage = await openStorage({ databaseUrl: target.url, dataDir: '' })
  const taken = [await storage.operations.take(), await storage.operations.take()]
  expect(taken.map((one) => one?.project).sort()).toEqual(['default', 'other'])
  expect(await storage.operations.take()).toBeNull()
  const numbers: number[] = []
  for await (const piece of storage.of('other').operations.numbers(operations.other, 'values')) numbers.push(...piece)
  expect(numbers).toEqual([4, 5])
  await storage.close()
})

it('a damaged bundle stores nothing, wherever the damage is', async () => {
  const target = await fresh()
  const manifestAt = bundle.lastIndexOf('manifest.json')
  const places = [10, 700, ...Array.from({ length: 8 }, (_, i) => Math.floor((manifestAt * (i + 1)) / 9))]
  for (const place of places) {
    const damaged = Buffer.from(bundle)
    damaged[place]! ^= 0x10
    // What lies between two files is no content.
    if ((await filesOf(damaged).catch(() => null)) !== null && isSame(await filesOf(damaged), await filesOf(bundle))) continue
    await expect(restoreInto(target.url, damaged), `a flipped bit at ${place}`).rejects.toThrow(/damaged|no bundle/)
  }
  for (const length of [0, 100, 512, 5000, manifestAt - 600, manifestAt, manifestAt + 600]) {
    await expect(restoreInto(target.url, bundle.subarray(0, length)), `cut at ${length}`).rejects.toThrow(/damaged|cut off|no bundle/)
  }
  expect(await rowCounts(target.url)).toEqual({})
  await restoreInto(target.url, bundle)
})
const isSame = (one: Map<string, Buffer>, other: Map<string, Buffer>) =>
  one.size === other.size && [...one].every(([name, content]) => other.get(name)?.equals(content))

it('a bundle of a newer Taper is refused with what to do', async () => {
  const target = await fresh()
  const changed = async (change: object) => {
    const tar = pack()
    for (const [name, content] of await filesOf(bundle)) {
      const isHead = name.endsWith('.json')
      tar.entry({ name }, isHead ? JSON.stringify({ ...JSON.parse(content.toString()), ...change }) : content)
    }
    tar.finalize()
    return await buffer(tar)
  }
  await expect(restoreInto(target.url, await changed({ migration: '999_future', taper: '9.9.9' }))).rejects.toThrow(
    'the migration 999_future, which this version does not know. Restore it with Taper 9.9.9 or newer.'
  )
  await expect(restoreInto(target.url, await changed({ version: 2, taper: '9.9.9' }))).rejects.toThrow(
    'Restore it with Taper 9.9.9 or newer.'
  )
  expect(await rowCounts(target.url)).toEqual({})
})

it('a database that holds anything is refused, and told what it holds; so is one that a service runs on', async () => {
  await expect(restoreInto(source.url, bundle)).rejects.toThrow(/holds data already, in .*runs/)
  const foreign = await fresh()
  await withClient(foreign.url, (client) =>
    client.query('drop schema public cascade; create schema public; create table invoices (id int)')
  )
  await expect(restoreInto(foreign.url, bundle)).rejects.toThrow("tables that are not Taper's: invoices")
  const used = await fresh()
  const storage = await openStorage({ databaseUrl: used.url, dataDir: '' })
  await storage.of('default').runs.find('r')
  await expect(restoreInto(used.url, bundle)).rejects.toThrow('A service is running on the database. Stop it')
  await storage.close()
})

it('a bundle of migration 3 is brought up to date, also where the tables are there already', async () => {
  const old = readFileSync('test/golden/bundle/migration-3.bundle')
  const empty = await fresh()
  await withClient(empty.url, (client) => client.query('drop schema public cascade; create schema public; drop schema taper_queue cascade'))
  for (const { url } of [await fresh(), empty]) {
    const { migration } = await restoreInto(url, old)
    expect(migration).toBe('3_projects')
    const storage = await openStorage({ databaseUrl: url, dataDir: '' })
    const read: number[] = []
    for await (const { values } of (await storage.of('old').series.read('r', 'l2')).pieces()) read.push(...values)
    expect(read).toEqual([1, 2, -0, 7])
    await storage.close()
    const { rows } = await withClient(url, (client) => client.query('select migration_name as name from _prisma_migrations'))
    expect(rows.map(({ name }) => name).sort()).toEqual(migrationNames().sort())
  }
})

it('the lines of docs/bundle.md read the norms of a run without Taper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taper-bundle-'))
  const code = /```python\n([\s\S]*?)```/.exec(readFileSync('docs/bundle.md', 'utf8'))![1]!
  writeFileSync(join(folder, 'taper.bundle'), bundle)
  writeFileSync(join(folder, 'read.py'), `${code.replace("'my-run'", "'r'")}\nprint(len(norms), norms[:2], norms[-3:])`)
  const output = execFileSync('python3', ['read.py'], { cwd: folder, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  // Of two projects, all that was ever stored, in order of arrival: eight points, then three that replaced five of them.
  expect(output.trim()).toBe('22 [1.0, -0.0] [7.0, 8.0, 9.0]')
})

it('the rows are lines of JSON, with columns by name', async () => {
  const lines = gunzipSync((await filesOf(bundle)).get('gradient_norm_chunks/000000.ndjson.gz')!)
    .toString()
    .trim()
    .split('\n')
  expect(lines.map((line) => JSON.parse(line) as object)[0]).toMatchObject({
    project: 'default',
    run_id: 'r',
    norm: 'l1',
    sequence: 0,
    values: 8 * 65_536
  })
})
