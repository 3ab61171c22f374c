import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { startService } from '../../test/support/service.ts'
import { machine, median, table, thousands } from '../support/machine.ts'

/**
 * GET of one multiplier, and the same as 304, beside a bare Fastify route: requests a second, and processor time of the server for one
 * request, which says the same where the load generator has too little of the machine. Goal: 70 % of the bare route.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 2)
const rounds = 9

interface Server {
  pid: number
  url: string
}
interface Measured {
  perSecond: number
  microseconds: number
}

/** Processor time that a process has used, in microseconds (Linux counts hundredths of a second). */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

async function measure({ pid, url }: Server, path: string, headers: Record<string, string>, status: number): Promise<Measured> {
  const before = processorTime(pid)
  const result = await autocannon({ url: url + path, connections: 20, duration: seconds, headers })
  const answered = status === 304 ? result['3xx'] : result['2xx']
  if (answered !== result.requests.total || answered === 0) throw new Error(`${url}: not every answer was a ${status}`)
  return { perSecond: result.requests.average, microseconds: (processorTime(pid) - before) / answered }
}

async function startBareRoute(): Promise<Server & { stop(): void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./bare-route.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [line] = await once(child.stdout, 'data')
  return { pid: child.pid as number, url: String(line).trim(), stop: () => child.kill() }
}

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const service = await startService({ TAPER_DATA_DIR: folder })
const bare = await startBareRoute()
try {
  const json = { 'content-type': 'application/json' }
  await fetch(`${service.url}/v1/runs/r`, { method: 'PUT', headers: json, body: '{"peakLearningRate":0.1}' })
  const values = Array.from({ length: 10_000 }, (_, i) => 2 + Math.sin(i / 500))
  await fetch(`${service.url}/v1/runs/r/gradient-norms`, { method: 'POST', headers: json, body: JSON.stringify({ values }) })
  const { id } = (await (await fetch(`${service.url}/v1/runs/r/schedules`, { method: 'POST' })).json()) as { id: string }
  const path = `/v1/schedules/${id}/multipliers/100`
  const etag = (await fetch(service.url + path)).headers.get('etag') as string
  const taper = { pid: service.process.pid as number, url: service.url }

  const measured: Record<'bare' | 'ok' | 'notModified', Measured[]> = { bare: [], ok: [], notModified: [] }
  for (let round = 0; round <= rounds; round++) {
    const results = [
      ['bare', await measure(bare, path, {}, 200)],
      ['ok', await measure(taper, path, {}, 200)],
      ['notModified', await measure(taper, path, { 'if-none-match': etag }, 304)]
    ] as const
    // The first round warms up.
    if (round > 0) for (const [name, result] of results) measured[name].push(result)
  }
  const middle = (name: keyof typeof measured, of: keyof Measured) => median(measured[name].map((result) => result[of]))
  // Of neighbours in time: what else the machine does weighs on both.
  const ratio = (name: keyof typeof measured, of: keyof Measured) =>
    median(measured[name].map((result, round) => result[of] / (measured.bare[round] as Measured)[of]))
  const row = (title: string, name: keyof typeof measured) => [
    title,
    thousands(middle(name, 'perSecond')),
    `${(100 * ratio(name, 'perSecond')).toFixed(0)} %`,
    middle(name, 'microseconds').toFixed(1),
    `${(100 / ratio(name, 'microseconds')).toFixed(0)} %`
  ]
  console.log(`${machine()}; 20 connections, median of ${rounds} rounds of ${seconds} s\n`)
  table(
    ['GET of one multiplier', 'requests/s', 'of the bare route', 'server µs a request', 'of the bare route'],
    [row('bare Fastify route', 'bare'), row('Taper, 200', 'ok'), row('Taper, 304', 'notModified')]
  )
} finally {
  bare.stop()
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
