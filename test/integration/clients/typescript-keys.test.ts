import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApi, dataOf, loadSchedule, openRun, TaperProblem } from '../../../clients/typescript/src/index.ts'
import { testApp } from '../../support/app.ts'
import { newKey } from '../../support/keys.ts'

const service = await testApp()
const folder = mkdtempSync(join(tmpdir(), 'taper-client-keys-'))
const home = { home: folder }
const keys = { read: '', write: '' }
let url: string
beforeAll(async () => {
  url = await service.listen()
  const { key: admin } = await newKey(service, { scope: 'admin' })
  keys.read = (await newKey(service, { scope: 'read' }, admin)).key
  keys.write = (await newKey(service, { scope: 'write' }, admin)).key
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const valuesOf = async (id: string) => {
  const api = createApi({ url, apiKey: keys.read })
  const read = await dataOf(api.GET('/v1/runs/{runId}/gradient-norms', { params: { path: { runId: id }, query: { norm: 'l2' } } }))
  return (read as { values: (number | string)[] }).values
}

async function serving<T>(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (url: string) => Promise<T>
): Promise<T> {
  const server: Server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

it('logs, refines and reads by a key, given as an option or by TAPER_API_KEY', async () => {
  const run = await openRun('keyed', { url, ...home, apiKey: keys.write, optimizer: 'sgd' })
  for (let step = 0; step < 40; step++) run.log(step, { l2: 1 + 1 / (step + 1) })
  const schedule = await run.refine()
  await run.close()
  process.env.TAPER_API_KEY = keys.read
  try {
    expect((await loadSchedule({ runId: 'keyed' }, { url, ...home })).id).toBe(schedule.id)
  } finally {
    delete process.env.TAPER_API_KEY
  }
})

it.each([
  ['no key', () => undefined],
  ['a key of scope read', () => keys.read],
  ['an unknown key', () => `${keys.write}x`],
  ['a key with characters of none', () => 'taper_ä\nb']
])('trains on with %s, warns once what to do, and the next start with a right key sends everything', async (name, wrong) => {
  const id = name.replaceAll(' ', '-')
  const warnings: string[] = []
  const apiKey = wrong()
  const run = await openRun(id, { url, ...home, apiKey, warn: (message) => warnings.push(message) })
  for (let step = 0; step < 50; step++) run.log(step, { l2: step })
  expect(await run.flush()).toBe(false)
  for (let step = 50; step < 100; step++) run.log(step, { l2: step })
  await run.close()
  expect(warnings).toEqual([expect.stringContaining('Set TAPER_API_KEY, or the option apiKey, to a key of scope write.')])
  if (apiKey !== undefined) expect(warnings[0]).not.toContain(apiKey)

  const next = await openRun(id, { url, ...home, apiKey: keys.write })
  expect(await next.flush()).toBe(true)
  await next.close()
  expect(await valuesOf(id)).toEqual(Array.from({ length: 100 }, (_, step) => step))
})

it('sends what waited as soon as TAPER_API_KEY is right, in the same process', async () => {
  const run = await openRun('late-key', { url, ...home, warn: () => {} })
  run.log(0, { l2: 1 })
  expect(await run.flush()).toBe(false)
  process.env.TAPER_API_KEY = keys.write
  try {
    expect(await run.flush()).toBe(true)
    await run.close()
  } finally {
    delete process.env.TAPER_API_KEY
  }
  expect(await valuesOf('late-key')).toEqual([1])
})

it('says to who waits which key is needed, unless there is a copy of the schedule', async () => {
  const warn = () => {}
  const run = await openRun('denied', { url, ...home, warn, apiKey: keys.read })
  await expect(run.refine()).rejects.toThrow('key of scope write')
  await run.close()
  await expect(loadSchedule({ runId: 'denied' }, { url, ...home, warn })).rejects.toThrow('TAPER_API_KEY')
  await expect(loadSchedule({ runId: 'denied' }, { url, ...home, warn })).rejects.toThrow(TaperProblem)

  const options = { url, ...home, apiKey: keys.write }
  const keyed = await openRun('copied', options)
  for (let step = 0; step < 20; step++) keyed.log(step, { l2: 1 })
  const { id } = await keyed.refine()
  await keyed.close()
  const warnings: string[] = []
  const copy = await loadSchedule(id, { url, ...home, warn: (message) => warnings.push(message) })
  expect(copy.id).toBe(id)
  expect(warnings).toEqual([expect.stringContaining('TAPER_API_KEY')])
})

it('shows the key to its own service alone: not to where a redirect or a call leads, and not to people', async () => {
  const seen: (string | undefined)[] = []
  await serving(
    (request, response) => {
      seen.push(request.headers.authorization)
      response.setHeader('content-type', 'application/json').end('{}')
    },
    async (elsewhere) => {
      await serving(
        (request, response) => response.writeHead(307, { location: `${elsewhere}${request.url}` }).end(),
        async (redirecting) => {
          const api = createApi({ url: redirecting, apiKey: keys.write })
          await api.PUT('/v1/runs/{runId}', { params: { path: { runId: 'x' } }, body: {} })
          await api.GET('/version')
          await api.GET('/version', { baseUrl: elsewhere })
        }
      )
      await createApi({ url: elsewhere, apiKey: keys.write }).GET('/version')
    }
  )
  expect(seen).toEqual([undefined, undefined, undefined, `Bearer ${keys.write}`])
  const run = await openRun('inspected', { url, ...home, apiKey: keys.write })
  expect(inspect(run, { depth: 9, showHidden: true }) + JSON.stringify(run)).not.toContain(keys.write.slice(0, 20))
  await run.close()
})

it('asks no sooner than Retry-After says while it flushes, and gives up at once where that is too late', async () => {
  const times: number[] = []
  await serving(
    (request, response) => {
      times.push(Date.now())
      const retryAfter = times.length === 1 ? 1 : 3600
      request.resume()
      response
        .writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': String(retryAfter) })
        .end('{"title":"Too many requests"}')
    },
    async (limiting) => {
      const run = await openRun('limited', { url: limiting, ...home, warn: () => {} })
      run.log(0, { l2: 1 })
      // The first pause fits into the flush, the second does not: it does not take the hour that it may.
      expect(await run.flush(1_800_000)).toBe(false)
      expect(await run.flush(1_800_000)).toBe(false)
      await run.close()
    }
  )
  expect(times.length).toBe(2)
  expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(999)
})
