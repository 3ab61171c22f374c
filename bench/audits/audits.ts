import { execFileSync } from 'node:child_process'
import { multipliersOf } from '../../src/schedules/index.ts'
import { auditOf } from '../../src/workers/audits/compute.ts'
import { python } from '../refinement/opponent.ts'
import { machine, median, table } from '../support/machine.ts'

/**
 * 10^6 logged rates against the 10^6 multipliers that were meant: what went wrong, and the nearest rule. Beside NumPy's `allclose` on the
 * same arrays, which says that they differ, and nothing more. Processor time.
 */
const n = 1_000_000
const peak = 3e-4
const rule = { rule: 'warmup', parameters: { length: 0.05, of: { rule: 'cosine', parameters: { final: 0.1 } } } }
const { multipliers, parameters } = multipliersOf(rule, n)
const at = (t: number) => peak * multipliers[Math.min(n - 1, t)]!
const trainers: Record<string, (t: number) => number> = {
  follows: at,
  strided: (t) => at(4 * t),
  restarted: (t) => at(t < n / 2 ? t : t - n / 2),
  scaled: (t) => 3 * at(t),
  shifted: (t) => at(t + 4000),
  'not-this': (t) => peak * (0.5 + 0.4 * Math.sin(t / 5000))
}

const rows = Object.entries(trainers).map(([name, rateAt]) => {
  const values = Float64Array.from({ length: n }, (_, t) => rateAt(t))
  const task = {
    rates: { steps: { first: 0, stride: 1 }, values },
    meant: { multipliers, rule: { rule: 'warmup', parameters }, steps: n, peakLearningRate: peak }
  }
  const found = auditOf(task).audit?.findings.map(({ code }) => code)
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage()
    auditOf(task)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return [name, found?.join(', ') ?? '', median(times).toFixed(0)]
})

const script = `
import numpy, time
n = ${n}
a = numpy.random.rand(n); b = a.copy()
times = []
for _ in range(7):
    start = time.process_time(); numpy.allclose(a, b, rtol=1e-6); times.append(1000 * (time.process_time() - start))
print(numpy.__version__, sorted(times)[3])
`
const [version, theirs] = execFileSync(python(), ['-c', script], { encoding: 'utf8' }).trim().split(' ') as [string, string]
console.log(`${machine()}, NumPy ${version}\n`)
table(['trainer', 'findings', 'Taper, CPU ms'], rows)
console.log(`\nnumpy.allclose: ${Number(theirs).toFixed(1)} ms`)
