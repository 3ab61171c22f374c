import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { generalBound } from '../../src/refinement/general-bound.ts'
import { generalBoundWithGradient } from '../../src/refinement/general-bound-gradient.ts'
import { resolveOptions } from '../../src/refinement/options.ts'
import { refine } from '../../src/refinement/refine.ts'
import { scheduleRules } from '../../src/schedules/index.ts'
import { evaluate } from '../../src/workers/comparison/compute.ts'
import { python } from '../refinement/opponent.ts'
import { trainingNorms } from '../refinement/training-norms.ts'
import { machine, median, table, thousands } from '../support/machine.ts'

/** The least general bound by its recursion, beside L-BFGS-B; and what a bound and a ranking take. Processor time of this process. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)

function cpuMs(work: () => void): number {
  for (let i = 0; i < 3; i++) work()
  return median(
    Array.from({ length: rounds }, () => {
      const start = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    })
  )
}

function refined(norms: Float64Array, window: number) {
  const options = resolveOptions({ method: 'numeric', window }, { norm: 'l2', totalSteps: null, extent: norms.length })
  return refine({ steps: { first: 0, stride: 1 }, values: norms }, options)
}

interface Found {
  ms: number
  cpuMs: number
  bound: number
  iterations: number
  versions: string
}
let versions = ''
const rows = [500, 2000].map((n) => {
  const norms = trainingNorms(n)
  const input = new Uint8Array(norms.buffer, norms.byteOffset, norms.byteLength)
  const script = fileURLToPath(new URL('opponent.py', import.meta.url))
  const theirs = JSON.parse(execFileSync(python(), [script], { input, encoding: 'utf8' })) as Found
  versions = theirs.versions
  const ours = cpuMs(() => refined(norms, 0))
  const bound = refined(norms, 0).report.numeric?.bound as number
  const cells = [ours.toFixed(2), theirs.cpuMs.toFixed(0), thousands(theirs.cpuMs / ours), String(theirs.iterations)]
  return [thousands(n), ...cells, ((bound - theirs.bound) / theirs.bound).toExponential(1)]
})
console.log(`${machine()}, ${versions}\n`)
table(['norms', 'Taper, CPU ms', 'L-BFGS-B, CPU ms', 'ratio', 'iterations of L-BFGS-B', 'our bound less theirs, relative'], rows)

console.log()
const times = [10_000, 1_000_000].map((n) => {
  const norms = trainingNorms(n)
  const squares = norms.map((norm) => norm * norm)
  const linear = norms.map((_, j) => (n - j) / n)
  const gradient = new Float64Array(n)
  const candidates = scheduleRules.map(({ name }) => ({ shape: { rule: name, parameters: {} }, steps: n, pointer: '' }))
  const all = [
    () => refined(norms, 0.1),
    () => generalBound(linear, norms),
    () => generalBoundWithGradient(linear, squares, 1, gradient),
    () => evaluate({ norms: { values: norms }, distance: 1, candidates })
  ]
  return [thousands(n), ...all.map((work) => cpuMs(work).toFixed(1))]
})
table(['norms', 'numeric refinement, filter included', 'general bound', 'with gradient', `ranking of ${scheduleRules.length} rules`], times)
