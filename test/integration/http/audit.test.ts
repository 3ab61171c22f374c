import { afterAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { problemOf, testApp } from '../../support/app.ts'
import { testDatabase, testPool } from '../../support/database.ts'
import { bearer, newKey } from '../../support/keys.ts'

const database = await testDatabase()
const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
const pool = testPool(database.url, 1)
afterAll(async () => {
  await pool.end()
  await storage.close()
  await database.drop()
})
const app = await testApp({}, { storage })
const admin = await newKey(app, { scope: 'admin', name: 'administrator' })
const other = await newKey(app, { scope: 'admin', project: 'other' }, admin.key)
const writer = await newKey(app, { scope: 'write', name: 'trainer' }, admin.key)
const records = async (query = '', { key } = admin) => (await app.send('GET', `/v1/audit${query}`, { headers: bearer(key) })).json()

describe('the audit', () => {
  it('has who changed what, with which key, and nothing of what was only read or refused', async () => {
    const headers = { ...bearer(writer.key), 'x-request-id': 'mine' }
    await app.send('PUT', '/v1/runs/r', { headers })
    await app.send('GET', '/v1/runs/r', { headers })
    await app.send('POST', '/v1/refinements', { headers, payload: { values: [3, 2, 1] } })
    await app.send('DELETE', '/v1/runs/nobody', { headers })
    const made = await app.send('POST', '/v1/schedules', { headers, payload: { rule: 'linear', steps: 10 } })
    await app.send('DELETE', '/v1/runs/r', { headers })
    const { items } = await records(`?keyId=${writer.id}`)
    const common = { keyId: writer.id, keyName: 'trainer', project: 'default', requestId: 'mine', requests: 1 }
    expect(items).toMatchObject([
      { ...common, action: 'deleteRun', object: 'r', status: 204 },
      { ...common, action: 'createSchedule', object: made.json().id, status: 201 },
      { ...common, action: 'putRun', object: 'r', status: 201 }
    ])
    expect((await records('?action=createKey')).items.map(({ object }: { object: string }) => object)).toEqual([
      writer.id,
      other.id,
      admin.id
    ])
  })

  it('is of one project, in pages, for keys of scope admin', async () => {
    await app.send('PUT', '/v1/runs/theirs', { headers: bearer(other.key) })
    expect((await records('', other)).items.map(({ object }: { object: string }) => object)).toEqual(['theirs'])
    expect(problemOf(await app.send('GET', '/v1/audit', { headers: bearer(writer.key) })).type).toBe('/problems/scope-required')
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await records(`?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual((await records()).items.map(({ id }: { id: string }) => id))
  })

  it('has the appends of one key to one run as one record with their number', async () => {
    await app.send('PUT', '/v1/runs/long', { headers: bearer(writer.key) })
    for (let startStep = 0; startStep < 20; startStep++) {
      await app.send('POST', '/v1/runs/long/gradient-norms', { headers: bearer(writer.key), payload: { values: [1], startStep } })
    }
    expect((await records('?action=appendGradientNorms')).items).toMatchObject([{ object: 'long', requests: 20, status: 200 }])
  })

  it('counts a repeated answer once', async () => {
    const headers = { ...bearer(writer.key), 'idempotency-key': 'twice' }
    for (let i = 0; i < 2; i++) await app.send('POST', '/v1/runs', { headers, payload: { name: 'twice' } })
    expect((await records('?action=createRun')).items).toHaveLength(1)
  })

  it('is written whole when the service stops', async () => {
    const brief = await testApp({}, { storage })
    await Promise.all(Array.from({ length: 50 }, (_, i) => brief.send('PUT', `/v1/runs/stopping-${i}`, { headers: bearer(writer.key) })))
    await brief.send('POST', '/v1/runs/stopping-0/gradient-norms', { headers: bearer(writer.key), payload: { values: [1] } })
    await brief.app.close()
    const { rows } = await pool.query(
      `select action, count(*)::int from audit_records where object like 'stopping-%' group by action order by action`
    )
    expect(rows).toEqual([
      { action: 'appendGradientNorms', count: 1 },
      { action: 'putRun', count: 50 }
    ])
  })

  it('cannot be changed, not even in the database', async () => {
    await expect(pool.query(`update audit_records set key_name = 'somebody else'`)).rejects.toThrow('a record cannot be changed')
  })
})
