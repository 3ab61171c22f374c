/** Starts the service with the Node that runs this file, does the main job over HTTP, and stops it: so that a version of Node is tried. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exerciseService } from './exercise-service.ts'
import { ownEnvironment, startServiceProcess } from './service-process.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'taper-try-'))
try {
  const service = await startServiceProcess({
    command: [process.execPath, path.join(root, 'bin', 'taper.js'), 'serve'],
    env: { ...ownEnvironment(), TAPER_ENGINE: process.env.TAPER_ENGINE ?? 'auto', HOST: '127.0.0.1', PORT: '0', TAPER_DATA_DIR: folder }
  })
  await exerciseService(service.url).catch(async (error) => {
    await service.stop('SIGTERM')
    throw error
  })
  const readiness = (await (await fetch(`${service.url}/readyz`)).json()) as { checks: { engine: { detail: string } } }
  const code = await service.stop('SIGTERM')
  if (code !== 0) throw new Error(`the service ended with ${code}:\n${service.log().slice(-2000)}`)
  process.stdout.write(`Node ${process.versions.node}: started, answered, stopped; engine: ${readiness.checks.engine.detail}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
