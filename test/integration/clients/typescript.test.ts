import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApi, dataOf, loadSchedule, openRun, resultOf, TaperProblem } from '../../../clients/typescript/src/index.ts'
import { testApp } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { type Service, startService } from '../../support/service.ts'

const { listen } = await testApp()
let url: string
const folder = mkdtempSync(join(tmpdir(), 'taper-client-'))
const home = { home: folder }
beforeAll(async () => {
  url = await listen()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const readSeries = async (id: string, norm: 'l1' | 'l2', from = url) =>
  (await dataOf(createApi({ url: from }).GET('/v1/runs/{runId}/gradient-norms', { params: { path: { runId: id }, query: { norm } } }))) as {
    startStep: number
    values: (number | string)[]
  }

/** A trainer in a process of its own. */
function startTrainer(options: object): { process: ChildProcess; output: Promise<string>; exit: Promise<number | null> } {
  const trainer = resolve('test/support/trainer.mjs')
  const child = spawn(process.execPath, ['--import', 'tsx', trainer, JSON.stringify({ ...home, ...options })], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const output = Promise.all([text(child.stdout), text(child.stderr)]).then((texts) => texts.join(''))
  return { process: child, output, exit: once(child, 'exit').then(([code]) => code as number | null) }
}

const expectedL1 = (steps: number) => Array.from({ length: steps }, (_, step) => (step % 97 === 0 ? 'NaN' : step))
const expectedL2 = (steps: number) => Array.from({ length: steps }, (_, step) => 1 + Math.sin(step))

it('calls the service with types, and shows what it refuses as a problem with its places', async () => {
  const api = createApi({ url })
  await dataOf(api.PUT('/v1/runs/{runId}', { params: { path: { runId: 'typed' } }, body: { optimizer: 'adamw', peakLearningRate: 3e-4 } }))
  const stored = await dataOf(
    api.POST('/v1/runs/{runId}/gradient-norms', {
      params: { path: { runId: 'typed' }, query: { norm: 'l1' } },
      body: { startStep: 0, values: [3, 'NaN', 2, 1] }
    })
  )
  expect(stored).toMatchObject({ appended: 4, points: 4, lastStep: 3 })
  const schedule = await resultOf(
    api,
    api.POST('/v1/runs/{runId}/schedules', { params: { path: { runId: 'typed' } }, body: { steps: 10 } })
  )
  expect(schedule.steps).toBe(10)
  const refused = dataOf(api.PUT('/v1/runs/{runId}', { params: { path: { runId: 'typed' } }, body: { totalSteps: -1 } }))
  await expect(refused).rejects.toThrow(TaperProblem)
  await expect(refused).rejects.toMatchObject({ status: 400, problem: { errors: [{ pointer: '/totalSteps' }] } })
})

it('stores every norm of a training, NaN too, and reads the schedule refined from them', async () => {
  const run = await openRun('training', { url, ...home, optimizer: 'sgd', totalSteps: 2500, peakLearningRate: 0.1 })
  for (let step = 0; step < 2500; step++) run.log(step, { l2: 1 + 5 / (step + 1), l1: step === 7 ? Number.NaN : 2 })
  const schedule = await run.refine({ norm: 'l2' })
  await run.close()
  expect(await readSeries('training', 'l2')).toMatchObject({
    startStep: 0,
    values: Array.from({ length: 2500 }, (_, step) => 1 + 5 / (step + 1))
  })
  expect((await readSeries('training', 'l1')).values[7]).toBe('NaN')
  expect(schedule.steps).toBe(2500)
  expect(Math.max(...schedule.multipliers)).toBe(1)
  expect(schedule.learningRate(1000)).toBe(0.1 * schedule.multiplier(1000))
  expect(schedule.multiplier(10_000)).toBe(0)
})

it('replaces what came after a checkpoint that training went back to', async () => {
  const run = await openRun('resumed', { url, ...home })
  for (let step = 0; step < 100; step++) run.log(step, { l2: 1 })
  run.resumeFrom(60)
  for (let step = 60; step < 80; step++) run.log(step, { l2: 2 })
  await run.close()
  expect((await readSeries('resumed', 'l2')).values).toEqual([...Array(60).fill(1), ...Array(20).fill(2)])
})

it('trains by the copy of a schedule while the service is away, and says so', async () => {
  const warnings: string[] = []
  const service = await startService({ DATABASE_URL: (await database()).url })
  const run = await openRun('kept', { url: service.url, ...home, peakLearningRate: 1 })
  for (let step = 0; step < 50; step++) run.log(step, { l2: 1 })
  const schedule = await run.refine()
  await run.close()
  const options = { url: service.url, ...home, warn: (message: string) => warnings.push(message) }
  const newest = await loadSchedule({ runId: 'kept' }, options)
  expect(newest.id).toBe(schedule.id)
  await service.stop('SIGTERM')
  for (const which of [schedule.id, { runId: 'kept' }]) {
    const copy = await loadSchedule(which, options)
    expect(copy.multipliers).toEqual(schedule.multipliers)
    expect(copy.peakLearningRate).toBe(1)
  }
  expect(warnings.length).toBe(2)
  await expect(loadSchedule('unknown', options)).rejects.toThrow('fetch failed')
})

const databases: { url: string; drop(): Promise<void> }[] = []
const services: Service[] = []
async function database() {
  const made = await testDatabase()
  databases.push(made)
  return made
}
async function serve(env: Record<string, string>): Promise<Service> {
  const service = await startService(env)
  services.push(service)
  return service
}
afterAll(async () => {
  for (const service of services)
    if (service.process.exitCode === null && service.process.signalCode === null) await service.stop('SIGKILL')
  for (const { drop } of databases) await drop()
})

it('a trainer whose service is killed, stopped and started again has every point stored once', async () => {
  const { url: databaseUrl } = await database()
  let service = await serve({ DATABASE_URL: databaseUrl })
  const port = new URL(service.url).port
  const steps = 3000
  const trainer = startTrainer({
    url: service.url,
    id: 'killed',
    steps,
    stepMs: 3,
    batchPoints: 50,
    memoryPoints: 200,
    timeoutMs: 1500,
    flushMs: 40_000
  })
  const going = async (points: number) => {
    while (((await readSeries('killed', 'l2', service.url).catch(() => null))?.values.length ?? 0) < points) await sleep(20)
  }
  await going(100)
  await service.stop('SIGKILL')
  await sleep(700)
  service = await serve({ DATABASE_URL: databaseUrl, PORT: port })
  await going(900)
  process.kill(service.process.pid as number, 'SIGSTOP')
  await sleep(2000)
  process.kill(service.process.pid as number, 'SIGCONT')
  expect(await trainer.exit).toBe(0)
  expect((await readSeries('killed', 'l2', service.url)).values).toEqual(expectedL2(steps))
  expect((await readSeries('killed', 'l1', service.url)).values).toEqual(expectedL1(steps))
  const history = await fetch(`${service.url}/v1/runs/killed/gradient-norms?history=all`)
  expect(((await history.json()) as { points: unknown[] }).points.length, 'no point is stored twice').toBe(steps)
  expect(await trainer.output).toContain('Norms are kept and sent once it answers')
})

it('what a process could not send is on disk, and the next one of the run sends it', async () => {
  const { url: databaseUrl } = await database()
  const first = await serve({ DATABASE_URL: databaseUrl })
  const port = new URL(first.url).port
  await first.stop('SIGTERM')
  for (const exit of ['now', 'end']) {
    const gone = startTrainer({ url: first.url, id: `left-${exit}`, steps: 500, stepMs: 0, exit, flushMs: 300 })
    expect(await gone.exit).toBe(0)
    expect(await gone.output).toContain('Not all norms could be sent')
  }
  const service = await serve({ DATABASE_URL: databaseUrl, PORT: port })
  for (const exit of ['now', 'end']) {
    const next = await openRun(`left-${exit}`, { url: service.url, ...home })
    expect(await next.flush(20_000)).toBe(true)
    await next.close()
    expect((await readSeries(`left-${exit}`, 'l2', service.url)).values).toEqual(expectedL2(500))
  }
  expect(readdirSync(join(folder, 'spool'), { recursive: true }).filter((name) => String(name).endsWith('.ndjson'))).toEqual([])
})

it('sends what waits when the process is asked to end', async () => {
  const trainer = startTrainer({ url, id: 'terminated', steps: 300, stepMs: 0, exit: 'wait', batchMs: 60_000 })
  await once(trainer.process.stdout!, 'data')
  trainer.process.kill('SIGTERM')
  await trainer.exit
  expect(trainer.process.signalCode).toBe('SIGTERM')
  expect((await readSeries('terminated', 'l2')).values).toEqual(expectedL2(300))
})

it('lets only the first of several ranks report', async () => {
  const run = await openRun('ranked', { url, ...home, rank: 1 })
  run.log(0, { l2: 1 })
  expect(await run.flush()).toBe(true)
  await run.close()
  await expect(readSeries('ranked', 'l2')).rejects.toMatchObject({ status: 404 })
})

it('warns once where norms are refused, and throws only where it was told to be strict', async () => {
  for (const strict of [false, true]) {
    const warnings: string[] = []
    // An optimizer's name that is no string can only come from a caller without types.
    const run = await openRun('refused', { url, ...home, strict, optimizer: 5 as never, warn: (message) => warnings.push(message) })
    run.log(0, { l2: 1 })
    const flushed = run.flush()
    if (strict) await expect(flushed).rejects.toThrow('/optimizer')
    else expect(await flushed).toBe(true)
    run.log(1, { l2: -1 })
    run.log(2, { l2: -2 })
    await run.close().catch(() => {})
    expect(warnings.filter((warning) => warning.includes('/optimizer')).length).toBe(1)
    expect(warnings.filter((warning) => warning.includes('is negative')).length).toBe(1)
  }
})

it('goes on with a service that says more than the contract it was made from', async () => {
  const later = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method as string,
      headers: { 'content-type': request.headers['content-type'] ?? 'application/json', accept: request.headers.accept ?? '*/*' },
      ...(body.length > 0 && { body })
    })
    const isJson = answer.headers.get('content-type')?.includes('json')
    const bytes = Buffer.from(await answer.arrayBuffer())
    response.statusCode = answer.status
    response.setHeader('content-type', answer.headers.get('content-type') ?? '')
    response.end(isJson ? JSON.stringify({ ...JSON.parse(bytes.toString()), fromTheFuture: { anything: [1] } }) : bytes)
  })
  later.listen(0, '127.0.0.1')
  await once(later, 'listening')
  const run = await openRun('later', { url: `http://127.0.0.1:${(later.address() as AddressInfo).port}`, ...home })
  for (let step = 0; step < 10; step++) run.log(step, { l2: 1 })
  const schedule = await run.refine()
  await run.close()
  later.close()
  expect(schedule).toMatchObject({ steps: 10 })
})
