import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startService } from '../../test/support/service.ts'
import { type Connection, openConnection } from '../support/connection.ts'
import { machine, median, table, thousands } from '../support/machine.ts'
import { startEcho } from './echo.ts'
import { methods, stepRequest } from './step-request.ts'

/**
 * One step of an optimizer over HTTP, in safetensors of float32, beside an echo server that reads and returns the same bytes, in turns,
 * on one connection. Compared are bytes received and sent a second, when both are warm: V8 compiles what has run some thousand times. Goals:
 * 75 % of the echo at 10^6 entries, 50 % at 10^4.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
/** About as many as go in a quarter of a second, and those before the first round. */
const requestsARound = (entries: number) => Math.max(8, Math.round(2e6 / entries))
const warmUpRequests = (entries: number) => Math.max(80, Math.round(2e7 / entries))
const sizes = (process.env.BENCH_ENTRIES ?? '10000,1000000').split(',').map(Number)

/** Processor time of a process so far, its threads together. Milliseconds. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Bytes a second in both directions together, and bytes a millisecond of the server's processors, of some exchanges. */
async function rate(connection: Connection, message: Buffer, pid: number, requests: number): Promise<{ wall: number; processor: number }> {
  const started = performance.now()
  const startedProcessor = processorMs(pid)
  let bytes = 0
  for (let i = 0; i < requests; i++) {
    const answer = await connection.exchange(message)
    if (answer.status !== 200) throw new Error(`the answer was ${answer.status}`)
    bytes += message.length + answer.bytes
  }
  return { wall: (bytes / (performance.now() - started)) * 1000, processor: bytes / (processorMs(pid) - startedProcessor) }
}

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const service = await startService({ TAPER_DATA_DIR: folder })
const echo = await startEcho()
const rows: string[][] = []
try {
  const { engine } = (await (await fetch(`${service.url}/version`)).json()) as { engine: { library: string } }
  console.log(`${machine()}; ${engine.library}; ${rounds} rounds\n`)
  for (const entries of sizes) {
    for (const method of methods) {
      const message = stepRequest(entries, method)
      const ours = await openConnection(service.url)
      const theirs = await openConnection(echo.url)
      const once = async (requests: number) => ({
        ours: await rate(ours, message, service.process.pid!, requests),
        echo: await rate(theirs, message, echo.child.pid!, requests)
      })
      await once(warmUpRequests(entries))
      const pairs: Awaited<ReturnType<typeof once>>[] = []
      for (let round = 0; round < rounds; round++) pairs.push(await once(requestsARound(entries)))
      const share = (of: 'wall' | 'processor') => `${Math.round(100 * median(pairs.map(({ ours, echo }) => ours[of] / echo[of])))} %`
      const speed = (of: 'ours' | 'echo') => thousands(median(pairs.map((pair) => pair[of].wall)) / 1e6)
      rows.push([method.name, thousands(entries), speed('ours'), speed('echo'), share('wall'), share('processor')])
      console.error(rows.at(-1)!.join('  '))
      ours.close()
      theirs.close()
    }
  }
  table(['method', 'entries', 'Taper, MB/s', 'echo, MB/s', 'share', 'share by processor time'], rows)
} finally {
  echo.child.kill()
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
