import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveOptions } from '../../src/refinement/options.ts'
import { createRefinementPool, type RefinementPool } from '../../src/workers/refinement/pool.ts'
import { sharedFloat64 } from '../../src/workers/threads/shared-memory.ts'
import { machine, median, table, thousands } from '../support/machine.ts'
import { startOpponent } from './opponent.ts'
import { trainingNorms } from './training-norms.ts'

/**
 * Refinement end to end, from points in memory to multipliers in memory through the worker pool of the service, beside NumPy and SciPy
 * on the same norms. The two take turns, so that whatever else the machine does meets both.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 9)
const cases = [
  { n: 10_000, window: 0.1 },
  { n: 100_000, window: 0.1 },
  { n: 1_000_000, window: 0.001 },
  { n: 1_000_000, window: 0.01 },
  { n: 1_000_000, window: 0.1 },
  { n: 1_000_000, window: 0.5 },
  { n: 1_000_000, window: 0.9 }
]

const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))
const file = join(folder, 'norms')
const opponent = await startOpponent()

async function taper(pool: RefinementPool, norms: Float64Array, window: number) {
  const values = sharedFloat64(norms.length)
  values.set(norms)
  const options = resolveOptions({ window }, { norm: 'l2', totalSteps: null, extent: values.length })
  const cpuStart = process.cpuUsage()
  const start = performance.now()
  const { multipliers } = await pool.refine({ steps: { first: 0, stride: 1 }, values }, options)
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(cpuStart)
  return { ms, cpuMs: (user + system) / 1000, multipliers }
}

/** The largest difference between the two results, which would be no race otherwise. */
function difference(ours: Float64Array): number {
  const theirs = new Float64Array(new Uint8Array(readFileSync(`${file}.scipy`)).buffer)
  return ours.reduce((worst, multiplier, j) => Math.max(worst, Math.abs(multiplier - theirs[j]!)), 0)
}

interface Times {
  ms: number
  /** Of the processor, over all threads: on a machine that others use too, the fairer of the two. */
  cpuMs: number
}
const medians = (times: Times[]): Times => ({ ms: median(times.map(({ ms }) => ms)), cpuMs: median(times.map(({ cpuMs }) => cpuMs)) })
const both = (ours: number, theirs: number) => [ours.toFixed(1), theirs.toFixed(1), (theirs / ours).toFixed(2)]

const rows: string[][] = []
for (const { n, window } of cases) {
  const norms = trainingNorms(n)
  writeFileSync(file, new Uint8Array(norms.buffer))
  // A thread for each case, so that what was compiled for one is not measured with another.
  const pool = createRefinementPool()
  const ours: Times[] = []
  const theirs: Times[] = []
  let worst = 0
  for (let round = -3; round < rounds; round++) {
    const result = await taper(pool, norms, window)
    const times = await opponent.refine(file, window)
    if (round < 0) continue // warming up
    ours.push(result)
    theirs.push(times)
    worst = Math.max(worst, difference(result.multipliers))
  }
  await pool.close()
  const [a, b] = [medians(ours), medians(theirs)]
  rows.push([thousands(n), String(window), ...both(a.ms, b.ms), ...both(a.cpuMs, b.cpuMs), worst.toExponential(0)])
}
opponent.stop()
rmSync(folder, { recursive: true })

const { python, numpy, scipy } = opponent.versions
console.log(`${machine()}; Python ${python}, NumPy ${numpy}, SciPy ${scipy}; medians of ${rounds} rounds\n`)
table(['points', 'window', 'Taper, ms', 'SciPy, ms', 'ratio', 'Taper, CPU ms', 'SciPy, CPU ms', 'ratio', 'largest difference'], rows)
