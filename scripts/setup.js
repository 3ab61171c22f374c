// Makes a checkout ready to run: what scripts/setup.ts says, then dist/. JavaScript, as each command begins with it and nothing may be left
// to do: then it takes as long as Node takes to start.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { areClientsBuilt } from './build/clients.js'
import { isBuilt, page, programs, service } from './build/targets.js'

async function buildWhatChanged(target) {
  if (!isBuilt(target)) await (await import('./build/build.js')).build(target)
}

/** What the service gives at /clients/ takes some seconds to build, and is asked for seldom: the service starts meanwhile. */
function buildClientsMeanwhile() {
  if (!process.argv.includes('--for=service') || areClientsBuilt()) return
  const program = fileURLToPath(new URL('build.js', import.meta.url))
  spawn(process.execPath, [program, '--clients'], { detached: true, stdio: 'ignore' }).unref()
}

await buildWhatChanged(programs)
await import(new URL('../dist/scripts/setup.js', import.meta.url))
if (!process.exitCode) {
  await buildWhatChanged(service)
  await buildWhatChanged(page)
  buildClientsMeanwhile()
}
