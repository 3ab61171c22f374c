// npm run build: dist/, where it is older than the sources. `--clients`: in peace, beside a service that has just started.
import { setPriority } from 'node:os'
import { build } from './build/build.js'
import { areClientsBuilt, buildClients } from './build/clients.js'
import { isBuilt, page, programs, service } from './build/targets.js'

if (process.argv.includes('--clients')) setPriority(19)
for (const target of [programs, service, page]) if (!isBuilt(target)) await build(target)
if (!areClientsBuilt()) await buildClients()
