import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
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
const first = await testApp({}, { storage })
const { send } = first
const replica = await testApp({}, { storage })

describe('a service on loopback', () => {
  it('needs no key while there is none, and says so of itself', async () => {
    expect((await send('PUT', '/v1/runs/before')).statusCode).toBe(201)
    const answer = await send('GET', '/v1/whoami')
    expect(answer.json()).toEqual({
      project: 'default',
      scope: 'admin',
      key: null,
      limits: { requestsPerMinute: null, pointsPerDay: null, pointsToday: null }
    })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('needs one as soon as there is any, but for the calls that make keys while none is of scope admin', async () => {
    const reader = await newKey(first, { scope: 'read' })
    expect(problemOf(await send('GET', '/v1/runs'))).toMatchObject({ type: '/problems/key-required', status: 401 })
    expect((await send('GET', '/v1/keys')).json().items).toHaveLength(1)
    expect((await send('GET', '/v1/audit')).statusCode).toBe(401)
    expect((await send('GET', '/v1/runs', { headers: bearer(reader.key) })).statusCode).toBe(200)
    const admin = await newKey(first, { scope: 'admin' })
    expect((await send('GET', '/v1/keys')).statusCode).toBe(401)
    for (const { id } of [reader, admin]) {
      expect((await send('DELETE', `/v1/keys/${id}`, { headers: bearer(admin.key) })).statusCode).toBe(204)
    }
    expect((await send('GET', '/v1/runs')).statusCode).toBe(200)
  })
})

describe('a key', () => {
  it('is shown once, stored as a digest, and listed without its secret', async () => {
    const admin = await newKey(first, { scope: 'admin', name: 'root' })
    expect(admin.key).toMatch(/^taper_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}$/)
    const list = await send('GET', '/v1/keys', { headers: bearer(admin.key) })
    expect(list.headers['cache-control']).toBe('no-store')
    expect(list.body).not.toContain(admin.key.slice(-38))
    expect(list.json().items[0]).toMatchObject({ id: admin.id, name: 'root', scope: 'admin', expiresAt: null })
    await send('DELETE', `/v1/keys/${admin.id}`, { headers: bearer(admin.key) })
  })

  it('that was revoked is refused at once here, and within a second by a replica', async () => {
    const admin = await newKey(first, { scope: 'admin' })
    const { id, key } = await newKey(first, { scope: 'write' }, admin.key)
    const there = () => replica.send('GET', '/v1/runs', { headers: bearer(key) })
    expect((await there()).statusCode).toBe(200)
    expect((await send('GET', '/v1/runs', { headers: bearer(key) })).statusCode).toBe(200)
    await send('DELETE', `/v1/keys/${id}`, { headers: bearer(admin.key) })
    expect((await send('GET', '/v1/runs', { headers: bearer(key) })).statusCode).toBe(401)
    await expect.poll(async () => (await there()).statusCode, { timeout: 5000, interval: 50 }).toBe(401)
    expect(problemOf(await send('DELETE', `/v1/keys/${id}`, { headers: bearer(admin.key) })).type).toBe('/problems/key-not-found')
    await send('DELETE', `/v1/keys/${admin.id}`, { headers: bearer(admin.key) })
  })

  it('is refused with the reason: expired, mistyped, unknown, malformed, or sent by another scheme', async () => {
    const admin = await newKey(first, { scope: 'admin' })
    const brief = await newKey(first, { expiresAt: new Date(Date.now() + 400).toISOString() }, admin.key)
    expect((await send('GET', '/v1/runs', { headers: bearer(brief.key) })).statusCode).toBe(200)
    await sleep(450)
    const { key } = await newKey(first, {}, admin.key)
    const other = await newKey(first, {}, admin.key)
    const last = key.at(-1) === 'A' ? 'B' : 'A'
    const swapped = key.slice(0, 19) + other.key.slice(19)
    const refusals: [string, string][] = [
      [`Bearer ${brief.key}`, 'The key has expired.'],
      [`Bearer ${key.slice(0, -1)}${last}`, 'The checksum of the key does not fit: a character of it is wrong.'],
      [`Bearer ${swapped}`, 'The checksum of the key does not fit: a character of it is wrong.'],
      [`Bearer ${key}x`, 'The header Authorization is not `Bearer taper_…`: send the key as it was shown when it was made.'],
      ['Bearer', 'The header Authorization is not `Bearer taper_…`: send the key as it was shown when it was made.'],
      [`Basic ${key}`, 'The header Authorization is not `Bearer taper_…`: send the key as it was shown when it was made.']
    ]
    for (const [authorization, detail] of refusals) {
      const answer = await send('GET', '/v1/runs', { headers: { authorization } })
      expect([authorization, problemOf(answer)]).toMatchObject([authorization, { type: '/problems/key-required', status: 401, detail }])
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="Taper", error="invalid_token"')
    }
    expect((await send('GET', '/v1/runs', { headers: { authorization: `bearer ${key}` } })).statusCode).toBe(200)
    await send('DELETE', `/v1/keys/${other.id}`, { headers: bearer(admin.key) })
    expect(problemOf(await send('GET', '/v1/runs', { headers: bearer(other.key) })).detail).toBe('The key is unknown or was revoked.')
    expect((await send('GET', '/v1/runs')).headers['www-authenticate']).toBe('Bearer realm="Taper"')

    // Twice the header, as only a socket can send it.
    const { port } = new URL(await first.listen())
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      `GET /v1/runs HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${key}\r\nAuthorization: Bearer ${key}\r\nconnection: close\r\n\r\n`
    )
    let answered = ''
    for await (const bytes of socket) answered += bytes
    expect(answered).toMatch(/^HTTP\/1.1 400 /)
    expect(answered).toContain('header/authorization')
    await send('DELETE', `/v1/keys/${admin.id}`, { headers: bearer(admin.key) })
  })

  it('has been used when it says so', async () => {
    const admin = await newKey(first, { scope: 'admin' })
    const lastUsed = async () => (await send('GET', '/v1/keys', { headers: bearer(admin.key) })).json().items[0].lastUsedAt
    expect(await lastUsed()).toBeNull()
    await expect.poll(lastUsed, { timeout: 5000 }).not.toBeNull()
    await send('DELETE', `/v1/keys/${admin.id}`, { headers: bearer(admin.key) })
  })

  it('expires in time to come, or is refused with the place', async () => {
    for (const expiresAt of ['2020-01-01T00:00:00Z', 'tomorrow', '2030-02-31', '']) {
      const answer = await send('POST', '/v1/keys', { payload: { name: 'late', project: 'p', scope: 'read', expiresAt } })
      expect(problemOf(answer).errors).toMatchObject([{ pointer: '/expiresAt' }])
    }
    const answer = await send('POST', '/v1/keys', { payload: { name: 'x', project: '../p', scope: 'root' } })
    expect(problemOf(answer).errors?.map(({ pointer }) => pointer)).toEqual(['/project', '/scope'])
  })
})

describe('a retry of POST /v1/keys', () => {
  it('gets the same key, of which nothing readable is stored', async () => {
    const admin = await newKey(first, { scope: 'admin' })
    const headers = { ...bearer(admin.key), 'idempotency-key': 'a key of mine' }
    const payload = { name: 'once', project: 'default', scope: 'write' }
    const [one, two] = [await send('POST', '/v1/keys', { headers, payload }), await send('POST', '/v1/keys', { headers, payload })]
    expect([one.statusCode, two.statusCode, two.headers['idempotent-replayed']]).toEqual([201, 201, 'true'])
    expect(two.body).toBe(one.body)
    expect(two.headers['cache-control']).toBe('no-store')
    expect((await send('GET', '/v1/runs', { headers: bearer(two.json().key) })).statusCode).toBe(200)
    const kept = (await pool.query('select * from idempotency_keys')).rows
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(one.json().key.slice(-38))
    expect(JSON.stringify(kept)).not.toContain('a key of mine')
    await send('DELETE', `/v1/keys/${admin.id}`, { headers: bearer(admin.key) })
  })
})
