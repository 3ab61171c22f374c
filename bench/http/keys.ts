import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { referenceEngine } from '../../src/domain/engine.ts'
import { MemoryBudget } from '../../src/domain/memory-budget.ts'
import { openStorage } from '../../src/storage/storage.ts'
import { openPools } from '../../src/workers/pools.ts'
import { request } from '../support/connection.ts'
import { compareInTurns } from './in-turns.ts'

/**
 * What a key costs the shortest request, GET of one multiplier. The opponent is a service without keys, twice: what the two differ by is
 * noise. Keys are of a database, so the service with keys has one of its own. Goal: under 3 %.
 */
const memory = new MemoryBudget({ max: 2 ** 30 })
const engines = { usual: referenceEngine, available: [referenceEngine], absent: [] }
const close: (() => Promise<void>)[] = []

async function open(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
  const config = readConfig({ TAPER_DATA_DIR: folder })
  const storage = await openStorage({ databaseUrl: null, dataDir: folder })
  const pools = openPools(config, memory)
  close.push(async () => {
    await pools.close()
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const apps = await Promise.all(Array.from({ length: count }, () => buildApp({ config, storage, pools, memory, engines })))
  for (const app of apps) close.unshift(() => app.close())
  return apps
}
const [free, again] = await open(2)
const [keyed] = await open(1)
if (!free || !again || !keyed) throw new Error('no service')

const made = await keyed.inject({ method: 'POST', url: '/v1/keys', payload: { name: 'bench', project: 'default', scope: 'admin' } })
const authorization = `Bearer ${made.json().key}`
const schedule = async (app: typeof free, headers: Record<string, string>) => {
  const payload = { rule: 'cosine', steps: 10_000, peakLearningRate: 0.1 }
  const { id } = (await app.inject({ method: 'POST', url: '/v1/schedules', headers, payload })).json()
  return request('GET', `/v1/schedules/${id}/multipliers/100`, headers)
}
const message = await schedule(free, {})
await compareInTurns('GET of one multiplier', [
  { title: 'without keys', app: free, message },
  { title: 'the same again', app: again, message },
  { title: 'with a key', app: keyed, message: await schedule(keyed, { authorization }) }
])
for (const end of close) await end()
