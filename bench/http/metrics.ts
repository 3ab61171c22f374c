import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { referenceEngine } from '../../src/domain/engine.ts'
import { MemoryBudget } from '../../src/domain/memory-budget.ts'
import { openStorage } from '../../src/storage/storage.ts'
import { openPools } from '../../src/workers/pools.ts'
import { type Connection, openConnection, request } from '../support/connection.ts'
import { machine, median, table } from '../support/machine.ts'

/**
 * What counting costs the shortest request, GET of one multiplier. The opponent is the same service that counts nothing. Both are in this
 * process, on one database, and take turns after a few hundred requests, so that what else the machine does weighs on both alike; measured
 * is processor time, with that of the client, which is the same for both. Goal: under 1 % of what a request takes of the server.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 300)
const block = 400
const connections = 20

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const config = readConfig({ TAPER_DATA_DIR: folder })
const storage = await openStorage({ databaseUrl: null, dataDir: folder })
const memory = new MemoryBudget({ max: 2 ** 30 })
const pools = openPools(config, memory)
const engines = { usual: referenceEngine, available: [referenceEngine], absent: [] }

async function open(counted: boolean) {
  const app = await buildApp({ config, storage, pools, memory, engines, counted })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, url, connections: await Promise.all(Array.from({ length: connections }, () => openConnection(url))) }
}

const services = { counted: await open(true), uncounted: await open(false), again: await open(false) }
const made = await fetch(`${services.counted.url}/v1/schedules`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ rule: 'cosine', steps: 10_000, peakLearningRate: 0.1 })
})
const { id } = (await made.json()) as { id: string }
const message = request('GET', `/v1/schedules/${id}/multipliers/100`)

/** Microseconds of processor time of a request, client included. */
async function measure(open: readonly Connection[]): Promise<number> {
  const before = process.cpuUsage()
  await Promise.all(
    open.map(async (connection) => {
      for (let i = 0; i < block / connections; i++) {
        const { status } = await connection.exchange(message)
        if (status !== 200) throw new Error(`answered ${status}`)
      }
    })
  )
  const { user, system } = process.cpuUsage(before)
  return (user + system) / block
}

const names = ['counted', 'uncounted', 'again'] as const
const measured = { counted: [] as number[], uncounted: [] as number[], again: [] as number[] }
for (let round = 0; round < rounds + 30; round++) {
  for (let turn = 0; turn < names.length; turn++) {
    const name = names[(round + turn) % names.length] as (typeof names)[number]
    const microseconds = await measure(services[name].connections)
    // The first rounds warm up.
    if (round >= 30) measured[name].push(microseconds)
  }
}
const difference = (one: keyof typeof measured, other: keyof typeof measured) =>
  median(measured[one].map((microseconds, round) => microseconds - (measured[other][round] as number)))
console.log(`${machine()}; ${connections} connections, ${rounds} rounds of ${block} requests each\n`)
const row = (title: string, name: keyof typeof measured) => [
  title,
  median(measured[name]).toFixed(2),
  (1000 * difference(name, 'uncounted')).toFixed(0)
]
table(
  ['GET of one multiplier', 'µs of a request, client included', 'ns more than without counting'],
  [row('without counting', 'uncounted'), row('the same again', 'again'), row('counting', 'counted')]
)
for (const { app, connections: open } of Object.values(services)) {
  for (const connection of open) connection.close()
  await app.close()
}
await pools.close()
await storage.close()
rmSync(folder, { recursive: true, force: true })
