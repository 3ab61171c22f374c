import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startService } from '../../test/support/service.ts'
import { type Connection, openConnection, request } from '../support/connection.ts'
import { machine, median, table, thousands } from '../support/machine.ts'

/**
 * One step of an optimizer over HTTP, in safetensors of float32, beside an echo server that reads and returns the same bytes, in turns,
 * on one connection. Compared are bytes received and sent a second. Goal: 80 % of the echo at 10^6 entries.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const requestsARound = 12
const sizes = (process.env.BENCH_ENTRIES ?? '10000,1000000').split(',').map(Number)

/** Slots of the size of the parameters that a state has, and hyperparameters that make it so. */
const methods: { name: string; slots: string[]; scalars: object }[] = [
  { name: 'sgd', slots: [], scalars: {} },
  { name: 'adamw', slots: ['m', 'v'], scalars: { k: { w: 1 } } },
  { name: 'prodigy', slots: ['m', 'v', 's', 'x0'], scalars: { k: 1, d: 1e-6, dMax: 1e-6, numerator: 0 } }
]

function stepBody(entries: number, { slots, scalars }: (typeof methods)[number]): Buffer {
  const names = ['parameters/w', 'gradients/w', ...slots.map((slot) => `state/${slot}/w`)]
  const tensors = names.map((name, i) => [name, { dtype: 'F32', shape: [entries], data_offsets: [4 * i * entries, 4 * (i + 1) * entries] }])
  const state = slots.length === 0 ? {} : { state: { scalars } }
  const text = JSON.stringify({ __metadata__: { request: JSON.stringify(state) }, ...Object.fromEntries(tensors) })
  const head = Buffer.alloc(8 + Math.ceil(Buffer.byteLength(text) / 8) * 8, ' ')
  head.writeBigUInt64LE(BigInt(head.length - 8))
  head.write(text, 8)
  const values = Float32Array.from({ length: entries }, (_, i) => 0.5 + 0.001 * Math.sin(i))
  return Buffer.concat([head, ...names.map(() => new Uint8Array(values.buffer))])
}

/** Processor time of a process so far, its threads together. Milliseconds. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Bytes a second in both directions together, and bytes a millisecond of the server's processors, of some exchanges. */
async function rate(connection: Connection, message: Buffer, pid: number): Promise<{ wall: number; processor: number }> {
  const started = performance.now()
  const startedProcessor = processorMs(pid)
  let bytes = 0
  for (let i = 0; i < requestsARound; i++) {
    const answer = await connection.exchange(message)
    if (answer.status !== 200) throw new Error(`the answer was ${answer.status}`)
    bytes += message.length + answer.bytes
  }
  return { wall: (bytes / (performance.now() - started)) * 1000, processor: bytes / (processorMs(pid) - startedProcessor) }
}

async function startEcho(): Promise<{ child: ChildProcess; url: string }> {
  const file = fileURLToPath(new URL('./echo-server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const service = await startService({ TAPER_DATA_DIR: folder })
const echo = await startEcho()
const rows: string[][] = []
try {
  const { engine } = (await (await fetch(`${service.url}/version`)).json()) as { engine: { library: string } }
  console.log(`${machine()}; ${engine.library}; ${rounds} rounds of ${requestsARound}\n`)
  for (const entries of sizes) {
    for (const method of methods) {
      const headers = { 'content-type': 'application/vnd.safetensors', accept: 'application/vnd.safetensors' }
      const message = request('POST', `/v1/optimizers/${method.name}/step`, headers, stepBody(entries, method))
      const ours = await openConnection(service.url)
      const theirs = await openConnection(echo.url)
      const once = async () => ({
        ours: await rate(ours, message, service.process.pid!),
        echo: await rate(theirs, message, echo.child.pid!)
      })
      await once()
      const pairs: Awaited<ReturnType<typeof once>>[] = []
      for (let round = 0; round < rounds; round++) pairs.push(await once())
      const share = (of: 'wall' | 'processor') => `${Math.round(100 * median(pairs.map(({ ours, echo }) => ours[of] / echo[of])))} %`
      const speed = (of: 'ours' | 'echo') => thousands(median(pairs.map((pair) => pair[of].wall)) / 1e6)
      rows.push([method.name, thousands(entries), speed('ours'), speed('echo'), share('wall'), share('processor')])
      console.error(
        rows.at(-1)!.join('  '),
        JSON.stringify(pairs.map(({ ours, echo }) => [ours.wall, ours.processor, echo.wall, echo.processor].map(Math.round)))
      )
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
