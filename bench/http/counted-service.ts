import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { referenceEngine } from '../../src/domain/engine.ts'
import { MemoryBudget } from '../../src/domain/memory-budget.ts'
import { openStorage } from '../../src/storage/storage.ts'
import { measureProcess } from '../../src/telemetry/metrics.ts'
import { openPools } from '../../src/workers/pools.ts'

/** The service with or without its metrics, by the first argument (`counted` or `uncounted`), on an embedded database. Prints its URL. */
const counted = process.argv[2] === 'counted'
const config = readConfig({ TAPER_DATA_DIR: process.argv[3] })
if (counted) measureProcess()
const storage = await openStorage({ databaseUrl: null, dataDir: config.TAPER_DATA_DIR })
const memory = new MemoryBudget({ max: 2 ** 30 })
const pools = openPools(config, memory)
const engines = { usual: referenceEngine, available: [referenceEngine], absent: [] }
const app = await buildApp({ config, storage, pools, memory, engines, counted })
process.on('SIGTERM', async () => {
  await app.close()
  await pools.close()
  await storage.close()
})
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
