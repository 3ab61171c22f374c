// Makes a checkout ready to run: what scripts/setup.ts says, then dist/. JavaScript, as each command begins with it and nothing may be left
// to do: then it takes as long as Node takes to start.
import { isBuilt, page, programs, service } from './build/targets.js'

async function buildWhatChanged(target) {
  if (!isBuilt(target)) await (await import('./build/build.js')).build(target)
}

await buildWhatChanged(programs)
await import(new URL('../dist/scripts/setup.js', import.meta.url))
if (!process.exitCode) {
  await buildWhatChanged(service)
  await buildWhatChanged(page)
}
