import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-operations-'))
let service: Service = await startService({ TAPER_DATA_DIR: folder })
afterAll(async () => {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

interface Operation {
  id: string
  status: string
  progress: number
  result?: { id: string; steps: number }
}
/** So many steps that their schedule is an operation. */
const steps = 20_000_000

const send = (method: string, path: string, body?: object, headers = {}) =>
  fetch(service.url + path, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) })
  })
const get = async <T>(path: string, headers = {}) => (await (await send('GET', path, undefined, headers)).json()) as T
async function running(location: string): Promise<Operation> {
  for (;;) {
    const operation = await get<Operation>(location)
    if (operation.status !== 'queued') return operation
    await sleep(5)
  }
}
async function begin(runId: string): Promise<string> {
  await send('PUT', `/v1/runs/${runId}`, {})
  await send('POST', `/v1/runs/${runId}/gradient-norms`, { values: Array.from({ length: 200 }, (_, i) => 1 + Math.sin(i) ** 2) })
  const answer = await send('POST', `/v1/runs/${runId}/schedules`, { steps })
  expect(answer.status).toBe(202)
  const location = String(answer.headers.get('location'))
  expect((await running(location)).status).toBe('running')
  return location
}
const schedulesOf = async (runId: string) => (await get<{ items: { id: string; steps: number }[] }>(`/v1/schedules?runId=${runId}`)).items

async function ended(location: string): Promise<Operation> {
  let progress = 0
  for (;;) {
    const operation = await get<Operation>(location, { prefer: 'wait=5' })
    expect(operation.progress).toBeGreaterThanOrEqual(progress)
    progress = operation.progress
    if (!['queued', 'running'].includes(operation.status)) return operation
  }
}

it('an operation whose service was killed over it is done after the next start, and its schedule is there once', async () => {
  const location = await begin('killed')
  await service.stop('SIGKILL')
  service = await startService({ TAPER_DATA_DIR: folder })
  const operation = await ended(location)
  expect(operation).toMatchObject({ status: 'done', progress: 1, result: { steps } })
  expect((await schedulesOf('killed')).map(({ id }) => id)).toEqual([operation.result?.id])
}, 180_000)

it('an operation whose service is stopped over it goes on at the next start', async () => {
  const location = await begin('stopped')
  expect(await service.stop('SIGTERM')).toBe(0)
  service = await startService({ TAPER_DATA_DIR: folder })
  expect(await ended(location)).toMatchObject({ status: 'done', result: { steps } })
  expect(await schedulesOf('stopped')).toHaveLength(1)
}, 180_000)
