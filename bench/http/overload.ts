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
const json = { 'content-type': 'application/json' }

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const service = await startService({ TAPER_DATA_DIR: folder, LOG_LEVEL: 'error' })
const pid = service.process.pid as number
const residentMiB = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

interface Load {
  name: string
  path: string
  /** Of the request with this number. */
  body(number: number): string
  /** Connections that keep the service busy, and those of the overload. */
  connections: [usual: number, over: number]
  /** Requests a second come at so many times what the service managed; otherwise as fast as it answers. */
  times?: number
}

let sent = 0
async function send({ path, body }: Load, options: { connections: number; duration: number; overallRate?: number }) {
  return await autocannon({
    url: service.url + path,
    timeout: 30,
    ...options,
    setupClient: (client) => {
      const next = () => client.setBody(body(sent++))
      client.on('response', next)
      next()
    },
    method: 'POST',
    headers: json
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
  const times = (JSON.parse(await text(probe.stdout)) as number[]).sort((a, b) => a - b)
  if (probe.exitCode === null) await once(probe, 'exit')
  return [
    load.name,
    thousands(before),
    thousands(found.requests.sent / seconds),
    thousands(found['2xx'] / seconds),
    thousands(found['5xx'] / seconds),
    String(found.timeouts + found.errors),
    [median(times), times[Math.floor(0.99 * times.length)], times.at(-1)].map((time) => time?.toFixed(0)).join(' · '),
    peak.toFixed(0),
    `${((100 * after['2xx']) / before).toFixed(0)} %`
  ]
}

try {
  await fetch(`${service.url}/v1/runs/r`, { method: 'PUT', headers: json, body: '{}' })
  const values = Array.from({ length: 20_000 }, (_, i) => 2 + Math.sin(i / 500))
  const refinement = JSON.stringify({ values })
  const rows = [
    await measure({
      name: 'append of one point',
      path: '/v1/runs/r/gradient-norms?onConflict=replace',
      body: (number) => JSON.stringify({ startStep: number, values: [1] }),
      connections: [20, 1600]
    }),
    await measure({
      name: 'refinement of 20 000 norms',
      path: '/v1/refinements',
      body: () => refinement,
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
      'most memory, MiB',
      'first second after'
    ],
    rows
  )
} finally {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
