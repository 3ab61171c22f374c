import { setTimeout as sleep } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { testApp } from '../../support/app.ts'
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
const { send } = await testApp({}, { storage, longFrom: 500 })

await send('PUT', '/v1/runs/r', { payload: {} })
await send('POST', '/v1/runs/r/gradient-norms', { payload: { values: [3, 2, 1, 2, 3] } })
const { id } = (await send('POST', '/v1/runs/r/schedules')).json<{ id: string }>()

/** Each makes something with a name, and how many have it is asked. */
const requests: [string, (name: string, n: number) => [string, object], (name: string) => Promise<number>][] = [
  ['a run', (name) => ['/v1/runs', { name }], async (name) => (await items(`/v1/runs?name=${name}`)).length],
  ['a schedule by rule', (name) => ['/v1/schedules', { rule: 'linear', steps: 9, name }], (name) => schedulesNamed(name)],
  ['a horizon', (name) => [`/v1/schedules/${id}/horizons`, { steps: 12, name }], (name) => schedulesNamed(name)],
  ['a refined schedule', (name, n) => ['/v1/runs/r/schedules', { name, steps: 20 + n }], (name) => schedulesNamed(name)],
  [
    'points after going back',
    (_, n) => ['/v1/runs/r/gradient-norms?resumeFrom=2', { startStep: 2, values: [n + 10, 1, 1] }],
    async (name) => {
      const { points } = (await send('GET', '/v1/runs/r/gradient-norms?history=all')).json<{ points: { value: number }[] }>()
      return points.filter(({ value }) => value === Number(name.split('-')[1]) + 10).length
    }
  ]
]
const items = async (path: string) => (await send('GET', path)).json<{ items: { name: string | null }[] }>().items
const schedulesNamed = async (name: string) => (await items('/v1/schedules?limit=500')).filter((one) => one.name === name).length

let count = 0

describe('where the connection breaks, the same Idempotency-Key makes one thing', () => {
  it.each(requests)('%s, at whatever point it breaks, however often it is sent again', async (_, request, howMany) => {
    for (const when of ['before', 'after'] as const) {
      for (let point = 0, hasBroken = () => true; hasBroken(); point++) {
        while ((await send('GET', '/readyz')).statusCode !== 200) await sleep(20)
        const n = count++
        const name = `made-${n}`
        const [url, payload] = request(name, n)
        const post = () => send('POST', url, { headers: { 'idempotency-key': `lost-${n}` }, payload })
        hasBroken = proxy.breakAt(point, when)
        const answers: LightMyRequestResponse[] = []
        // Two at once, as of a client and the proxy before the service; then again until there is an answer, and once more.
        answers.push(...(await Promise.all([post(), post()])))
        proxy.breakAt(Number.POSITIVE_INFINITY, when)
        while (answers.at(-1)!.statusCode >= 300) {
          expect([409, 503]).toContain(answers.at(-1)!.statusCode)
          await sleep(50)
          answers.push(await post())
        }
        answers.push(await post())
        const bodies = new Set(answers.filter(({ statusCode }) => statusCode < 300).map(({ body }) => body))
        expect([when, point, bodies.size, await howMany(name)]).toEqual([when, point, 1, 1])
      }
    }
  })

  it('a long refinement, whose operation is the same and makes one schedule', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let point = 0, hasBroken = () => true; hasBroken(); point += 2) {
        while ((await send('GET', '/readyz')).statusCode !== 200) await sleep(20)
        const n = count++
        const post = () =>
          send('POST', '/v1/runs/r/schedules', {
            headers: { 'idempotency-key': `lost-${n}` },
            payload: { name: `made-${n}`, steps: 1000 + n }
          })
        hasBroken = proxy.breakAt(point, when)
        let answer = await post()
        proxy.breakAt(Number.POSITIVE_INFINITY, when)
        for (; answer.statusCode >= 300; answer = await post()) await sleep(50)
        const location = String(answer.headers.location)
        expect((await post()).headers.location).toBe(location)
        while ((await send('GET', location)).json<{ status: string }>().status !== 'done') await sleep(20)
        expect(await schedulesNamed(`made-${n}`)).toBe(1)
      }
    }
  })
})
