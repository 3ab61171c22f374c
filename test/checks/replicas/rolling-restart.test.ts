import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { startBalancer } from '../../support/balancer.ts'
import { testDatabase } from '../../support/database.ts'
import { scrape } from '../../support/metrics.ts'
import { type Service, startService } from '../../support/service.ts'

const database = await testDatabase()
const balancer = await startBalancer()
const replicas: Service[] = []
afterAll(async () => {
  await balancer.close()
  await Promise.all(replicas.map((replica) => replica.stop('SIGTERM')))
  await database.drop()
})

const start = async (): Promise<Service> =>
  await startService({ DATABASE_URL: database.url, TAPER_TENSORFLOW: 'skip', TAPER_STOP_DELAY_SECONDS: '1' })

async function enlist(...started: Service[]): Promise<void> {
  replicas.push(...started)
  balancer.use(replicas.map(({ url }) => url))
  await Promise.all(started.map(({ url }) => balancer.ready(url)))
}

/** How requests went, over all clients. */
const seen = { requests: 0, again: 0, statuses: new Map<number | string, number>(), failed: [] as string[] }

/** A client that keeps its connection and sends again what was not answered, or with 503. */
class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  async send(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
    seen.requests++
    let last: unknown
    for (let attempt = 1; attempt <= 20; attempt++) {
      try {
        const answer = await this.#once(method, path, body === undefined ? '' : JSON.stringify(body), headers)
        seen.statuses.set(answer.status, (seen.statuses.get(answer.status) ?? 0) + 1)
        if (answer.status < 300) return answer
        if (answer.status !== 503 && answer.status !== 409) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
        last = answer
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code === undefined) {
          seen.failed.push((error as Error).message)
          throw error
        }
        seen.statuses.set(code, (seen.statuses.get(code) ?? 0) + 1)
        last = error
      }
      seen.again++
      await sleep(25 * attempt)
    }
    seen.failed.push(`${method} ${path}: ${JSON.stringify(last)}`)
    throw new Error(`${method} ${path} failed`)
  }

  #once(method: string, path: string, body: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        balancer.url + path,
        { method, agent: this.#agent, headers: { ...(body !== '' && { 'content-type': 'application/json' }), ...headers } },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8').on('data', (piece) => (text += piece))
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
          answer.on('error', reject)
        }
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

const valueAt = (step: number) => 1 + Math.abs(Math.sin(step))

it('each replica is restarted in turn under load: no request of a client that retries fails, and no point is lost or doubled', async () => {
  // At once, on an empty database.
  await enlist(...(await Promise.all([start(), start()])))
  let going = true
  const trainers = Array.from({ length: 6 }, async (_, index) => {
    const [client, run] = [new Client(), `run-${index}`]
    await client.send('PUT', `/v1/runs/${run}`, {})
    let step = 0
    const schedules = new Set<string>()
    while (going) {
      await client.send('POST', `/v1/runs/${run}/gradient-norms`, { startStep: step, values: [valueAt(step), valueAt(step + 1)] })
      step += 2
      if (step % 100 === 0) {
        const { text } = await client.send('POST', `/v1/runs/${run}/schedules`, {}, { 'idempotency-key': `${run}-${step}` })
        schedules.add((JSON.parse(text) as { id: string }).id)
      }
      await sleep(5)
    }
    client.close()
    return { run, steps: step, schedules }
  })
  const progress = async (requests: number) => {
    const until = seen.requests + requests
    while (seen.requests < until && seen.failed.length === 0) await sleep(20)
  }
  await progress(300)
  for (const old of [...replicas]) {
    expect(await old.stop('SIGTERM')).toBe(0)
    replicas.splice(replicas.indexOf(old), 1)
    await progress(100)
    await enlist(await start())
    await progress(200)
  }
  going = false
  const trained = await Promise.all(trainers)

  expect(seen.failed).toEqual([])
  const client = new Client()
  for (const { run, steps, schedules } of trained) {
    const { points } = JSON.parse((await client.send('GET', `/v1/runs/${run}/gradient-norms?history=all`)).text) as {
      points: { step: number; value: number; current: boolean }[]
    }
    expect([run, points.length]).toEqual([run, steps])
    const wrong = points.filter(({ step, value, current }, index) => step !== index || value !== valueAt(step) || !current)
    expect([run, wrong]).toEqual([run, []])
    const stored = JSON.parse((await client.send('GET', `/v1/schedules?runId=${run}&limit=500`)).text) as { items: { id: string }[] }
    expect([run, new Set(stored.items.map(({ id }) => id))]).toEqual([run, schedules])
    expect(stored.items).toHaveLength(schedules.size)
  }
  client.close()
  process.stdout.write(`${seen.requests} requests, ${seen.again} sent again: ${JSON.stringify(Object.fromEntries(seen.statuses))}\n`)
})

it('an operation whose replica is killed is taken over by the other, and its schedule is there once', async () => {
  const client = new Client()
  await client.send('PUT', '/v1/runs/long', {})
  await client.send('POST', '/v1/runs/long/gradient-norms', { values: Array.from({ length: 300 }, (_, step) => valueAt(step)) })
  const { text } = await client.send('POST', '/v1/runs/long/schedules', { steps: 30_000_000 })
  const { id } = JSON.parse(text) as { id: string }

  const works = async ({ url }: Service) => (await scrape(url)).get('taper_tasks_in_flight{kind="refinement"}') === 1
  let holder: Service | undefined
  while (holder === undefined) {
    for (const replica of replicas) if (await works(replica)) holder = replica
  }
  await holder.stop('SIGKILL')
  replicas.splice(replicas.indexOf(holder), 1)
  balancer.use(replicas.map(({ url }) => url))

  interface Operation {
    status: string
    result?: { id: string }
  }
  let operation: Operation
  do operation = JSON.parse((await client.send('GET', `/v1/operations/${id}`, undefined, { prefer: 'wait=5' })).text) as Operation
  while (['queued', 'running'].includes(operation.status))
  expect(operation.status).toBe('done')
  const { items } = JSON.parse((await client.send('GET', '/v1/schedules?runId=long')).text) as { items: { id: string }[] }
  expect(items.map((item) => item.id)).toEqual([operation.result?.id])
  const [survivor] = replicas as [Service]
  expect((await scrape(survivor.url)).get('taper_operation_duration_seconds_count{kind="createRefinedSchedule",outcome="done"}')).toBe(1)
  client.close()
})
