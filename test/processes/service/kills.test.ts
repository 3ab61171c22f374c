import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-crash-'))
let service: Service
afterAll(async () => {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const valueAt = (step: number) => 1 + Math.sin(step)

/** A trainer that posts its steps batch by batch, sends a batch again until it is acknowledged, and remembers what was. */
async function train(
  runId: string,
  offset: number,
  stride: number,
  batch: number,
  acknowledged: number[],
  going: () => boolean
): Promise<void> {
  for (let first = offset; going(); first += batch * stride) {
    const steps = Array.from({ length: batch }, (_, i) => first + i * stride)
    const body = JSON.stringify({ steps, values: steps.map(valueAt) })
    while (going()) {
      const answer = await fetch(`${service.url}/v1/runs/${runId}/gradient-norms`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body
      }).catch(() => null)
      if (answer?.status === 200) {
        acknowledged.push(...steps)
        break
      }
      expect([undefined, 503]).toContain(answer?.status)
      await sleep(20)
    }
  }
}

interface History {
  points: { step: number; value: number; current: boolean }[]
}

async function verify(runId: string, acknowledged: number[]): Promise<void> {
  const answer = await fetch(`${service.url}/v1/runs/${runId}/gradient-norms?history=all`)
  const { points } = (await answer.json()) as History
  const stored = new Map(points.map((point) => [point.step, point]))
  expect(stored.size, 'no step is stored twice').toBe(points.length)
  const lost = acknowledged.filter((step) => !stored.has(step))
  expect(lost, 'no acknowledged step is lost').toEqual([])
  expect(
    points.filter((point) => point.value !== valueAt(point.step) || !point.current),
    'no value is changed'
  ).toEqual([])
}

it('has every acknowledged point once after the service, and then PostgreSQL, were killed in mid-load', async () => {
  service = await startService({ TAPER_DATA_DIR: folder })
  const runs = ['alone', 'by-one', 'shared']
  for (const run of runs) {
    await fetch(`${service.url}/v1/runs/${run}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' })
  }
  let going = true
  const acknowledged = { alone: [] as number[], 'by-one': [] as number[], shared: [] as number[] }
  const stillGoing = () => going
  const trainers = [
    train('alone', 0, 1, 500, acknowledged.alone, stillGoing),
    train('by-one', 0, 1, 1, acknowledged['by-one'], stillGoing),
    train('shared', 0, 2, 3, acknowledged.shared, stillGoing),
    train('shared', 1, 2, 3, acknowledged.shared, stillGoing)
  ]
  const counts = () => Object.values(acknowledged).map((steps) => steps.length)
  const progress = async () => {
    const before = counts()
    while (counts().some((count, i) => count < before[i]! + 30)) await sleep(20)
  }

  await progress()
  await service.stop('SIGKILL')
  service = await startService({ TAPER_DATA_DIR: folder })
  await progress()
  process.kill(Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await progress()
  going = false
  await Promise.all(trainers)

  for (const run of runs) await verify(run, acknowledged[run as keyof typeof acknowledged])
  expect(await service.stop('SIGTERM')).toBe(0)

  // And what is on disk is what was served.
  service = await startService({ TAPER_DATA_DIR: folder })
  for (const run of runs) await verify(run, acknowledged[run as keyof typeof acknowledged])
})

it('says clearly that another service has the folder, and leaves that one alone', async () => {
  await expect(startService({ TAPER_DATA_DIR: folder })).rejects.toThrow(
    `Another Taper (process ${service.process.pid}) is running on the data folder`
  )
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200)
})
