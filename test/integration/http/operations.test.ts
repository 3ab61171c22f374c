import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

/** For this service, what takes milliseconds is long. */
const longFrom = 500
const first = await testApp({}, { longFrom })
const { send, newRun, storage } = first

interface Operation {
  id: string
  kind: string
  status: string
  progress: number
  result?: { id: string; steps: number; multipliers?: number[]; report: object }
  problem?: { type: string; requestId: string }
}

const norms = [...trainingLikeNorms(1000)]
const get = async (location: unknown) => (await send('GET', String(location))).json<Operation>()
async function ended(location: unknown): Promise<Operation> {
  for (;;) {
    const operation = await get(location)
    if (!['queued', 'running'].includes(operation.status)) return operation
    await sleep(20)
  }
}
async function runWith(values: number[], fields = {}): Promise<string> {
  const id = await newRun(fields)
  await send('POST', `/v1/runs/${id}/gradient-norms`, { payload: { values } })
  return id
}

describe('a refinement that takes long', () => {
  it('is answered at once with an operation, whose result is what the call would have been answered with', async () => {
    const accepted = await send('POST', '/v1/refinements', { payload: { values: norms } })
    expect(accepted.statusCode).toBe(202)
    const begun = accepted.json<Operation>()
    expect(begun).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      kind: 'refine',
      status: 'queued',
      progress: 0,
      createdAt: expect.stringMatching(/Z$/)
    })
    expect(accepted.headers.location).toBe(`/v1/operations/${begun.id}`)
    const operation = await ended(accepted.headers.location)
    expect(operation).toMatchObject({ id: begun.id, kind: 'refine', status: 'done', progress: 1 })
    const usual = await testApp({}, { storage })
    const answer = await usual.send('POST', '/v1/refinements', { payload: { values: norms } })
    expect(answer.statusCode).toBe(200)
    expect(operation.result).toEqual(answer.json())
  })

  it('is listed, newest first, with its progress and without its long result', async () => {
    const begun = []
    for (let k = 0; k < 2; k++) begun.push((await send('POST', '/v1/refinements', { payload: { values: norms } })).json<Operation>().id)
    for (const id of begun) await ended(`/v1/operations/${id}`)
    const { items, nextCursor } = (await send('GET', '/v1/operations?limit=2')).json<{ items: Operation[]; nextCursor: null }>()
    expect(items.map(({ id, status, progress, result }) => [id, status, progress, result])).toEqual(
      begun.reverse().map((id) => [id, 'done', 1, undefined])
    )
    expect(nextCursor).toBe(null)
  })

  it('is answered as if there were no operation where it ends in the time that the client waits', async () => {
    const headers = { prefer: 'respond-async, wait=30' }
    const answer = await send('POST', '/v1/refinements', { headers, payload: { values: norms } })
    expect([answer.statusCode, answer.headers['preference-applied'], answer.headers.location]).toEqual([200, 'wait=30', undefined])
    expect(Object.keys(answer.json())).toEqual(['steps', 'multipliers', 'report'])

    const run = await runWith(norms, { peakLearningRate: 0.5 })
    const made = await send('POST', `/v1/runs/${run}/schedules`, { headers, payload: { name: 'waited for' } })
    expect([made.statusCode, made.headers['preference-applied']]).toEqual([201, 'wait=30'])
    expect(made.headers.location).toBe(`/v1/schedules/${made.json<{ id: string }>().id}`)
    expect((await send('GET', String(made.headers.location))).json()).toEqual(made.json())
    const again = await send('POST', `/v1/runs/${run}/schedules`)
    expect([again.statusCode, again.json<{ id: string }>().id]).toEqual([200, made.json<{ id: string }>().id])
  })

  it('fails with the problem that the call would have been answered with', async () => {
    const payload = { values: Array(1000).fill(0) }
    const { headers } = await send('POST', '/v1/refinements', { payload, headers: { 'x-request-id': 'the-one-that-began' } })
    const operation = await ended(headers.location)
    expect(operation).toMatchObject({ status: 'failed', problem: { type: '/problems/too-few-norms', requestId: 'the-one-that-began' } })
    expect(operation.result).toBeUndefined()
    const waited = await send('POST', '/v1/refinements', { payload, headers: { prefer: 'wait=30' } })
    expect(problemOf(waited)).toMatchObject({ type: '/problems/too-few-norms', status: 409 })
  })

  it('refines the norms as they were when it was asked for', async () => {
    const run = await runWith(norms)
    const { headers } = await send('POST', `/v1/runs/${run}/schedules`)
    await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values: [1, 2, 3], startStep: 1000 } })
    expect((await ended(headers.location)).result?.steps).toBe(1000)
  })

  it('keeps uneven steps', async () => {
    const run = await newRun()
    const steps = norms.map((_, i) => i + (i > 700 ? 5 : 0))
    await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { steps, values: norms } })
    const headers = { prefer: 'wait=30' }
    const usual = await testApp({}, { storage })
    const payload = { runId: run }
    const [asOperation, atOnce] = [
      await send('POST', '/v1/refinements', { headers, payload }),
      await usual.send('POST', '/v1/refinements', { payload })
    ]
    expect(asOperation.json()).toEqual(atOnce.json())
  })

  it('with an Idempotency-Key is one operation and one schedule, however often it is sent', async () => {
    const run = await runWith(norms)
    const request = { headers: { 'idempotency-key': 'long-1', 'content-type': 'application/json' }, payload: '{"name":"once"}' }
    const one = await send('POST', `/v1/runs/${run}/schedules`, request)
    const two = await send('POST', `/v1/runs/${run}/schedules`, request)
    expect([one.statusCode, two.statusCode, two.headers['idempotent-replayed']]).toEqual([202, 202, 'true'])
    expect([two.body, two.headers.location]).toEqual([one.body, one.headers.location])
    await ended(one.headers.location)
    expect((await send('GET', `/v1/schedules?runId=${run}`)).json().items).toHaveLength(1)
  })

  it('asked for twice makes the schedule once', async () => {
    const run = await runWith(norms)
    const answers = await Promise.all([1, 2].map(() => send('POST', `/v1/runs/${run}/schedules`)))
    const operations = await Promise.all(answers.map(({ headers }) => ended(headers.location)))
    expect(new Set(operations.map(({ result }) => result?.id)).size).toBe(1)
    expect((await send('GET', `/v1/schedules?runId=${run}`)).json().items).toHaveLength(1)
  })
})

describe('an operation', () => {
  it('that is cancelled while it is worked on stores nothing, and the next one is worked on', async () => {
    const run = await runWith(norms)
    const begin = async (steps: number) => (await send('POST', `/v1/runs/${run}/schedules`, { payload: { steps } })).headers.location
    const location = await begin(20_000_000)
    while ((await get(location)).status === 'queued') await sleep(5)
    const cancelled = expect.objectContaining({ status: 'cancelled' })
    for (const _time of [1, 2]) expect((await send('DELETE', String(location))).statusCode).toBe(204)
    expect(await get(location)).toEqual(cancelled)
    expect(await ended(await begin(600))).toMatchObject({ status: 'done', result: { steps: 600 } })
    expect(await get(location)).toEqual(cancelled)
    const { items } = (await send('GET', `/v1/schedules?runId=${run}`)).json<{ items: { steps: number }[] }>()
    expect(items.map(({ steps }) => steps)).toEqual([600])
  })

  it('that nobody knows is a 404, and to cancel one that is done a 409 that changes nothing', async () => {
    for (const method of ['GET', 'DELETE']) {
      expect(problemOf(await send(method, '/v1/operations/0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82'))).toMatchObject({
        type: '/problems/operation-not-found',
        status: 404
      })
    }
    const { headers } = await send('POST', '/v1/refinements', { payload: { values: norms } })
    const before = await ended(headers.location)
    expect(problemOf(await send('DELETE', String(headers.location)))).toMatchObject({ type: '/problems/operation-ended', status: 409 })
    expect(await get(headers.location)).toEqual(before)
  })

  it('is waited for by GET with Prefer: wait', async () => {
    const { headers } = await send('POST', '/v1/refinements', { payload: { values: norms } })
    const answer = await send('GET', String(headers.location), { headers: { prefer: 'wait="30"' } })
    expect([answer.headers['preference-applied'], answer.json<Operation>().status]).toEqual(['wait=30', 'done'])
  })
})

it.each(['wait', 'wait=', 'wait=-1', 'wait=x', 'await=5', 'wait=1e3', ''])(
  'a preference that cannot be read, %j, is none',
  async (prefer) => {
    const answer = await send('POST', '/v1/refinements', { headers: { prefer }, payload: { values: norms } })
    expect([answer.statusCode, answer.headers['preference-applied']]).toEqual([202, undefined])
  }
)
