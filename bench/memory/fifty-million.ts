import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { startService } from '../../test/support/service.ts'
import { machine, table } from '../support/machine.ts'

/** A series of 5·10^7 points over HTTP: stored, refined, read; with the peak memory of the service and the latency of `/livez` meanwhile. */
const points = Number(process.env.POINTS ?? 50_000_000)
const perRequest = 5_000_000

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const service = await startService({ TAPER_DATA_DIR: folder })
const status = () => readFileSync(`/proc/${service.process.pid}/status`, 'utf8')
const peak = () => Number(/VmHWM:\s+(\d+)/.exec(status())?.[1]) / 2 ** 20
const json = { 'content-type': 'application/json' }
const rows: string[][] = []

const asker = new Worker(
  `import('tsx/esm/api').then(({ register }) => register()).then(() => import(${JSON.stringify(new URL('livez-latency.ts', import.meta.url).href)}))`,
  { eval: true, workerData: service.url }
)
const slowestSinceLast = (): Promise<number> =>
  new Promise((resolve) => {
    asker.once('message', resolve)
    asker.postMessage('slowest')
  })
await slowestSinceLast()

/** Runs something while `/livez` is asked every 20 ms; notes its time, the slowest answer, and the peak memory so far. */
async function measured(name: string, work: () => Promise<Response>): Promise<Response> {
  await slowestSinceLast()
  const start = performance.now()
  const answer = await work()
  const seconds = (performance.now() - start) / 1000
  const slowest = await slowestSinceLast()
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  rows.push([name, seconds.toFixed(2), slowest.toFixed(0), peak().toFixed(2)])
  return answer
}

await fetch(`${service.url}/v1/runs/long`, { method: 'PUT', headers: json, body: '{}' })
const values = new Float64Array(perRequest)
await measured(`store ${points} points, 5·10^6 a request`, async () => {
  let answer = new Response()
  for (let start = 0; start < points; start += perRequest) {
    for (let i = 0; i < perRequest; i++) values[i] = 1 + Math.random() + 5 * Math.exp(-(start + i) / 1e6)
    answer = await fetch(`${service.url}/v1/runs/long/gradient-norms?startStep=${start}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(values.buffer)
    })
    if (!answer.ok) break
    await answer.clone().arrayBuffer()
  }
  return answer
})
const schedule = (await (
  await measured('refine and store the schedule', () =>
    fetch(`${service.url}/v1/runs/long/schedules`, { method: 'POST', headers: { ...json, prefer: 'wait=60' }, body: '{}' })
  )
).json()) as { id: string }
await measured('read the multipliers, octet-stream', async () => {
  const answer = await fetch(`${service.url}/v1/schedules/${schedule.id}/multipliers`, { headers: { accept: 'application/octet-stream' } })
  let bytes = 0
  for await (const piece of answer.body as ReadableStream<Uint8Array>) bytes += piece.length
  if (bytes !== 8 * points) throw new Error(`${bytes} bytes`)
  return new Response()
})
await asker.terminate()
await service.stop('SIGTERM')
rmSync(folder, { recursive: true, force: true })
console.log(machine())
table(['', 'seconds', 'slowest /livez, ms', 'peak RSS so far, GiB'], rows)
