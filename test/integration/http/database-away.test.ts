import { afterAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { problemOf, testApp } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { databaseProxy } from '../../support/database-proxy.ts'

const database = await testDatabase()
const proxy = await databaseProxy(database.url)
const storage = await openStorage({ databaseUrl: proxy.url, dataDir: '' })
afterAll(async () => {
  await storage.close()
  await proxy.cut()
  await database.drop()
})
const { app } = await testApp({}, { storage })
const send = (method: string, url: string, payload?: object) =>
  app.inject({ method: method as 'GET', url, ...(payload === undefined ? {} : { payload }) })

await send('PUT', '/v1/runs/r', { name: 'before' })
await send('POST', '/v1/runs/r/gradient-norms', { values: [3, 2, 1] })
const { id } = (await send('POST', '/v1/runs/r/schedules')).json<{ id: string }>()

const requests: [string, string, object?][] = [
  ['POST', '/v1/runs', {}],
  ['PUT', '/v1/runs/r', { name: 'lost' }],
  ['GET', '/v1/runs'],
  ['GET', '/v1/runs/r'],
  ['PATCH', '/v1/runs/r', { name: 'lost' }],
  ['DELETE', '/v1/runs/r'],
  ['POST', '/v1/runs/r/gradient-norms', { values: [9], startStep: 3 }],
  ['GET', '/v1/runs/r/gradient-norms'],
  ['GET', '/v1/runs/r/gradient-norms?history=all'],
  ['POST', '/v1/refinements', { runId: 'r' }],
  ['POST', '/v1/runs/r/schedules', { window: 0 }],
  ['GET', '/v1/schedules'],
  ['GET', `/v1/schedules/${id}`],
  ['DELETE', `/v1/schedules/${id}`]
]

describe('while the database is away', () => {
  it('every request that needs it is a 503 with Retry-After, the process lives, and all is well once it is back', async () => {
    await proxy.cut()
    for (const [method, url, payload] of requests) {
      const answer = await send(method, url, payload)
      expect([method, url, answer.statusCode, problemOf(answer).type]).toEqual([method, url, 503, '/problems/overloaded'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect((await send('GET', '/livez')).statusCode).toBe(200)
    expect((await send('GET', '/readyz')).statusCode).toBe(503)
    expect((await send('POST', '/v1/refinements', { values: [3, 2, 1] })).statusCode).toBe(200)

    await proxy.mend()
    expect((await send('GET', '/readyz')).statusCode).toBe(200)
    expect((await send('GET', '/v1/runs/r')).json()).toMatchObject({ name: 'before', series: [{ points: 3 }] })
    expect((await send('GET', '/v1/runs/r/gradient-norms')).json().values).toEqual([3, 2, 1])
    expect((await send('POST', '/v1/runs/r/gradient-norms', { values: [9], startStep: 3 })).statusCode).toBe(200)
    expect((await send('GET', `/v1/schedules/${id}/multipliers`)).json().multipliers).toHaveLength(3)
  })

  it('a key of a request that failed for it can be used again', async () => {
    const headers = { 'idempotency-key': 'through' }
    await proxy.cut()
    expect((await app.inject({ method: 'POST', url: '/v1/runs', headers })).statusCode).toBe(503)
    await proxy.mend()
    expect((await app.inject({ method: 'POST', url: '/v1/runs', headers })).statusCode).toBe(201)
  })
})
