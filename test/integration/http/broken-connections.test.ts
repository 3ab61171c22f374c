import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { problemOf, testApp } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { databaseProxy } from '../../support/database-proxy.ts'

const database = await testDatabase()
const proxy = await databaseProxy(database.url)
const storage = await openStorage({ databaseUrl: proxy.url, dataDir: '', connections: 3 })
afterAll(async () => {
  await storage.close()
  await proxy.cut()
  await database.drop()
})
const { send, records } = await testApp({}, { storage, longFrom: 500 })
const ready = async () => {
  while ((await send('GET', '/readyz')).statusCode !== 200) await sleep(20)
}

await send('PUT', '/v1/runs/r', { payload: { name: 'r' } })
await send('POST', '/v1/runs/r/gradient-norms', { payload: { values: [3, 2, 1, 2, 3] } })
const { id } = (await send('POST', '/v1/runs/r/schedules')).json<{ id: string }>()

/** Each makes other statements. Sent again after each break; n counts the times. */
const requests: [string, (n: number) => [string, string, object?]][] = [
  ['creating a run', () => ['POST', '/v1/runs', { name: 'made', scheduleId: id }]],
  ['setting a run', (n) => ['PUT', '/v1/runs/r', { name: `r-${n}` }]],
  ['changing a run', (n) => ['PATCH', '/v1/runs/r', { labels: { n: String(n) } }]],
  ['listing runs', () => ['GET', '/v1/runs']],
  ['reading a run', () => ['GET', '/v1/runs/r']],
  ['its lineage', () => ['GET', '/v1/runs/r/lineage']],
  ['logging a point', (n) => ['POST', '/v1/runs/r/gradient-norms', { values: [n], startStep: 5 + n }]],
  ['going back', (n) => ['POST', '/v1/runs/r/gradient-norms?resumeFrom=3', { values: [n, n], startStep: 3 }]],
  ['reading norms', () => ['GET', '/v1/runs/r/gradient-norms']],
  ['reading their history', () => ['GET', '/v1/runs/r/gradient-norms?history=all']],
  ['refining', (n) => ['POST', '/v1/runs/r/schedules', { window: 0, steps: 10 + n }]],
  ['refining for long', (n) => ['POST', '/v1/runs/r/schedules', { window: 0, steps: 1000 + n }]],
  ['a rule', () => ['POST', '/v1/schedules', { rule: 'linear', steps: 10 }]],
  ['reading multipliers', () => ['GET', `/v1/schedules/${id}/multipliers`]],
  ['a horizon', () => ['POST', `/v1/schedules/${id}/horizons`, { steps: 10 }]],
  ['deleting a run that is not there', () => ['DELETE', '/v1/runs/nobody']]
]

describe('where the connection to the database breaks', () => {
  it.each(requests)('at any point of %s, the request is answered or a 503, and the next one is served', async (_, request) => {
    let n = 0
    for (const when of ['before', 'after'] as const) {
      for (let point = 0; ; point++) {
        await ready()
        const hasBroken = proxy.breakAt(point, when)
        const [method, url, payload] = request(n++)
        const answer = await send(method, url, payload === undefined ? {} : { payload })
        if (answer.statusCode === 503) expect(problemOf(answer).type).toBe('/problems/overloaded')
        else expect(answer.statusCode, JSON.stringify(records.at(-1))).toBeLessThan(method === 'DELETE' ? 405 : 300)
        proxy.breakAt(Number.POSITIVE_INFINITY, when)
        if (!hasBroken()) break
        expect(point).toBeLessThan(40)
      }
    }
    expect((await send('GET', '/v1/runs/r')).statusCode).toBe(200)
  })

  it.each(['reset', 'halfClose'] as const)('for all at once, by a %s, again and again, nothing else breaks', async (how) => {
    const answers: number[] = []
    const going = Array.from({ length: 6 }, async (_, i) => {
      for (let k = 0; k < 30; k++)
        answers.push((await send('PATCH', '/v1/runs/r', { payload: { labels: { [how]: `${i}-${k}` } } })).statusCode)
    })
    for (let k = 0; k < 20; k++) {
      await sleep(10)
      proxy[how]()
    }
    await Promise.all(going)
    expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([])
    await ready()
    expect((await send('PATCH', '/v1/runs/r', { payload: { name: how } })).json()).toMatchObject({ name: how })
  })
})

describe('where the network to the database goes silent', () => {
  it('requests are a 503 and not waited for, the service is not ready, and both end when new connections pass', async () => {
    const inFlight = () => Array.from({ length: 5 }, () => send('GET', '/v1/runs?limit=1'))
    await Promise.all(inFlight())
    proxy.silence()
    const answers = await Promise.all(inFlight())
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([503]))
    expect((await send('GET', '/readyz')).statusCode).toBe(503)
    expect((await send('GET', '/livez')).statusCode).toBe(200)
    proxy.heal()
    await ready()
    for (const answer of await Promise.all(inFlight())) expect(answer.statusCode).toBe(200)
  })
})
