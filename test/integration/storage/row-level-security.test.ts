import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/storage/database.ts'
import { openStorage, type Storage } from '../../../src/storage/storage.ts'
import { testDatabase } from '../../support/database.ts'
import { urlOf } from '../../support/database-server.ts'

const server = inject('database')
const admin = new pg.Client(server.url)
await admin.connect()
const { rows: users } = await admin.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = current_user')
const isSuperuser = users[0]?.rolsuper === true
afterAll(() => admin.end())

/** Something in every table, the same in each project. */
async function fill(storage: Storage, project: string): Promise<void> {
  const { runs, series, schedules, idempotency, operations } = storage.of(project)
  const values = Float64Array.of(1, 0.5)
  await runs.put('r', {})
  await series.append('r', 'l2', { points: { steps: { first: 0, stride: 1 }, values }, startless: false, onConflict: 'replace' })
  await schedules.create({
    id: 's',
    identity: 'i',
    name: null,
    runId: 'r',
    rule: 'refined',
    parameters: {},
    steps: 2,
    peakLearningRate: null,
    report: null,
    digest: 'd',
    multipliers: values
  })
  await idempotency.claim('k', 'print')
  await storage.pointCounts.reserve({ project, subject: 'k' }, 1, 1)
  await storage.retention.set(project, { supersededDays: 7 })
  const record = { keyId: null, keyName: null, action: 'putRun', object: 'r', status: 201, requestId: 'q', requests: 1 }
  await storage.audit.add([{ ...record, project, id: uuidv7(), at: new Date() }])
  await operations.start({ id: uuidv7(), kind: 'refine', requestId: 'q', work: {}, numbers: { values } })
}

/** The tables that have a project, but for its keys: a connection of a project sees none at all. */
async function projectTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'project'
     where c.relkind = 'r' and c.relrowsecurity and c.relname <> 'api_keys' and c.relnamespace = 'public'::regnamespace order by 1`
  )
  return rows.map(({ name }) => name)
}

/** Statements that forgot their `where`, as the project that the connection is set to. */
async function wallHolds(client: pg.ClientBase, tables: string[], own: string, other: string): Promise<void> {
  for (const table of tables) {
    const { rows } = await client.query<{ project: string }>(`select distinct project from ${table}`)
    expect([table, rows]).toEqual([table, [{ project: own }]])
    await expect(client.query(`update ${table} set project = $1`, [other])).rejects.toThrow(
      table === 'audit_records' ? 'a record cannot be changed' : `row-level security policy for table "${table}"`
    )
    expect([table, (await client.query(`delete from ${table} where project = $1`, [other])).rowCount]).toEqual([table, 0])
  }
  expect((await client.query('select id from api_keys')).rows).toEqual([])
  await expect(client.query(`insert into runs (project, id) values ($1, 'of another')`, [other])).rejects.toThrow(
    'row-level security policy for table "runs"'
  )
}

const allTables = [
  'audit_records',
  'gradient_norm_chunks',
  'gradient_norm_series',
  'idempotency_keys',
  'operation_chunks',
  'operations',
  'point_counts',
  'project_retention',
  'runs',
  'schedule_chunks',
  'schedules'
]

describe('a statement that forgets to say which project it means', () => {
  it('sees and writes the rows of the project that its connection is set to, and no others', async () => {
    const database = await testDatabase()
    const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
    for (const project of ['a', 'b']) await fill(storage, project)
    await storage.close()

    const client = new pg.Client(database.url)
    await client.connect()
    const tables = await projectTables(client)
    expect(tables).toEqual(expect.arrayContaining(allTables))
    if (isSuperuser) await client.query('set role taper_project')
    for (const table of tables) expect([table, (await client.query(`select from ${table}`)).rowCount]).toEqual([table, 0])
    for (const [own, other] of [
      ['a', 'b'],
      ['b', 'a']
    ] as const) {
      await client.query(`select set_config('taper.project', $1, false)`, [own])
      await wallHolds(client, tables, own, other)
    }
    await client.end()
    await database.drop()
  })

  it('is held back by the repositories’ own connections, Prisma’s and the driver’s', async () => {
    const database = await testDatabase()
    const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
    for (const project of ['a', 'b']) await fill(storage, project)
    const seen = await openDatabase({ connectionString: database.url })
    const projectsOf = async ({ of }: Database, project: string) => {
      const byPrisma = await of(project).models((prisma) => prisma.run.findMany())
      const inTransaction = await of(project).models((prisma) => prisma.$transaction(async (client) => await client.run.findMany()))
      const byDriver = await of(project).pool.query<{ project: string }>({ text: 'select project from runs' })
      return [byPrisma, inTransaction, byDriver.rows].flat().map((row) => row.project)
    }
    // More at once than there are connections, so that each is handed from project to project.
    const projects = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 'a' : i % 3 === 1 ? 'b' : 'nobody'))
    const found = await Promise.all(projects.map((project) => projectsOf(seen, project)))
    expect(found).toEqual(projects.map((project) => (project === 'nobody' ? [] : [project, project, project])))
    const all = await seen.service.query<{ project: string }>({ text: 'select project from runs order by 1' })
    expect(all.rows).toEqual([{ project: 'a' }, { project: 'b' }])

    let escaped: Promise<unknown> = Promise.resolve()
    await seen.of('a').models(async (prisma) => {
      await prisma.run.findMany()
      escaped = Promise.resolve(prisma)
    })
    const prisma = (await escaped) as Parameters<Parameters<ReturnType<Database['of']>['models']>[0]>[0]
    await expect(prisma.run.findMany()).rejects.toThrow('that no project has asked for')
    await seen.close()
    await storage.close()
    await database.drop()
  })
})

describe('where the service’s user', () => {
  const name = `taper_rls_${randomBytes(4).toString('hex')}`
  const as = (user: string) => {
    const url = new URL(urlOf(server.url, user))
    url.username = user
    url.password = 'secret'
    return url.href
  }
  /** A user of this kind, and a database that is its own. */
  async function provide(kind: string): Promise<{ user: string; url: string; drop(): Promise<void> }> {
    const user = `${name}_${kind.toLowerCase().replaceAll(' ', '_')}`
    await admin.query(`create role ${user} login password 'secret' ${kind}`)
    await admin.query(`create database ${user} owner ${user}`)
    const drop = async () => {
      await admin.query(`drop database ${user} with (force)`)
      await admin.query(`drop role ${user}`)
    }
    return { user, url: as(user), drop }
  }

  it('owns the tables, these hold it all the same', async (context) => {
    if (!isSuperuser) context.skip('the user of the given server can make no other')
    const { url, drop } = await provide('nosuperuser')
    const warnings: string[] = []
    const storage = await openStorage({ databaseUrl: url, dataDir: '' }, (message) => warnings.push(message))
    for (const project of ['a', 'b']) await fill(storage, project)
    expect((await storage.operations.take())?.project).toBe('a')
    await storage.close()
    const client = new pg.Client(url)
    await client.connect()
    expect((await client.query('select from runs')).rowCount).toBe(0)
    await client.query(`select set_config('taper.project', 'a', false)`)
    await wallHolds(client, await projectTables(client), 'a', 'b')
    await client.end()
    await drop()
    expect(warnings.filter((warning) => warning.includes('row-level security'))).toEqual([])
  })

  it('is exempt and may make no role, the service says so and works', async (context) => {
    if (!isSuperuser) context.skip('the user of the given server can make no other')
    const { url, drop } = await provide('bypassrls')
    const warnings: string[] = []
    const storage = await openStorage({ databaseUrl: url, dataDir: '' }, (message) => warnings.push(message))
    for (const project of ['a', 'b']) await fill(storage, project)
    expect((await storage.of('a').runs.list({}, { limit: 5 })).items.length).toBe(1)
    await storage.close()
    await drop()
    expect(warnings.filter((warning) => warning.includes('row-level security')).length).toBe(1)
  })
})
