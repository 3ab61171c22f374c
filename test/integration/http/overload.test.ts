import { once } from 'node:events'
import { Agent, type ClientRequest, request } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { createRefinementPool } from '../../../src/workers/refinement/pool.ts'
import { problemOf, testApp } from '../../support/app.ts'

const kibibyte = 1024
/** Of such bodies there is memory for four. */
const length = 400 * kibibyte
const { listen, newRun, send, memory } = await testApp({ TAPER_BODY_BYTES_MAX: String(256 * kibibyte) }, { memoryMax: 2048 * kibibyte })

const refinement = createRefinementPool({ waitingMax: 0 })
afterAll(() => refinement.close())
const full = await testApp({}, { workedOnMax: 4 })
const strict = await testApp({}, { pools: { refinement } })

describe('bodies', () => {
  const binary = { 'content-type': 'application/octet-stream' }
  const begin = async (path: string, bytes: number): Promise<ClientRequest> => {
    const { port } = new URL(await listen())
    const headers = { ...binary, 'content-length': bytes, connection: 'keep-alive' }
    return request({ port, method: 'POST', path, headers, agent: false })
  }

  it('that together are more than there is memory for are refused, and those after them are not', async () => {
    const run = await newRun()
    const path = `/v1/runs/${run}/gradient-norms?startStep=0`
    const open = await Promise.all(Array.from({ length: 8 }, () => begin(path, length)))
    const answers = open.map(async (sent) => {
      const [answer] = await once(sent, 'response')
      answer.resume()
      return [answer.statusCode, answer.headers['retry-after']]
    })
    // All of each but its end, so that all are there at once.
    await Promise.all(open.map((sent) => new Promise<void>((resolve) => sent.write(Buffer.alloc(length - 8), () => resolve()))))
    const refused = await Promise.race(answers)
    for (const sent of open) sent.end(Buffer.alloc(8))
    expect(refused).toEqual([503, '2'])
    const statuses = (await Promise.all(answers)).map(([status]) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))

    const after = await send('POST', `/v1/runs/${run}/gradient-norms?norm=l1`, { headers: binary, payload: Buffer.alloc(length) })
    expect(after.statusCode).toBe(200)
  })

  it('that stop in the middle give back their memory', async () => {
    const run = await newRun()
    for (let i = 0; i < 20; i++) {
      const sent = await begin(`/v1/runs/${run}/gradient-norms`, length)
      sent.on('error', () => {})
      await new Promise<void>((resolve) => sent.write(Buffer.alloc(length - 8), () => resolve()))
      sent.destroy()
    }
    await expect
      .poll(async () => {
        const answers = await Promise.all(
          Array.from({ length: 4 }, () =>
            send('POST', `/v1/runs/${run}/gradient-norms`, { headers: binary, payload: Buffer.alloc(length) })
          )
        )
        return answers.map(({ statusCode }) => statusCode)
      })
      .toEqual([200, 200, 200, 200])
  })
})

describe('memory', () => {
  const json = (values: number[], startStep: number) => ({ payload: { startStep, values } })

  it('that large requests hold leaves room for small ones: an append, a multiplier', async () => {
    const run = await newRun()
    const { id } = (await send('POST', '/v1/schedules', { payload: { rule: 'linear', steps: 3 } })).json()
    const large = memory.open()
    large.take(memory.largest, '')
    try {
      expect((await send('POST', `/v1/runs/${run}/gradient-norms`, json([1, 2], 0))).statusCode).toBe(200)
      expect((await send('GET', `/v1/schedules/${id}/multipliers/1`)).json()).toMatchObject({ multiplier: 0.5 })
      const refused = await send('POST', '/v1/schedules', { payload: { rule: 'linear', steps: 100_000 } })
      expect(problemOf(refused).type).toBe('/problems/overloaded')
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    } finally {
      large.release()
    }
    expect((await send('POST', '/v1/schedules', { payload: { rule: 'linear', steps: 100_000 } })).statusCode).toBe(201)
  })

  it('that there will never be for a request is a 413 that names what is too large', async () => {
    const answer = await send('POST', '/v1/schedules', { payload: { rule: 'linear', steps: 10_000_000 } })
    expect(answer.statusCode).toBe(413)
    expect(problemOf(answer)).toMatchObject({ type: '/problems/too-large-for-memory', errors: [{ pointer: '/steps' }] })
    expect(answer.headers['retry-after']).toBeUndefined()
  })

  it('is given back by a body that is refused, by one that is no JSON, and by one whose sender goes away', async () => {
    const run = await newRun()
    const path = `/v1/runs/${run}/gradient-norms`
    const headers = { 'content-type': 'application/json' }
    expect((await send('POST', path, { headers, payload: '{"values":['.padEnd(200 * kibibyte) })).statusCode).toBe(400)
    expect((await send('POST', path, { headers, payload: `{"values":[${'1,'.repeat(200 * kibibyte)}1]}` })).statusCode).toBe(413)
    const { port } = new URL(await listen())
    const sent = request({ port, method: 'POST', path, headers: { ...headers, 'content-length': 200 * kibibyte }, agent: false })
    sent.on('error', () => {})
    await new Promise<void>((resolve) => sent.write('{"values":['.padEnd(100 * kibibyte), () => resolve()))
    await expect.poll(() => memory.inUse).toBeGreaterThan(0)
    sent.destroy()
    await expect.poll(() => memory.inUse).toBe(0)
  })
})

describe('requests', () => {
  it('that are more than can be worked on are a 503 with Retry-After; health checks never are, and those that come later are not', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => full.send('GET', i % 6 === 0 ? '/livez' : i % 6 === 1 ? '/readyz' : '/v1/runs'))
    )
    const health = answers.filter((_, i) => i % 6 < 2)
    expect(health.map(({ statusCode }) => statusCode)).toEqual(health.map(() => 200))
    const others = answers.filter((_, i) => i % 6 >= 2)
    const refused = others.filter(({ statusCode }) => statusCode === 503)
    expect(refused.length).toBeGreaterThan(0)
    expect(new Set(others.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 503]))
    for (const answer of refused) {
      const { type, requestId } = problemOf(answer)
      expect([type, answer.headers['retry-after'], answer.headers['x-request-id']]).toEqual(['/problems/overloaded', '1', requestId])
    }
    expect((await full.send('GET', '/v1/runs')).statusCode).toBe(200)
    await expect.poll(() => full.records).toContainEqual(expect.objectContaining({ refused: refused.length }))
  })

  it('on a connection that was refused before are answered, once it is read again', async () => {
    const { port } = new URL(await full.listen())
    const agent = new Agent({ keepAlive: true, maxSockets: 8, scheduling: 'fifo' })
    const get = () =>
      new Promise<{ status: number | undefined; reused: boolean }>((resolve, reject) => {
        const sent = request({ port, path: '/v1/runs', agent }, (answer) => {
          answer.resume().on('end', () => resolve({ status: answer.statusCode, reused: sent.reusedSocket }))
        })
        sent.on('error', reject).end()
      })
    // What takes long keeps all places until the others were refused.
    const payload = { values: Array.from({ length: 1000 }, (_, i) => 1 + (i % 7)), steps: 1_000_000 }
    const long = Array.from({ length: 4 }, () => full.send('POST', '/v1/refinements', { payload }))
    await expect.poll(async () => (await get()).status).toBe(503)
    const refused = await Promise.all(Array.from({ length: 8 }, get))
    expect(refused.some(({ status }) => status === 503)).toBe(true)
    await Promise.all(long)
    for (let i = 0; i < 8; i++) expect(await get()).toEqual({ status: 200, reused: true })
    agent.destroy()
  })

  it('whose sender or reader is slow, or who wait for an operation, do not count', async () => {
    const run = await full.newRun()
    const { port } = new URL(await full.listen())
    const slow = Array.from({ length: 8 }, () =>
      request({
        port,
        method: 'POST',
        path: `/v1/runs/${run}/gradient-norms`,
        headers: { 'content-type': 'application/json', 'content-length': 20 },
        agent: false
      })
    )
    for (const sent of slow) {
      sent.on('error', () => {})
      await new Promise<void>((resolve) => sent.write('{"values":', () => resolve()))
    }
    expect((await full.send('GET', '/v1/runs')).statusCode).toBe(200)
    for (const sent of slow) sent.destroy()
  })
})

describe('refinements', () => {
  it('that are more than may wait are a 503 with Retry-After', async () => {
    // Little to read and much to compute, so that the first is still under way when the others come.
    const payload = { values: Array.from({ length: 1000 }, (_, i) => 1 + (i % 7)), steps: 1_000_000 }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => strict.app.inject({ method: 'POST', url: '/v1/refinements', payload }))
    )
    const refused = answers.filter(({ statusCode }) => statusCode === 503)
    expect(refused.length).toBeGreaterThanOrEqual(1)
    for (const answer of refused) {
      expect(problemOf(answer).type).toBe('/problems/overloaded')
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect(answers.some(({ statusCode }) => statusCode === 200)).toBe(true)
  })
})
