import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { openStorage, type Storage } from '../../../src/storage/storage.ts'
import { type TestApp, testApp } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { urlOf } from '../../support/database-server.ts'

const database = await testDatabase()
const sql = new pg.Client(database.url)
await sql.connect()
const role = `taper_few_${randomBytes(4).toString('hex')}`
await sql.query(`create role ${role} login password '${role}' connection limit 4`)
await sql.query(`alter database ${new URL(database.url).pathname.slice(1)} owner to ${role}`)
await sql.query(`do $$ declare t record; begin
  for t in select c.oid::regclass as name from pg_class c where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'taper_queue'::regnamespace)
  loop execute format('alter table %s owner to ${role}', t.name); end loop;
end $$`)
await sql.query(`alter schema public owner to ${role}; alter schema taper_queue owner to ${role}`)
const url = new URL(database.url)
url.username = role
url.password = role

const opened: Storage[] = []
async function appOn(databaseUrl: string, connections: number): Promise<TestApp> {
  const storage = await openStorage({ databaseUrl, dataDir: '', connections })
  opened.push(storage)
  return await testApp({}, { storage, longFrom: 500 })
}
afterAll(async () => {
  for (const storage of opened) await storage.close()
  await sql.end()
  await database.drop()
  const admin = new pg.Client(urlOf(database.url, 'postgres'))
  await admin.connect()
  await admin.query(`drop role ${role}`)
  await admin.end()
})

/** Everything that takes a connection, all at once. */
async function everything({ send }: TestApp, name: string): Promise<number[]> {
  await send('PUT', `/v1/runs/${name}`, { payload: {} })
  await send('POST', `/v1/runs/${name}/gradient-norms`, { payload: { values: [3, 2, 1, 2, 3] } })
  const answers = await Promise.all(
    Array.from({ length: 30 }, async (_, k) => [
      await send('POST', '/v1/runs', { headers: { 'idempotency-key': `${name}-${k}` }, payload: {} }),
      await send('PATCH', `/v1/runs/${name}`, { payload: { labels: { k: String(k) } } }),
      await send('POST', `/v1/runs/${name}/gradient-norms`, { payload: { startStep: 5 + k, values: [k] } }),
      await send('POST', '/v1/schedules', { payload: { rule: 'linear', steps: 10 } }),
      await send('GET', `/v1/runs/${name}/gradient-norms`),
      await send('GET', '/readyz')
    ])
  )
  return answers.flat().map(({ statusCode }) => statusCode)
}

describe('a database with few connections', () => {
  it('that allows four is shared by all who ask at once: nobody is refused', async () => {
    const statuses = await everything(await appOn(url.href, 12), 'four')
    expect(statuses.filter((status) => status >= 300)).toEqual([])
    await opened.pop()?.close()
  })

  it.each([1, 2])('is enough with a pool of %d: nobody waits for himself, operations included', async (connections) => {
    const app = await appOn(database.url, connections)
    const statuses = await everything(app, `pool-${connections}`)
    expect(statuses.filter((status) => status >= 300)).toEqual([])
    const answer = await app.send('POST', `/v1/runs/pool-${connections}/schedules`, {
      payload: { steps: 1000 },
      headers: { prefer: 'wait=60' }
    })
    expect(answer.statusCode).toBe(201)
  })
})
