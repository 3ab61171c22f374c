import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { loggedUrl } from '../../../src/http/logged-url.ts'
import { testApp } from '../../support/app.ts'

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

/** A service that logs, and what it has written. */
async function logging(env: Record<string, string>) {
  const lines: string[] = []
  const app = await testApp(env, { logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }) })
  const url = await app.listen()
  return {
    ...app,
    url,
    lines,
    /** The records of requests, once they are there. */
    async logged() {
      await sleep(50)
      return lines.map((line) => JSON.parse(line)).filter((record) => 'route' in record)
    }
  }
}

describe('TAPER_LOG_REQUESTS=all', async () => {
  const { url, logged, lines, newRun } = await logging({ TAPER_LOG_REQUESTS: 'all' })

  it('writes one record for each answer, with all that is asked of one', async () => {
    const run = await newRun()
    const before = (await logged()).length
    const body = JSON.stringify({ values: [1, 2, 3] })
    await fetch(`${url}/v1/runs/${run}/gradient-norms?norm=l1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'mine', traceparent },
      body
    })
    const records = (await logged()).slice(before)
    expect(records).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        pid: process.pid,
        hostname: expect.any(String),
        requestId: 'mine',
        method: 'POST',
        route: '/v1/runs/{runId}/gradient-norms',
        url: `/v1/runs/${run}/gradient-norms?norm=l1`,
        status: 200,
        ms: expect.any(Number),
        bytesIn: expect.any(Number),
        bytesOut: expect.any(Number),
        ip: '127.0.0.1',
        project: 'default',
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
        msg: 'answered'
      }
    ])
    expect(records[0].bytesIn).toBeGreaterThan(body.length)
    expect(records[0].bytesOut).toBeGreaterThan(50)
  })

  it('counts the bytes of each request alone, on a connection that has had others', async () => {
    const before = (await logged()).length
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const request = 'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
    /** Sends a request, and gives the length of its answer. */
    const exchange = async () => {
      let received = ''
      socket.write(request)
      while (!received.endsWith('}')) received += String((await once(socket, 'data'))[0])
      return received.length
    }
    const answers = [await exchange(), await exchange()]
    socket.destroy()
    const records = (await logged()).slice(before)
    expect(records.map(({ bytesIn, bytesOut }) => [bytesIn, bytesOut])).toEqual([
      [request.length, answers[0]],
      [request.length, answers[1]]
    ])
  })

  it('never writes a header, a body, or what looks like a secret in a URL', async () => {
    await fetch(`${url}/v1/runs?api_key=hush-hush-1&label.note=kept&token=hush-hush-2`, {
      headers: { authorization: 'Bearer taper_abcdefghijkl_hushhushhushhushhushhush', cookie: 'session=hush-hush-3' }
    })
    await fetch(`${url}/v1/runs/taper_abcdefghijkl_hushhush4hushhushhush`)
    await fetch(`${url}/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"hush-hush-5"}' })
    const records = await logged()
    expect(lines.join('\n')).not.toMatch(/hush/)
    expect(records.map((record) => record.url)).toContain('/v1/runs?api_key=[removed]&label.note=kept&token=[removed]')
  })

  it('also of what is no path and no request that can be taken', async () => {
    await fetch(`${url}/no/such/path`)
    await fetch(`${url}/%zz`)
    const records = (await logged()).slice(-2)
    expect(records.map(({ route, status }) => [route, status])).toEqual([
      ['unmatched', 404],
      ['unmatched', 400]
    ])
  })
})

describe('TAPER_LOG_REQUESTS=slow', async () => {
  const { url, logged } = await logging({ TAPER_SLOW_MS: '1' })

  it('is what holds by itself: it warns of slow requests, and of no other', async () => {
    const answer = await fetch(`${url}/v1/refinements`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ values: Array.from({ length: 50_000 }, (_, i) => 1 + i) })
    })
    await answer.text()
    expect(await logged()).toMatchObject([{ level: 40, msg: 'slow request', route: '/v1/refinements', status: 200 }])
  })
})

describe('TAPER_LOG_REQUESTS=errors', async () => {
  const { url, logged, storage } = await logging({ TAPER_LOG_REQUESTS: 'errors', TAPER_SLOW_MS: '1' })

  it('writes of failures of the service, and not of those of a client', async () => {
    await fetch(`${url}/v1/runs/there-is-none`)
    const check = storage.check
    Object.assign(storage, { check: () => Promise.reject(new Error('away')) })
    await fetch(`${url}/readyz`)
    Object.assign(storage, { check })
    expect(await logged()).toMatchObject([{ level: 40, msg: 'failed', route: '/readyz', status: 503 }])
  })
})

it('TAPER_LOG_REQUESTS=none writes none', async () => {
  const { url, logged } = await logging({ TAPER_LOG_REQUESTS: 'none', TAPER_SLOW_MS: '1' })
  await fetch(`${url}/v1/runs/there-is-none`)
  await fetch(`${url}/v1/runs`)
  expect(await logged()).toEqual([])
})

describe('traceparent', async () => {
  const { send } = await testApp()

  it('is answered with the trace that it names', async () => {
    expect((await send('GET', '/livez', { headers: { traceparent } })).headers.traceparent).toBe(traceparent)
  })

  it.each([
    ['of no trace', '00-00000000000000000000000000000000-00f067aa0ba902b7-01'],
    ['of no span', '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01'],
    ['of the version that is none', 'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
    ['with more than its version has', `${traceparent}-more`],
    ['in capitals', traceparent.toUpperCase()],
    ['that is another text', 'x'.repeat(1000)]
  ])('%s is left alone', async (_, given) => {
    const answer = await send('GET', '/livez', { headers: { traceparent: given } })
    expect([answer.statusCode, answer.headers.traceparent]).toEqual([200, undefined])
  })

  it('of a later version is read as far as it is known', async () => {
    const later = `cc${traceparent.slice(2)}-more`
    expect((await send('GET', '/livez', { headers: { traceparent: later } })).headers.traceparent).toBe(traceparent)
  })
})

it.each([
  ['/v1/runs?label.a=1', '/v1/runs?label.a=1'],
  ['/v1/runs?API%5FKEY=x', '/v1/runs?API%5FKEY=[removed]'],
  ['/v1/runs?password', '/v1/runs?password'],
  ['/v1/runs?%=1&token=x', '/v1/runs?%=1&token=[removed]'],
  ['http://user:word@host/v1/runs', 'http://[removed]@host/v1/runs']
])('the URL %s stands in the log as %s', (url, logged) => expect(loggedUrl(url)).toBe(logged))
