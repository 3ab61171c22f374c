/** Refines a series of the length given, through the pool, and prints what it took; run by `scaling.ts`, a process for each length. */
import { resolveOptions } from '../../src/refinement/options.ts'
import { createRefinementPool } from '../../src/workers/refinement/pool.ts'
import { sharedFloat64 } from '../../src/workers/threads/shared-memory.ts'
import { trainingNorms } from './training-norms.ts'

const n = Number(process.argv[2])
const rounds = Number(process.argv[3])
const pool = createRefinementPool()
const norms = trainingNorms(n)
const times: number[] = []
for (let round = 0; round < rounds; round++) {
  const values = sharedFloat64(n)
  values.set(norms)
  const options = resolveOptions({}, { norm: 'l2', totalSteps: null, extent: n })
  const start = performance.now()
  await pool.refine({ steps: { first: 0, stride: 1 }, values }, options)
  times.push(performance.now() - start)
}
await pool.close()
console.log(JSON.stringify({ times, peakBytes: process.resourceUsage().maxRSS * 1024 }))
