import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { databaseProxy } from '../../support/database-proxy.ts'
import { type Service, startService } from '../../support/service.ts'

/** All of it takes minutes; a tenth shows that it runs. */
const share = process.env.TAPER_FAULTS === 'full' ? 1 : 0.1
const kills = Math.ceil(100 * share)
const cuts = Math.ceil(180 * share)
const silences = Math.ceil(20 * share)

const folder = mkdtempSync(join(tmpdir(), 'taper-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const norms = Array.from({ length: 2000 }, (_, i) => 2 + Math.sin(i / 50))

/** Trainers that post until they are acknowledged, and one who makes runs by keys. What was acknowledged is remembered. */
function load(url: () => string) {
  const points = new Map<string, number>()
  const keys = new Map<string, string>()
  const surprises: string[] = []
  let going = true
  const until = async (method: string, path: string, body?: object, headers = {}): Promise<Response | null> => {
    for (; going; await sleep(20)) {
      const answer = await fetch(url() + path, {
        method,
        ...(body && { body: JSON.stringify(body) }),
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        signal: AbortSignal.timeout(8000)
      }).catch(() => null)
      if (answer?.ok) return answer
      if (answer !== null && ![409, 503].includes(answer.status)) surprises.push(`${method} ${path}: ${answer.status}`)
    }
    return null
  }
  const trainers = [1, 3, 50, 500].map(async (batch, i) => {
    const run = `trainer-${i}`
    await until('PUT', `/v1/runs/${run}`, {})
    for (let step = 0; going; step += batch) {
      const values = Array.from({ length: batch }, (_, k) => step + k)
      if (await until('POST', `/v1/runs/${run}/gradient-norms`, { startStep: step, values })) points.set(run, step + batch)
    }
  })
  const maker = (async () => {
    for (let k = 0; going; k++) {
      const made = await until('POST', '/v1/runs', { labels: { key: String(k) } }, { 'idempotency-key': `key-${k}` })
      if (made !== null) keys.set(String(k), ((await made.json()) as { id: string }).id)
    }
  })()
  // Who asks for a schedule so long that it is an operation, waits for its end, and asks for the next.
  const operations: Record<string, number> = {}
  const refiner = (async () => {
    await until('PUT', '/v1/runs/refined', {})
    await until('POST', '/v1/runs/refined/gradient-norms', { values: norms })
    for (let steps = 10_000_001; going; steps++) {
      const begun = await until('POST', '/v1/runs/refined/schedules', { steps })
      if (begun === null) return
      const { id } = (await begun.json()) as { id: string }
      const { status, result } = await endOf(() => `${url()}/v1/operations/${id}`)
      operations[status] = (operations[status] ?? 0) + 1
      if (result) await until('DELETE', `/v1/schedules/${result.id}`)
    }
  })()
  return {
    /** Compares what is stored with what was acknowledged. */
    async settle() {
      going = false
      await Promise.all([...trainers, maker, refiner])
      const found = { acknowledged: 0, lost: 0, doubled: 0, keys: keys.size, keysDoubled: 0, operations, surprises }
      const get = async <T>(path: string) => (await (await fetch(url() + path)).json()) as T
      for (const [run, end] of points) {
        const stored = (await get<{ points: { step: number; value: number }[] }>(`/v1/runs/${run}/gradient-norms?history=all`)).points
        const bySteps = new Map(stored.map(({ step, value }) => [step, value]))
        found.acknowledged += end
        found.doubled += stored.length - bySteps.size
        for (let step = 0; step < end; step++) if (bySteps.get(step) !== step) found.lost++
      }
      for (const [key, id] of keys) {
        const { items } = await get<{ items: { id: string }[] }>(`/v1/runs?label.key=${key}`)
        if (items.length !== 1 || items[0]?.id !== id) found.keysDoubled++
      }
      return found
    }
  }
}

/** How an operation ends, however often it is begun anew; "never" after two minutes. */
async function endOf(operation: () => string): Promise<{ status: string; result?: { id: string } }> {
  for (let tries = 0; tries < 1200; tries++) {
    const answer = await fetch(operation(), { signal: AbortSignal.timeout(8000) }).catch(() => null)
    const found = answer?.ok ? ((await answer.json()) as { status: string; result?: { id: string } }) : null
    if (found?.status === 'done' || found?.status === 'failed') return found
    await sleep(100)
  }
  return { status: 'never' }
}

async function readyAfter(service: () => Service): Promise<number> {
  const begun = performance.now()
  for (;;) {
    const answer = await fetch(`${service().url}/readyz`, { signal: AbortSignal.timeout(3000) }).catch(() => null)
    if (answer?.status === 200) return Math.round(performance.now() - begun)
    await sleep(20)
  }
}
const told = (what: string, times: number[], found: object) =>
  console.info(`${what}: ready after ${Math.max(...times)} ms at most; ${JSON.stringify(found)}`)
const nothingLost = { lost: 0, doubled: 0, keysDoubled: 0, surprises: [] }

it(`${kills} kills of the service, of its database, and of both, lose and double nothing`, async () => {
  const env = { TAPER_DATA_DIR: folder }
  let service = await startService(env)
  onTestFinished(async () => void (await service.stop('SIGKILL')))
  const going = load(() => service.url)
  const times: number[] = []
  const postmaster = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  for (let kill = 0; kill < kills; kill++) {
    await sleep(300 + 500 * Math.random())
    const what = ['service', 'database', 'both'][kill % 3]
    if (what !== 'service') process.kill(postmaster(), 'SIGKILL')
    if (what !== 'database') {
      await service.stop('SIGKILL')
      service = await startService(env)
    }
    times.push(await readyAfter(() => service))
    expect(service.process.exitCode, 'the service lives').toBeNull()
  }
  const found = await going.settle()
  told(`${kills} kills`, times, found)
  expect(found).toMatchObject(nothingLost)
  expect(found.operations.never ?? 0, 'operations that did not end').toBe(0)
  if (share === 1) expect(found.operations.done, 'operations that were done').toBeGreaterThan(0)
  expect(await service.stop('SIGTERM')).toBe(0)
})

it(`${cuts + silences} cuts of the network to the database (reset, half-close, silence of 10 s) lose and double nothing, and the process lives`, async () => {
  const database = await testDatabase()
  const proxy = await databaseProxy(database.url)
  const service = await startService({ DATABASE_URL: proxy.url })
  onTestFinished(async () => void (await service.stop('SIGKILL')))
  const going = load(() => service.url)
  const times: number[] = []
  for (let cut = 0; cut < cuts + silences; cut++) {
    await sleep(100 + 200 * Math.random())
    if (cut % Math.ceil((cuts + silences) / silences) === 0) {
      proxy.silence()
      await sleep(10_000)
      proxy.heal()
    } else if (cut % 2 === 0) proxy.reset()
    else proxy.halfClose()
    times.push(await readyAfter(() => service))
    expect(service.process.exitCode, 'the service lives').toBeNull()
  }
  const found = await going.settle()
  told(`${cuts + silences} cuts`, times, found)
  expect(found).toMatchObject(nothingLost)
  expect(found.operations.never ?? 0, 'operations that did not end').toBe(0)
  if (share === 1) expect(found.operations.done, 'operations that were done').toBeGreaterThan(0)
  expect(Math.max(...times), 'ready within 5 s of healing').toBeLessThan(5000)
  expect(await service.stop('SIGTERM')).toBe(0)
  await proxy.cut()
  await database.drop()
})
