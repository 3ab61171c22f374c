import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { startService } from '../../test/support/service.ts'
import { machine, median, table, thousands } from '../support/machine.ts'

/**
 * What is left of a service to which far more is sent than it can do: health from a process of its own, memory, and how soon it is as fast as
 * before. Appends of one point come over eighty times as many connections as keep it busy; refinements come at ten times the rate that it
 * manages. Goals: /livez under 150 ms, and full speed again within a second.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 60)
/**
 * All connections come at once, and libuv accepts one in a turn of the event loop: so long a new one, as that of a health check, waits with
 * the others. Milliseconds.
 */
const openingMs = Math.min(20_000, 500 * seconds)
const json = { 'content-type': 'application/json' }

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const service = await startService({ TAPER_DATA_DIR: folder })
const pid = service.process.pid as number
const residentMiB = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

interface Load {
  name: string
  /** What the connection with this number sends next. */
  message(connection: number, count: number): { path: string; body: string }
  /** Connections that keep the service busy, and those of the overload. */
  connections: [usual: number, over: number]
  /** Requests a second come at so many times what the service managed; otherwise as fast as it answers. */
  times?: number
}

/** Each connection has a run of its own, as trainers have. */
const runOf = (connection: number) => `/v1/runs/trainer-${connection}`
const counts: number[] = []

async function send({ message }: Load, options: { connections: number; duration: number; overallRate?: number }) {
  let opened = 0
  return await autocannon({
    url: service.url,
    timeout: 30,
    ...options,
    setupClient: (client) => {
      const connection = opened++
      const next = () => {
        const count = counts[connection] ?? 0
        counts[connection] = count + 1
        client.setRequest({ method: 'POST', headers: json, ...message(connection, count) })
      }
      client.on('response', next)
      next()
    }
  })
}

async function measure(load: Load): Promise<string[]> {
  const [connections, over] = load.connections
  await send(load, { connections, duration: 3 })
  const before = (await send(load, { connections, duration: 5 }))['2xx'] / 5
  const probe = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./health-probe.ts', import.meta.url)), service.url], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMiB())
  }, 200)
  const found = await send(load, {
    connections: over,
    duration: seconds,
    ...(load.times && { overallRate: Math.ceil(load.times * before) })
  })
  const after = await send(load, { connections, duration: 1 })
  clearInterval(watch)
  probe.stdin.end()
  const asked = JSON.parse(await text(probe.stdout)) as [at: number, took: number][]
  const sorted = (from: number, to: number) => asked.flatMap(([at, took]) => (at >= from && at < to ? [took] : [])).sort((a, b) => a - b)
  const times = sorted(openingMs, Number.POSITIVE_INFINITY)
  if (probe.exitCode === null) await once(probe, 'exit')
  return [
    load.name,
    thousands(before),
    thousands(found.requests.sent / seconds),
    thousands(found['2xx'] / seconds),
    thousands(found['5xx'] / seconds),
    String(found.timeouts + found.errors),
    [median(times), times[Math.floor(0.99 * times.length)], times.at(-1)].map((time) => time?.toFixed(0)).join(' · '),
    sorted(0, openingMs).at(-1)?.toFixed(0) ?? '',
    peak.toFixed(0),
    `${((100 * after['2xx']) / before).toFixed(0)} %`
  ]
}

try {
  for (let connection = 0; connection < 1600; connection++) {
    await fetch(service.url + runOf(connection), { method: 'PUT', headers: json, body: '{}' })
  }
  const values = Array.from({ length: 20_000 }, (_, i) => 2 + Math.sin(i / 500))
  const refinement = JSON.stringify({ values })
  const rows = [
    await measure({
      name: 'append of one point',
      message: (connection, count) => ({
        path: `${runOf(connection)}/gradient-norms`,
        body: JSON.stringify({ startStep: count, values: [1] })
      }),
      connections: [20, 1600]
    }),
    await measure({
      name: 'refinement of 20 000 norms',
      message: () => ({ path: '/v1/refinements', body: refinement }),
      connections: [8, 400],
      times: 10
    })
  ]
  console.log(`${machine()}; ${seconds} s of overload\n`)
  table(
    [
      'request',
      'answered/s before',
      'sent/s',
      'answered/s',
      'refused/s (503)',
      'unanswered',
      '/livez ms: median · 99 % · most',
      'while all connect',
      'most memory, MiB',
      'first second after'
    ],
    rows
  )
} finally {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
