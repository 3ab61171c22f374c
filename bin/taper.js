#!/usr/bin/env node
// Runs what is built, after building it where the sources are newer: Node 20 cannot read them as they are.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../dist/cli/main.js', import.meta.url)
// An image carries no sources, and nothing to build them with.
const targets = new URL('../scripts/build/targets.js', import.meta.url)
// What the build takes in, and only the set-up makes.
const databaseClient = new URL('../src/generated/prisma/client.ts', import.meta.url)

// Its words go to standard error: they are no part of an answer.
function setUp() {
  const program = fileURLToPath(new URL('../scripts/setup.js', import.meta.url))
  spawnSync(process.execPath, [program, '--for=service'], { stdio: ['ignore', 2, 2] })
}

async function isReady() {
  if (!existsSync(targets)) return true
  const { isBuilt, page, service } = await import(targets)
  if (!existsSync(databaseClient)) setUp()
  const stale = [service, page].filter((target) => !isBuilt(target))
  if (stale.length === 0) return true
  const { build } = await import('../scripts/build/build.js')
  return await Promise.all(stale.map(build)).then(
    () => true,
    (error) => {
      console.error(`taper: dist/ cannot be built, so the sources run, which starts seconds later: ${error.message}`)
      return false
    }
  )
}

async function runSources() {
  const { register } = await import('tsx/esm/api').catch(() => {
    console.error('taper: dist/ is older than src/ and cannot be built here, and tsx is not installed. Run `npm ci`.')
    process.exit(1)
  })
  register()
  await import('./packages-as-they-are.js')
  await import('../src/cli/main.ts')
}

if (await isReady()) await import(built)
else await runSources()
