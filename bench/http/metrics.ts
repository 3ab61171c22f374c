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
 * What counting costs the shortest request, GET of one multiplier. The opponent is the same service that counts nothing, twice: what the two
 * differ by is noise. Goal: under 1 % of what a request takes of the server.
 */
const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const config = readConfig({ TAPER_DATA_DIR: folder })
const storage = await openStorage({ databaseUrl: null, dataDir: folder })
const memory = new MemoryBudget({ max: 2 ** 30 })
const pools = openPools(config, memory)
const engines = { usual: referenceEngine, available: [referenceEngine], absent: [] }
const open = (counted: boolean) => buildApp({ config, storage, pools, memory, engines, counted })
const [uncounted, again, counted] = [await open(false), await open(false), await open(true)]

const made = await uncounted.inject({
  method: 'POST',
  url: '/v1/schedules',
  payload: { rule: 'cosine', steps: 10_000, peakLearningRate: 0.1 }
})
const message = request('GET', `/v1/schedules/${made.json().id}/multipliers/100`)
await compareInTurns('GET of one multiplier', [
  { title: 'without counting', app: uncounted, message },
  { title: 'the same again', app: again, message },
  { title: 'counting', app: counted, message }
])
for (const app of [uncounted, again, counted]) await app.close()
await pools.close()
await storage.close()
rmSync(folder, { recursive: true, force: true })
