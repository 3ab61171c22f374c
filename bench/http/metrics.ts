import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { machine, median, table, thousands } from '../support/machine.ts'

/**
 * What metrics cost the shortest request, GET of one multiplier. The opponent is the same service that counts nothing. The two take turns;
 * the one that counts is scraped once a round, more often than Prometheus does. Goal: under 1 % of the throughput.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 2)
const rounds = Number(process.env.BENCH_ROUNDS ?? 15)

interface Server {
  pid: number
  url: string
  path: string
  stop(): Promise<void>
}

/** Processor time that a process has used, in microseconds (Linux counts hundredths of a second). */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

async function start(kind: 'counted' | 'uncounted'): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
  const script = fileURLToPath(new URL('./counted-service.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, kind, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  const url = String(line).trim()
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ rule: 'cosine', steps: 10_000, peakLearningRate: 0.1 })
  const { id } = (await (await fetch(`${url}/v1/schedules`, { method: 'POST', headers: json, body })).json()) as { id: string }
  return {
    pid: child.pid as number,
    url,
    path: `/v1/schedules/${id}/multipliers/100`,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function measure({ pid, url, path }: Server): Promise<{ perSecond: number; microseconds: number }> {
  const before = processorTime(pid)
  const result = await autocannon({ url: url + path, connections: 20, duration: seconds })
  if (result['2xx'] !== result.requests.total || result['2xx'] === 0) throw new Error(`${url}: not every answer was a 200`)
  return { perSecond: result.requests.average, microseconds: (processorTime(pid) - before) / result['2xx'] }
}

const servers = { counted: await start('counted'), uncounted: await start('uncounted') }
try {
  const measured = { counted: [] as Awaited<ReturnType<typeof measure>>[], uncounted: [] as Awaited<ReturnType<typeof measure>>[] }
  for (let round = 0; round <= rounds; round++) {
    // Who is first changes, so that what a machine does after a burst weighs on both.
    const order = round % 2 === 0 ? (['counted', 'uncounted'] as const) : (['uncounted', 'counted'] as const)
    for (const kind of order) {
      const result = await measure(servers[kind])
      // The first round warms up.
      if (round > 0) measured[kind].push(result)
    }
    await (await fetch(`${servers.counted.url}/metrics`)).text()
  }
  const middle = (kind: keyof typeof measured, of: 'perSecond' | 'microseconds') => median(measured[kind].map((result) => result[of]))
  const cost = (of: 'perSecond' | 'microseconds') =>
    median(measured.counted.map((result, round) => result[of] / (measured.uncounted[round] as typeof result)[of] - 1))
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  console.log(`${machine()}; 20 connections, median of ${rounds} rounds of ${seconds} s\n`)
  table(
    ['GET of one multiplier', 'requests/s', 'server µs a request'],
    (['uncounted', 'counted'] as const).map((kind) => [kind, thousands(middle(kind, 'perSecond')), middle(kind, 'microseconds').toFixed(2)])
  )
  console.log(`\nDifference, median of pairs: ${percent(cost('perSecond'))} requests/s, ${percent(cost('microseconds'))} processor time`)
} finally {
  await Promise.all(Object.values(servers).map((server) => server.stop()))
}
