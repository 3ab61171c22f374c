import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digits } from '../../examples/digits/data.ts'
import { defaultSetting } from '../../examples/digits/setting.ts'
import { sgd } from '../../examples/digits/sgd.ts'
import { testDatabase } from '../support/database.ts'
import { type Service, startService } from '../support/service.ts'

const steps = 150
let service: Service
let database: Awaited<ReturnType<typeof testDatabase>>

beforeAll(async () => {
  database = await testDatabase()
  service = await startService({ DATABASE_URL: database.url })
})

afterAll(async () => {
  await service.stop('SIGTERM')
  await database.drop()
})

/** Runs the trainer as a person would, and answers what it printed. */
async function train(taper: string, run: string, schedule: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const args = [`--taper=${taper}`, `--run=${run}`, `--schedule=${schedule}`, '--rate=0.08', '--seed=7', `--steps=${steps}`]
  const child = spawn(process.execPath, ['--import', 'tsx', 'examples/digits/train.ts', ...args])
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text) => (stdout += text))
  child.stderr.on('data', (text) => (stderr += text))
  const [code] = (await once(child, 'close')) as [number]
  return { code, stdout, stderr }
}

async function json<T>(path: string, body?: object): Promise<T> {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await (await fetch(service.url + path, init)).json()) as T
}

/** The norms and losses of the same training, taken here. */
function ownNorms(multiplier: (step: number) => number): { l1: number[]; l2: number[]; loss: number[] } {
  const setting = { ...defaultSetting, steps }
  const { train } = digits(setting.labelNoise)
  const taken = [...sgd(setting, train, 7, (step) => 0.08 * multiplier(step))]
  return { l1: taken.map(({ norms }) => norms.l1), l2: taken.map(({ norms }) => norms.l2), loss: taken.map(({ loss }) => loss) }
}

describe('the trainer of the digits', () => {
  it('posts the true norms and losses of each step of its training', async () => {
    const { code, stdout, stderr } = await train(service.url, 'first', 'linear')
    expect(stderr).toContain(`step   ${steps}`)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ run: 'first', testAccuracy: expect.any(Number) })
    const own = ownNorms((step) => 1 - step / (steps - 1))
    for (const norm of ['l1', 'l2'] as const) {
      const logged = await json<{ startStep: number; values: number[] }>(`/v1/runs/first/gradient-norms?norm=${norm}`)
      expect(logged.startStep).toBe(0)
      expect(logged.values).toEqual(own[norm])
    }
    expect(await json('/v1/runs/first/series/loss')).toMatchObject({ startStep: 0, values: own.loss })
  })

  it('trains with the schedule that was refined from its first run', async () => {
    const { id } = await json<{ id: string }>('/v1/runs/first/schedules', {})
    const { multipliers } = await json<{ multipliers: number[] }>(`/v1/schedules/${id}/multipliers`)
    expect(multipliers).toHaveLength(steps)
    const { code } = await train(service.url, 'next', `${service.url}/v1/schedules/${id}`)
    expect(code).toBe(0)
    const { values } = await json<{ values: number[] }>('/v1/runs/next/gradient-norms?norm=l2')
    expect(values).toEqual(ownNorms((step) => multipliers[step]!).l2)
  })

  it('says what is wrong, and fails, where the service refuses what it posts', async () => {
    const { code, stderr, stdout } = await train(service.url, 'not/an/id', 'linear')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^train: PUT http.*: 404/m)
  })

  it('logs every norm once through a connection that breaks now and then', async () => {
    const { port } = new URL(service.url)
    let requests = 0
    const flaky = createServer((incoming, answer) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk) => chunks.push(chunk))
      incoming.on('end', async () => {
        const turn = ++requests
        if (turn % 3 === 1) return void incoming.socket.destroy()
        const body = Buffer.concat(chunks)
        const reply = await fetch(`http://127.0.0.1:${port}${incoming.url}`, {
          method: incoming.method ?? 'GET',
          headers: { 'content-type': incoming.headers['content-type'] ?? 'application/json' },
          ...(body.length > 0 && { body })
        })
        const text = await reply.text()
        // The service has stored it, and the trainer never hears so.
        if (turn % 3 === 2) return void incoming.socket.destroy()
        answer.writeHead(reply.status, { 'content-type': 'application/json' }).end(text)
      })
    })
    await once(flaky.listen(0, '127.0.0.1'), 'listening')
    try {
      const { code, stderr } = await train(`http://127.0.0.1:${(flaky.address() as AddressInfo).port}`, 'flaky', 'linear')
      expect({ code, failed: stderr.includes('train:') }).toEqual({ code: 0, failed: false })
    } finally {
      flaky.close()
    }
    expect(requests).toBeGreaterThan(5)
    const { values } = await json<{ values: number[] }>('/v1/runs/flaky/gradient-norms?norm=l2')
    expect(values).toEqual(ownNorms((step) => 1 - step / (steps - 1)).l2)
  })

  it('fails with the address it tried where no service listens', async () => {
    const free = createServer()
    await once(free.listen(0, '127.0.0.1'), 'listening')
    const { port } = free.address() as AddressInfo
    await new Promise((closed) => free.close(closed))
    const { code, stderr } = await train(`http://127.0.0.1:${port}`, 'nobody', 'linear')
    expect(code).toBe(1)
    expect(stderr).toContain(`train: PUT http://127.0.0.1:${port}/v1/runs/nobody: no answer`)
  })
})
