import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'
import { changeOf, scrape } from '../../support/metrics.ts'

const { app, send, newRun, storage, listen } = await testApp({}, { longFrom: 1000 })
const url = await listen()

/** What work adds to the metrics. */
async function added(work: () => Promise<unknown>) {
  const before = await scrape(url)
  await work()
  // A request is counted when its answer is closed, just after the client has it.
  await sleep(50)
  return changeOf(before, await scrape(url))
}

const json = { 'content-type': 'application/json' }
const post = (path: string, body: unknown) => fetch(url + path, { method: 'POST', headers: json, body: JSON.stringify(body) })

describe('the metrics', () => {
  it('are Prometheus text, with a help and a type for each metric', async () => {
    const answer = await fetch(`${url}/metrics`, {
      headers: { accept: 'application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.1' }
    })
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await answer.text()
    const named = new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => (type === 'histogram' ? `${name}_count` : name))
    )
    expect(named).toContain('taper_http_requests_total')
    for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
      expect(line).toMatch(/^[a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? (-?[0-9.e+-]+|Nan|[+-]Inf)$/)
    }
  })

  it('count requests by the pattern of their route and by status, never by an id', async () => {
    const run = await newRun()
    const change = await added(async () => {
      for (let i = 0; i < 3; i++) await fetch(`${url}/v1/runs/${run}`).then((answer) => answer.text())
      await fetch(`${url}/v1/runs/there-is-none`).then((answer) => answer.text())
      await fetch(`${url}/no/such/path-${run}`).then((answer) => answer.text())
      await fetch(`${url}/%zz`).then((answer) => answer.text())
    })
    expect(change('taper_http_requests_total', { method: 'GET', route: '/v1/runs/{runId}', status: '200' })).toBe(3)
    expect(change('taper_http_requests_total', { method: 'GET', route: '/v1/runs/{runId}', status: '404' })).toBe(1)
    expect(change('taper_http_requests_total', { method: 'GET', route: 'unmatched', status: '404' })).toBe(1)
    expect(change('taper_http_requests_total', { method: 'GET', route: 'unmatched', status: '400' })).toBe(1)
    expect(change('taper_http_request_duration_seconds_count', { method: 'GET', route: '/v1/runs/{runId}' })).toBe(4)
    expect(change('taper_http_request_duration_seconds_bucket', { method: 'GET', route: '/v1/runs/{runId}', le: '+Inf' })).toBe(4)
    expect(change('taper_http_request_duration_seconds_sum', { method: 'GET', route: '/v1/runs/{runId}' })).toBeGreaterThan(0)
    expect(await (await fetch(`${url}/metrics`)).text()).not.toContain(run)
  })

  it('count points that are stored, that come again, and that are replaced, by series', async () => {
    const run = await newRun()
    const norms = `/v1/runs/${run}/gradient-norms`
    const change = await added(async () => {
      await post(`${norms}?norm=l1`, { startStep: 0, values: [1, 2, 3, 4, 5] })
      await post(`${norms}?norm=l1`, { startStep: 3, values: [4, 5, 6] })
      await post(`${norms}?norm=l1&resumeFrom=4`, { startStep: 4, values: [7] })
    })
    expect(change('taper_points_stored_total', { series: 'l1' })).toBe(7)
    expect(change('taper_points_duplicate_total', { series: 'l1' })).toBe(2)
    expect(change('taper_points_superseded_total', { series: 'l1' })).toBe(2)
  })

  it('measure refinements in threads, and operations by kind and outcome', async () => {
    const change = await added(async () => {
      await post('/v1/refinements', { values: Array.from({ length: 100 }, (_, i) => 1 + i / 100) })
      const answer = await fetch(`${url}/v1/refinements`, {
        method: 'POST',
        headers: { ...json, prefer: 'wait=60' },
        body: JSON.stringify({ values: Array.from({ length: 2000 }, (_, i) => 1 + i / 1000) })
      })
      expect(answer.status).toBe(200)
    })
    expect(change('taper_task_duration_seconds_count', { kind: 'refinement', outcome: 'done' })).toBe(2)
    expect(change('taper_operation_duration_seconds_count', { kind: 'refine', outcome: 'done' })).toBe(1)
    expect(change('taper_operation_duration_seconds_sum', { kind: 'refine', outcome: 'done' })).toBeGreaterThan(0)
    expect((await scrape(url)).get('taper_tasks_in_flight{kind="refinement"}')).toBe(0)
  })

  it('name statements of the database without their values', async () => {
    const change = await added(() => newRun({ name: 'a-name-nobody-else-has' }))
    expect(change('taper_database_statement_duration_seconds_count', { outcome: 'ok' })).toBeGreaterThan(0)
    expect(await (await fetch(`${url}/metrics`)).text()).not.toContain('a-name-nobody-else-has')
  })

  it('show the pool of connections, the queue, and what runs here', async () => {
    const metrics = await scrape(url)
    expect(metrics.get('taper_database_connections_max')).toBeGreaterThanOrEqual(1)
    expect(metrics.get('taper_database_connections{state="idle"}')).toBeGreaterThanOrEqual(0)
    expect(metrics.get('taper_database_waiting')).toBe(0)
    expect(metrics.get('taper_operations_waiting')).toBe(0)
    expect(metrics.get('taper_memory_budget_in_use_bytes')).toBe(0)
    expect(metrics.get('taper_memory_budget_max_bytes')).toBeGreaterThan(2 ** 20)
    expect([...metrics.keys()].find((name) => name.startsWith('taper_build_info{'))).toMatch(/version="\d+\.\d+\.\d+",node="v\d+/)
  })

  it('count a request whose client went away before its answer, as none of our answers', async () => {
    const before = await scrape(url)
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write('POST /v1/refinements HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"val')
    await once(app.server, 'request')
    socket.destroy()
    const counted = async () => changeOf(before, await scrape(url))('taper_http_requests_total', { route: '/v1/refinements' })
    await expect.poll(counted, { timeout: 30_000 }).toBe(1)
    expect(changeOf(before, await scrape(url))('taper_http_requests_total', { route: '/v1/refinements', status: '499' })).toBe(1)
  })

  it('answer also while the database is away, without the length of the queue', async () => {
    const { operationsWaiting } = storage
    Object.assign(storage, { operationsWaiting: () => Promise.reject(new Error('away')) })
    const answer = await send('GET', '/metrics')
    Object.assign(storage, { operationsWaiting })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toMatch(/^taper_operations_waiting /m)
    expect(answer.body).toMatch(/^taper_database_connections_max /m)
  })
})
