import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, expect, it, vi } from 'vitest'
import { startService } from '../../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-traces-'))
const sdk = pathToFileURL(fileURLToPath(new URL('../../support/span-writer.mjs', import.meta.url))).href
const service = await startService({ TAPER_DATA_DIR: folder, NODE_OPTIONS: `--import ${sdk}` })
afterAll(async () => {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

interface Span {
  name: string
  kind: number
  traceId: string
  spanId: string
  parent?: string
  attributes: Record<string, unknown>
}

const spans = (traceId: string): Span[] =>
  [...service.log().matchAll(/^span (.*)$/gm)]
    .map(([, text]) => JSON.parse(text as string) as Span)
    .filter((span) => span.traceId === traceId)

let traces = 0
/** Sends a request within a trace of its own. */
async function traced(method: string, path: string, body?: object) {
  const traceId = String(++traces).padStart(32, '4')
  const answer = await fetch(service.url + path, {
    method,
    headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) })
  })
  const text = await answer.text()
  return { traceId, answer, json: () => JSON.parse(text) }
}

const one = (list: Span[], name: string): Span => {
  const found = list.filter((span) => span.name === name)
  expect([name, found.length, list.map((span) => span.name)]).toEqual([name, 1, expect.anything()])
  return found[0] as Span
}

it('with an SDK, a request is a span of its caller, and the statements and tasks that it needs are within', async () => {
  await traced('PUT', '/v1/runs/r', {})
  const append = await traced('POST', '/v1/runs/r/gradient-norms?norm=l1&token=hush', undefined)
  expect(append.answer.status).toBe(400)
  const stored = await traced('POST', '/v1/runs/r/gradient-norms', { values: Array.from({ length: 300 }, (_, i) => 1 + i) })
  const route = 'POST /v1/runs/{runId}/gradient-norms'
  await vi.waitFor(() => one(spans(stored.traceId), route))
  const root = one(spans(stored.traceId), route)
  expect(root).toMatchObject({
    kind: 1,
    parent: '00f067aa0ba902b7',
    attributes: {
      'http.route': '/v1/runs/{runId}/gradient-norms',
      'http.response.status_code': 200,
      'url.path': '/v1/runs/r/gradient-norms'
    }
  })
  expect(stored.answer.headers.get('traceparent')).toBe(`00-${stored.traceId}-${root.spanId}-01`)
  expect(one(spans(stored.traceId), 'append-chunk')).toMatchObject({
    kind: 2,
    parent: root.spanId,
    attributes: { 'db.system.name': 'postgresql' }
  })

  const refined = await traced('POST', '/v1/runs/r/schedules', {})
  await vi.waitFor(() => one(spans(refined.traceId), 'POST /v1/runs/{runId}/schedules'))
  const request = one(spans(refined.traceId), 'POST /v1/runs/{runId}/schedules')
  expect(one(spans(refined.traceId), 'task refinement').parent).toBe(request.spanId)
  for (const statement of spans(refined.traceId).filter((span) => span.kind === 2)) expect(statement.parent).toBe(request.spanId)
  expect(service.log()).not.toContain('hush')
})

it('an operation goes on in the trace of the request that began it', async () => {
  const begun = await traced('POST', '/v1/runs/r/schedules', { steps: 10_000_001 })
  expect(begun.answer.status).toBe(202)
  const request = await vi.waitFor(() => one(spans(begun.traceId), 'POST /v1/runs/{runId}/schedules'))
  await fetch(`${service.url}${begun.answer.headers.get('location')}`, { headers: { prefer: 'wait=60' } })
  const operation = await vi.waitFor(() => one(spans(begun.traceId), 'operation createRefinedSchedule'), { timeout: 60_000 })
  expect(operation.parent).toBe(request.spanId)
  expect(one(spans(begun.traceId), 'task refinement').parent).toBe(operation.spanId)
})
