import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startService } from '../../test/support/service.ts'
import { openConnection, request } from '../support/connection.ts'
import { machine, median, table, thousands } from '../support/machine.ts'
import { startEcho } from './echo.ts'
import { methods, stepRequest } from './step-request.ts'

/**
 * Steps of AdamW on 10^4 entries over several connections at once, beside an echo server, and how long a health check waits meanwhile.
 * Small steps are computed on the event loop, so this is where they would hold up others.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 3)
const connections = Number(process.env.BENCH_CONNECTIONS ?? 8)
const message = stepRequest(10_000, methods.find(({ name }) => name === 'adamw')!)

interface Load {
  readonly megabytes: number
  readonly requests: number
  /** Milliseconds, sorted. */
  readonly checks: readonly number[]
}

/** Sends over some connections for a while, and asks for a health check every few milliseconds over another. */
async function load(url: string, count: number): Promise<Load> {
  const end = performance.now() + 1000 * seconds
  let [bytes, requests] = [0, 0]
  const send = async () => {
    const connection = await openConnection(url)
    while (performance.now() < end) {
      const answer = await connection.exchange(message)
      if (answer.status !== 200) throw new Error(`the answer was ${answer.status}`)
      bytes += message.length + answer.bytes
      requests++
    }
    connection.close()
  }
  const checks: number[] = []
  const check = async () => {
    const connection = await openConnection(url)
    while (performance.now() < end) {
      const asked = performance.now()
      await connection.exchange(request('GET', '/livez'))
      checks.push(performance.now() - asked)
      await sleep(5)
    }
    connection.close()
  }
  await Promise.all([check(), ...Array.from({ length: count }, send)])
  return { megabytes: bytes / 1e6 / seconds, requests: requests / seconds, checks: checks.toSorted((a, b) => a - b) }
}

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const service = await startService({ TAPER_DATA_DIR: folder })
const echo = await startEcho()
try {
  console.log(`${machine()}; ${connections} connections, ${seconds} s each\n`)
  const rows: string[][] = []
  for (const [name, url] of [
    ['Taper', service.url],
    ['echo', echo.url]
  ] as const) {
    await load(url, connections)
    for (const count of [0, 1, connections]) {
      const { megabytes, requests, checks } = await load(url, count)
      const ninetyNinth = checks[Math.floor(0.99 * checks.length)]!
      rows.push([name, String(count), thousands(requests), thousands(megabytes), median(checks).toFixed(2), ninetyNinth.toFixed(2)])
    }
  }
  table(['server', 'connections', 'steps/s', 'MB/s', 'health check, median ms', '99th percentile, ms'], rows)
} finally {
  echo.child.kill()
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
