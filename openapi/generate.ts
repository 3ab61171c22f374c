/**
 * Writes the OpenAPI document, which the routes and schemas make, to openapi.json beside this file. With `--check` it writes nothing,
 * and fails where the file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { referenceEngine } from '../src/domain/engine.ts'
import { documentText } from '../src/http/openapi-document.ts'

const file = new URL('./openapi.json', import.meta.url)

const app = await buildApp({ config: readConfig({}), storage: null, engine: referenceEngine, refinementPool: null })
await app.ready()
const text = documentText(app)
await app.close()

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
