import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { maskedCrc32c } from '../../src/formats/logs/binary/crc32c.ts'
import { readNorms } from '../../src/formats/logs/read-log.ts'
import { startEmbeddedPostgres } from '../../src/storage/embedded-postgres.ts'
import { openStorage } from '../../src/storage/storage.ts'
import { machine, median, table } from '../support/machine.ts'

/**
 * Logs of 10⁶ records from a file: read, and read and stored durably, beside pandas, TensorBoard's own readers and trackio's import of the same files.
 * BENCH_PYTHON names the Python that has them (pandas, tensorboard, trackio).
 */
const python = process.env.BENCH_PYTHON
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const records = Number(process.env.BENCH_RECORDS ?? 1_000_000)

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const server = await startEmbeddedPostgres(join(folder, 'database'))
const { host, port, user, password, database } = server.connection
const databaseUrl = `postgresql://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
const storage = await openStorage({ databaseUrl, dataDir: '' })
const project = storage.of('default')

/** A log with as many digits as trainers print, and losses and rates beside the norms. */
const norm = (i: number) => 1 + (Math.abs(Math.sin(i * 12.9898) * 43758.5453) % 1)
const rowOf = (i: number) => `${i},${1 + norm(i + 7)},${norm(i)},${3e-4 * (1 - i / records)}\n`
const lineOf = (i: number) =>
  `${JSON.stringify({ step: i, loss: 1 + norm(i + 7), grad_norm: norm(i), learning_rate: 3e-4 * (1 - i / records) })}\n`

/** An event of one scalar, as TensorBoard's writers lay it out: time, step, summary. */
function eventOf(i: number): Buffer {
  const tag = Buffer.from('train/grad_norm')
  const step: number[] = []
  for (let rest = i; ; rest >>>= 7) {
    step.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest)
    if (rest <= 0x7f) break
  }
  const valueLength = tag.length + 7
  const data = Buffer.alloc(9 + 1 + step.length + 2 + 2 + valueLength)
  data[0] = 0x09
  data.writeDoubleLE(1.7e9 + i, 1)
  let at = 9
  for (const byte of [0x10, ...step, 0x2a, valueLength + 2, 0x0a, valueLength, 0x0a, tag.length, ...tag, 0x15]) data[at++] = byte
  data.writeFloatLE(norm(i), at)
  const frame = Buffer.alloc(data.length + 16)
  frame.writeUInt32LE(data.length, 0)
  frame.writeUInt32LE(maskedCrc32c(frame, 0, 8), 8)
  data.copy(frame, 12)
  frame.writeUInt32LE(maskedCrc32c(data, 0, data.length), 12 + data.length)
  return frame
}

async function written(name: string, head: string, count: number, record: (i: number) => string | Buffer): Promise<string> {
  const path = join(folder, name)
  const stream = createWriteStream(path)
  stream.write(head)
  for (let start = 0; start < count; start += 5000) {
    const pieces = Array.from({ length: Math.min(5000, count - start) }, (_, i) => Buffer.from(record(start + i) as string))
    if (!stream.write(Buffer.concat(pieces))) await new Promise<void>((resolve) => stream.once('drain', () => resolve()))
  }
  await new Promise<void>((resolve) => stream.end(() => resolve()))
  return path
}

const read = (path: string) => readNorms({ name: basename(path), bytes: () => createReadStream(path, { highWaterMark: 2 ** 20 }) })

let runs = 0
async function stored(path: string): Promise<void> {
  const { points } = await read(path)
  const run = `run-${runs++}`
  await project.runs.put(run, {})
  await project.series.append(run, 'l2', { points, startless: false, onConflict: 'replace' })
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    await work()
    if (round > 0) times.push((performance.now() - start) / 1000)
  }
  return median(times)
}

const opponent = (name: string, path: string): number | null =>
  python === undefined
    ? null
    : Number(
        execFileSync(python, [new URL('opponents.py', import.meta.url).pathname, name, path], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore']
        })
          .trim()
          .split('\n')
          .at(-1)
          ?.split(' ')[0]
      )

const csv = await written('log.csv', 'step,loss,grad_norm,lr\n', records, rowOf)
const small = await written('small.csv', 'step,loss,grad_norm,lr\n', records / 20, rowOf)
const lines = await written('log.jsonl', '', records, lineOf)
const event = await written('events.out.tfevents.0', '', records, eventOf)
const smallEvent = await written('events.out.tfevents.1', '', records / 20, eventOf)
const rows: string[][] = []
for (const [title, path, opponents] of [
  [
    'CSV',
    csv,
    [
      ['pandas.read_csv', 'pandas', csv],
      ['the same, two columns', 'pandas-columns', csv],
      ['trackio.import_csv, a twentieth of it', 'trackio', small]
    ]
  ],
  ['JSON lines', lines, [['pandas.read_json', 'pandas-json', lines]]],
  [
    'event file',
    event,
    [
      ["TensorBoard's EventFileLoader, a twentieth of it", 'tensorboard', smallEvent],
      ['its EventAccumulator, the same', 'accumulator', smallEvent]
    ]
  ]
] as const) {
  const megabytes = statSync(path).size / 1e6
  const parsing = await secondsOf(() => read(path))
  const storing = await secondsOf(() => stored(path))
  rows.push([`${title}, ${megabytes.toFixed(0)} MB`, 'Taper, read', parsing.toFixed(2), (megabytes / parsing).toFixed(0), ''])
  rows.push(['', 'Taper, stored durably', storing.toFixed(2), (megabytes / storing).toFixed(0), ''])
  for (const [name, program, of] of opponents) {
    const seconds = opponent(program, of)
    if (seconds === null) continue
    const speed = statSync(of).size / 1e6 / seconds
    rows.push([
      '',
      name,
      seconds.toFixed(2),
      speed.toFixed(1),
      `${(megabytes / parsing / speed).toFixed(1)}, stored ${(megabytes / storing / speed).toFixed(1)}`
    ])
  }
}
console.log(`${machine()}; medians of ${rounds}; ${records} records, one norm each`)
table(['log', 'program', 's', 'MB/s', 'Taper is faster by'], rows)
await storage.close()
await server.stop()
rmSync(folder, { recursive: true, force: true })
