// npm run build: dist/, where it is older than the sources.
import { build } from './build/build.js'
import { isBuilt, page, programs, service } from './build/targets.js'

for (const target of [programs, service, page]) if (!isBuilt(target)) await build(target)
