/**
 * Writes the OpenAPI document, which the routes and schemas make, to openapi.json beside this file. With `--check` it writes nothing,
 * and fails where the file is not what it would write. The document is that of a whole service, with a database that is thrown away.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { referenceEngine } from '../src/domain/engine.ts'
import { MemoryBudget } from '../src/domain/memory-budget.ts'
import { documentText } from '../src/http/openapi-document.ts'
import { openStorage } from '../src/storage/storage.ts'
import { openPools } from '../src/workers/pools.ts'

const file = new URL('./openapi.json', import.meta.url)
const text = await documentOfService()

async function documentOfService(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'taper-openapi-'))
  const config = readConfig({ TAPER_ENGINE: referenceEngine.name })
  const storage = await openStorage({ databaseUrl: null, dataDir })
  const memory = new MemoryBudget({ max: Number.POSITIVE_INFINITY })
  const pools = openPools(config, memory)
  const engines = { usual: referenceEngine, available: [referenceEngine], absent: [] }
  const app = await buildApp({ config, storage, pools, memory, engines })
  try {
    await app.ready()
    return documentText(app)
  } finally {
    await app.close()
    await pools.close()
    await storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

if (!process.argv.includes('--check')) {
  writeFileSync(file, text)
  process.stdout.write(`openapi/openapi.json: ${text.length} characters\n`)
} else {
  const committed = readFileSync(file, 'utf8')
  if (committed !== text) {
    const [now, then] = [text.split('\n'), committed.split('\n')]
    const first = now.findIndex((line, i) => line !== then[i])
    process.stderr.write(
      `openapi/openapi.json is not what the code says, first at line ${first + 1}:\n- ${then[first]}\n+ ${now[first]}\nRun npm run openapi, and commit the file.\n`
    )
    process.exitCode = 1
  }
}
