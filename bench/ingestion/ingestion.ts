import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../src/storage/embedded-postgres.ts'
import { startService } from '../../test/support/service.ts'
import { openConnection, request } from '../support/connection.ts'
import { machine, median, table, thousands } from '../support/machine.ts'

/**
 * Durable ingestion and reading over HTTP, the whole path, beside MLflow's tracking server on the same PostgreSQL.
 * MLFLOW names the `mlflow` program of a Python environment that also has psycopg2; without it Taper is measured alone.
 */
const mlflow = process.env.MLFLOW
const seconds = Number(process.env.BENCH_SECONDS ?? 4)

interface Load {
  name: string
  pointsPerRequest: number
  connections: number
  /** The goal in requests a second. */
  goal?: number
  message(connection: number, index: number): Buffer
}

/** Sends for a time; gives requests a second. Anything but 200 ends the benchmark. */
async function rate(url: string, { connections, message }: Load): Promise<number> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(url)))
  const end = performance.now() + 1000 * seconds
  let requests = 0
  const start = performance.now()
  await Promise.all(
    open.map(async (connection, k) => {
      for (let i = 0; performance.now() < end; i++, requests++) {
        const { status } = await connection.exchange(message(k, i))
        if (status !== 200) throw new Error(`status ${status}`)
      }
    })
  )
  const elapsed = (performance.now() - start) / 1000
  for (const connection of open) connection.close()
  return requests / elapsed
}

const values = (count: number) => Array.from({ length: count }, (_, i) => 1 + Math.random() + Math.sin(i))
const json = { 'content-type': 'application/json' }
const thousandText = JSON.stringify(values(1000))
const tenThousandBytes = new Uint8Array(Float64Array.from(values(10_000)).buffer)

function loads(prefix: string): Load[] {
  const post = (run: string, query: string, headers: Record<string, string>, body: string | Uint8Array) =>
    request('POST', `/v1/runs/${prefix}${run}/gradient-norms${query}`, headers, body)
  const thousand = (run: string, i: number) => post(run, '', json, `{"startStep":${i * 1000},"values":${thousandText}}`)
  const one = (run: string, step: number) => post(run, '', json, `{"startStep":${step},"values":[${1 + Math.random()}]}`)
  let shared = 0
  return [
    { name: 'JSON, 1000 a request, 1 connection', pointsPerRequest: 1000, connections: 1, goal: 400, message: (_, i) => thousand('a', i) },
    {
      name: 'JSON, 1000 a request, 8 connections',
      pointsPerRequest: 1000,
      connections: 8,
      goal: 1000,
      message: (k, i) => thousand(`b${k}`, i)
    },
    {
      name: 'octet-stream, 10 000 a request, 8 connections',
      pointsPerRequest: 10_000,
      connections: 8,
      goal: 300,
      message: (k, i) => post(`c${k}`, `?startStep=${i * 10_000}`, { 'content-type': 'application/octet-stream' }, tenThousandBytes)
    },
    { name: 'one a request, 8 connections, 8 runs', pointsPerRequest: 1, connections: 8, goal: 2000, message: (k, i) => one(`d${k}`, i) },
    { name: 'one a request, 8 connections, 1 run', pointsPerRequest: 1, connections: 8, goal: 1000, message: () => one('e', shared++) }
  ]
}

async function benchTaper(): Promise<{ write: Map<number, number>; read: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
  const service = await startService({ TAPER_DATA_DIR: folder, LOG_LEVEL: 'info' })
  const rss = () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.process.pid}/status`, 'utf8'))?.[1]) / 1024)
  const create = (run: string) => fetch(`${service.url}/v1/runs/${run}`, { method: 'PUT', headers: json, body: '{}' })
  const rows: string[][] = []
  const write = new Map<number, number>()
  for (const warmup of [true, false]) {
    const prefix = warmup ? 'w-' : ''
    for (const run of ['a', 'e', 'r', ...['b', 'c', 'd'].flatMap((name) => [...Array(8).keys()].map((k) => name + k))])
      await create(prefix + run)
    for (const load of loads(prefix)) {
      if (warmup) {
        const open = await openConnection(service.url)
        for (let i = 0; i < 200; i++) await open.exchange(load.message(0, i))
        open.close()
        continue
      }
      const requests = await rate(service.url, load)
      if (load.pointsPerRequest === 1000) write.set(load.connections, requests * load.pointsPerRequest)
      rows.push([
        load.name,
        thousands(requests),
        thousands(requests * load.pointsPerRequest),
        load.goal ? (requests / load.goal).toFixed(2) : ''
      ])
    }
  }
  console.log('\nWriting, durable (fsync on), embedded PostgreSQL, load on the same machine')
  table(['load', 'requests/s', 'points/s', 'times the goal'], rows)

  const million = new Uint8Array(Float64Array.from(values(1_000_000)).buffer)
  await fetch(`${service.url}/v1/runs/r/gradient-norms`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: million
  })
  const before = rss()
  const reads: string[][] = []
  let read = 0
  for (const [format, goal] of [
    ['application/octet-stream', 0.3],
    ['application/json', 1.5],
    ['text/csv', 0],
    ['application/x-ndjson', 0]
  ] as const) {
    const connection = await openConnection(service.url)
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const start = performance.now()
      const { status } = await connection.exchange(request('GET', '/v1/runs/r/gradient-norms', { accept: format }))
      if (status !== 200) throw new Error(`status ${status}`)
      times.push((performance.now() - start) / 1000)
    }
    connection.close()
    if (format === 'application/json') read = 1e6 / median(times)
    reads.push([format, median(times).toFixed(3), goal ? `${goal}` : '', `${rss()} (${before} before)`])
  }
  console.log('\nReading 10^6 points')
  table(['format', 'seconds', 'goal', 'RSS of the service, MiB'], reads)
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
  return { write, read }
}

/** MLflow's tracking server on PostgreSQL, by `runs/log-batch` of 1000, its largest batch. */
async function benchMlflow(program: string): Promise<{ write: Map<number, number>; read: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
  const postgres = await startEmbeddedPostgres(folder)
  const { host, user, password, database } = postgres.connection
  const port = 20_000 + (process.pid % 20_000)
  const store = `postgresql+psycopg2://${user}:${password}@/${database}?host=${host}`
  const server: ChildProcess = spawn(
    program,
    ['server', '--backend-store-uri', store, '--host', '127.0.0.1', '--port', String(port), '--workers', '2'],
    {
      stdio: 'ignore',
      cwd: folder,
      detached: true,
      env: { ...process.env, MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true' }
    }
  )
  const url = `http://127.0.0.1:${port}`
  try {
    const up = async () => (await fetch(`${url}/health`).catch(() => null))?.ok ?? false
    for (let waited = 0; !(await up()); waited++) {
      if (waited > 240 || server.exitCode !== null) throw new Error('MLflow did not start')
      await sleep(500)
    }
    const call = async (path: string, body: object) =>
      (await (await fetch(`${url}/api/2.0/mlflow/${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) })).json()) as {
        run: { info: { run_id: string } }
      }
    const runs = await Promise.all([0, 1, 2, 3, 4].map(async () => (await call('runs/create', { experiment_id: '0' })).run.info.run_id))
    const random = values(1000)
    const message = (k: number, i: number) =>
      request(
        'POST',
        '/api/2.0/mlflow/runs/log-batch',
        json,
        JSON.stringify({
          run_id: runs[k],
          metrics: random.map((value, j) => ({ key: 'grad_norm', value, timestamp: 1_700_000_000_000 + i * 1000 + j, step: i * 1000 + j }))
        })
      )
    const write = new Map<number, number>()
    for (const connections of [1, 4]) {
      write.set(
        connections,
        1000 *
          (await rate(url, { name: '', pointsPerRequest: 1000, connections, message: (k, i) => message(connections === 1 ? 4 : k, i) }))
      )
    }
    const start = performance.now()
    let read = 0
    let token: string | undefined
    do {
      const query = new URLSearchParams({
        run_id: runs[4] as string,
        metric_key: 'grad_norm',
        max_results: '25000',
        ...(token ? { page_token: token } : {})
      })
      const page = (await (await fetch(`${url}/api/2.0/mlflow/metrics/get-history?${query}`)).json()) as {
        metrics?: unknown[]
        next_page_token?: string
      }
      read += page.metrics?.length ?? 0
      token = page.next_page_token
    } while (token)
    return { write, read: read / ((performance.now() - start) / 1000) }
  } finally {
    if (server.pid) process.kill(-server.pid, 'SIGTERM')
    await sleep(2000)
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

console.log(machine())
const taper = await benchTaper()
if (mlflow && existsSync(mlflow)) {
  const opponent = await benchMlflow(mlflow)
  console.log(`\nMLflow's tracking server, same PostgreSQL, ${seconds} s each`)
  const row = (name: string, theirs: number, ours: number) => [name, thousands(theirs), thousands(ours), (ours / theirs).toFixed(0)]
  table(
    ['', 'MLflow, points/s', 'Taper, points/s', 'ratio'],
    [
      row('1000 a request; 1 client each', opponent.write.get(1) as number, taper.write.get(1) as number),
      row('1000 a request; 4 clients of MLflow, 8 of Taper', opponent.write.get(4) as number, taper.write.get(8) as number),
      row('read back, JSON', opponent.read, taper.read)
    ]
  )
} else console.log('\nMLflow was not measured: set MLFLOW to the mlflow program of an environment with psycopg2.')
