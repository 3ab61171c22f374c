import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  bestPeak,
  createApi,
  dataOf,
  extendSchedule,
  forecast,
  loadSchedule,
  openRun,
  resultOf,
  TaperProblem
} from '../../../clients/typescript/src/index.ts'
import { openSpool } from '../../../clients/typescript/src/spool.ts'
import { testApp } from '../../support/app.ts'

const { listen } = await testApp()
/** A service that goes away. */
const other = await testApp()
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

it('refines by preset robust and its losses unless asked otherwise, and passes every option on', async () => {
  const run = await openRun('options', { url, ...home, optimizer: 'sgd', totalSteps: 300 })
  for (let step = 0; step < 300; step++) run.log(step, { l2: 1 + step / 100, loss: 1 + 5 / (step + 1), weightNorm: 2 })
  const options = { ramp: 0.1, normFloor: 0.2, deadBand: 1.5, scaleBy: 'weight-norm', final: 0.25, loss: 'none' } as const
  const chosen = await run.refine(options)
  expect(chosen.details?.parameters).toMatchObject({ preset: 'robust', ...options })
  const [robust, paper] = [await run.refine(), await run.refine({ preset: 'paper' })]
  await run.close()
  expect(robust.details?.report).toMatchObject({ losses: { use: 'read' } })
  expect(paper.details?.parameters).toMatchObject({ preset: 'paper', ramp: 0 })
  expect(paper.multipliers).not.toEqual(robust.multipliers)
})

it('replaces what came after a checkpoint that training went back to', async () => {
  const run = await openRun('resumed', { url, ...home })
  for (let step = 0; step < 100; step++) run.log(step, { l2: 1 })
  run.resumeFrom(60)
  for (let step = 60; step < 80; step++) run.log(step, { l2: 2 })
  await run.close()
  expect((await readSeries('resumed', 'l2')).values).toEqual([...Array(60).fill(1), ...Array(20).fill(2)])
})

it('logs losses and rates beside the norms in one request, and takes all of them back together', async () => {
  const run = await openRun('with-loss', { url, ...home, weightDecay: 0.1, clipNorm: 1 })
  for (let step = 0; step < 30; step++) run.log(step, { l2: 1, loss: -step, learningRate: 0.1, ...(step % 10 === 0 && { evalLoss: 2 }) })
  expect(await run.flush()).toBe(true)
  const stored = async () => {
    const { series, weightDecay, clipNorm } = await dataOf(run.api.GET('/v1/runs/{runId}', { params: { path: { runId: run.id } } }))
    return { weightDecay, clipNorm, points: Object.fromEntries(series.map(({ name, points }) => [name, points])) }
  }
  expect(await stored()).toEqual({ weightDecay: 0.1, clipNorm: 1, points: { l2: 30, loss: 30, 'eval-loss': 3, 'learning-rate': 30 } })
  run.resumeFrom(10)
  run.log(10, { l2: 3 })
  run.log(10, { loss: 7 })
  await run.close()
  expect((await stored()).points).toEqual({ l2: 11, loss: 11, 'eval-loss': 1, 'learning-rate': 10 })
})

it('sends norms that an older version left in the spool', async () => {
  const spool = openSpool(home.home, url, 'from-before')
  spool.push([{ norm: 'l1', resumeFrom: null, steps: [0, 5], values: [1, Number.NaN] }])
  spool.close()
  const run = await openRun('from-before', { url, ...home })
  expect(await run.flush()).toBe(true)
  await run.close()
  expect(await readSeries('from-before', 'l1')).toMatchObject({ startStep: 0, stride: 5, values: [1, 'NaN'] })
})

it('says whether the logged learning rates are those that were meant', async () => {
  const run = await openRun('audited', { url, ...home, peakLearningRate: 0.1, totalSteps: 101 })
  // A scheduler that two processes step.
  for (let step = 0; step < 101; step++) run.log(step, { learningRate: 0.1 * Math.max(0, 1 - (2 * step) / 100) })
  const { follows, findings } = await run.audit({ against: { rule: 'linear' } })
  await run.close()
  expect([follows, findings[0]?.code, findings[0]?.factor]).toEqual([false, 'strided', 2])
})

it('trains by the copy of a schedule while the service is away, and says so', async () => {
  const warnings: string[] = []
  const otherUrl = await other.listen()
  const run = await openRun('kept', { url: otherUrl, ...home, peakLearningRate: 1 })
  for (let step = 0; step < 50; step++) run.log(step, { l2: 1 })
  const schedule = await run.refine()
  await run.close()
  const options = { url: otherUrl, ...home, warn: (message: string) => warnings.push(message) }
  const newest = await loadSchedule({ runId: 'kept' }, options)
  expect(newest.id).toBe(schedule.id)
  await other.app.close()
  for (const which of [schedule.id, { runId: 'kept' }]) {
    const copy = await loadSchedule(which, options)
    expect(copy.multipliers).toEqual(schedule.multipliers)
    expect(copy.peakLearningRate).toBe(1)
  }
  expect(warnings.length).toBe(2)
  await expect(loadSchedule('unknown', options)).rejects.toThrow('fetch failed')
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

it('gives a name that is no id one of its own, the same as the Python client, and says so', async () => {
  const said: string[] = []
  const run = await openRun('org/model', { url, ...home, warn: (message) => said.push(message) })
  run.log(0, { l2: 1 })
  expect(await run.flush()).toBe(true)
  await run.close()
  // sha256('org/model') begins with c87c0c.
  expect(run.id).toBe('org-model-c87c0c')
  expect(said.join()).toContain('org-model-c87c0c')
  const stored = await dataOf(createApi({ url }).GET('/v1/runs/{runId}', { params: { path: { runId: run.id } } }))
  expect(stored).toMatchObject({ name: 'org/model' })
  await expect(openRun('', { url })).rejects.toThrow('not empty')
})

it('takes a host and a port for a URL, and refuses what is none', async () => {
  const run = await openRun('by-host', { url: url.replace('http://', ''), ...home })
  run.log(0, { l2: 1 })
  expect(await run.flush()).toBe(true)
  await run.close()
  await expect(openRun('nowhere', { url: 'not a url', ...home })).rejects.toThrow('http://host:8080')
})

it('tells the service which schedule a run trains by', async () => {
  const first = await openRun('ancestor', { url, ...home, optimizer: 'sgd', totalSteps: 100, warn: () => {} })
  for (let step = 0; step < 100; step++) first.log(step, { l2: 1 + (step % 7) })
  const schedule = await first.refine()
  const second = await openRun('descendant', { url, ...home, schedule })
  second.log(0, { l2: 1 })
  await Promise.all([first.close(), second.close()])
  const stored = await dataOf(createApi({ url }).GET('/v1/runs/{runId}', { params: { path: { runId: 'descendant' } } }))
  expect(stored).toMatchObject({ scheduleId: schedule.id })
})

it('waits for what is still being read from a device before it refines or closes', async () => {
  const run = await openRun('reading', { url, ...home, optimizer: 'sgd', totalSteps: 50, warn: () => {} })
  run.await(
    new Promise((resolve) => setTimeout(resolve, 100)).then(() => {
      for (let step = 0; step < 50; step++) run.log(step, { l2: 1 + (step % 7) })
    })
  )
  expect((await run.refine()).steps).toBe(50)
  await run.close()
})

it('tells one of a sweep that counts as another rank how to log', async () => {
  vi.stubEnv('SLURM_PROCID', '3')
  const said: string[] = []
  const silent = await openRun('sweep', { url, ...home, warn: (message) => said.push(message) })
  silent.log(0, { l2: 1 })
  await silent.close()
  expect(said.join()).toContain('TAPER_RANK=0')
  vi.stubEnv('TAPER_RANK', '0')
  const heard = await openRun('sweep', { url, ...home })
  heard.log(0, { l2: 1 })
  await heard.close()
  expect((await readSeries('sweep', 'l2')).values).toEqual([1])
  vi.unstubAllEnvs()
})

it('finds the best peak from losses and from runs', async () => {
  const tried = [
    { peakLearningRate: 1e-4, finalLoss: 3.31 },
    { peakLearningRate: 3e-4, finalLoss: 3.25 },
    { peakLearningRate: 1e-3, finalLoss: 3.29 }
  ]
  const diverged = { peakLearningRate: 0.1, finalLoss: Number.POSITIVE_INFINITY }
  const found = await bestPeak([...tried, diverged], { url, noise: 0.005 })
  expect(found).toMatchObject({ diverged: 1, best: { peakLearningRate: expect.closeTo(3.7e-4, 4) } })
  const api = createApi({ url })
  for (const { peakLearningRate, finalLoss } of tried) {
    const path = { runId: `peak-${peakLearningRate}` }
    await dataOf(api.PUT('/v1/runs/{runId}', { params: { path }, body: { peakLearningRate, totalSteps: 20 } }))
    const body = { startStep: 0, series: { loss: new Array<number>(20).fill(finalLoss) } }
    await dataOf(api.POST('/v1/runs/{runId}/series', { params: { path }, body }))
  }
  const ids = tried.map(({ peakLearningRate }) => `peak-${peakLearningRate}`)
  expect((await bestPeak(ids, { url })).best?.peakLearningRate).toBeCloseTo(3.7e-4, 4)
  await expect(bestPeak(['nobody'], { url })).rejects.toBeInstanceOf(TaperProblem)
})

it('makes a schedule longer', async () => {
  const { id } = await dataOf(createApi({ url }).POST('/v1/schedules', { body: { rule: 'linear', steps: 101 } }))
  const short = await loadSchedule(id, { url, home: false })
  const longer = await extendSchedule(id, { steps: 201, fromStep: 50, method: 'stretch' }, { url, home: false })
  expect([longer.steps, longer.multiplier(200)]).toEqual([201, 0])
  expect(longer.multipliers.subarray(0, 50)).toEqual(short.multipliers.subarray(0, 50))
})

it('forecasts from runs and lists, and shows what is missing', async () => {
  const steps = Array.from({ length: 200 }, (_, i) => 10 * i)
  const learningRates = steps.map((step) => 0.001 * (1 - (0.9 * step) / 2000))
  const losses = steps.map((step, i) => 2 + 6 * (step + 50) ** -0.5 + 100 * learningRates[i]!)
  const { self, forecasts } = await forecast(
    {
      steps: steps.slice(0, 120),
      losses: losses.slice(0, 120),
      schedule: { rule: 'linear', parameters: { final: 0.1 } },
      peakLearningRate: 0.001,
      totalSteps: 2000
    },
    { url, candidates: [{ rule: 'cosine' }], branches: { fromStep: 1000, lengths: [0.2], shapes: ['linear'] } }
  )
  expect(self!.interval.low).toBeLessThan(losses.at(-1)!)
  expect(self!.interval.high).toBeGreaterThan(losses.at(-1)!)
  expect(forecasts.map(({ name, steps: length }) => [name, length])).toEqual([
    ['cosine', 2000],
    ['linear over 250', 1250]
  ])
  const silent = await openRun('silent', { url, ...home })
  silent.log(0, { l2: 1 })
  await silent.close()
  await expect(forecast('silent', { url })).rejects.toMatchObject({ status: 409, problem: { type: '/problems/no-losses' } })
})
