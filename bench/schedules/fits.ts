import { performance } from 'node:perf_hooks'
import { fittableRules } from '../../src/schedules/fits/nearest-rules.ts'
import { createFitPool } from '../../src/workers/fits/pool.ts'
import { sharedFloat64 } from '../../src/workers/threads/shared-memory.ts'
import { machine } from '../support/machine.ts'

/** Warm-up and polynomial decay, with noise, over so many steps. */
function schedule(n: number, noise: number): Float64Array {
  const multipliers = sharedFloat64(n)
  let state = 1
  for (let j = 0; j < n; j++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const p = j / (n - 1)
    const m = p < 0.2 ? p / 0.2 : (1 - (p - 0.2) / 0.8) ** 1.2
    multipliers[j] = Math.min(1, Math.max(0, m + noise * (state / 2 ** 31 - 1)))
  }
  return multipliers
}

console.log(machine())
const n = Number(process.argv[2] ?? 1e6)
const pool = createFitPool()
for (const noise of [0, 0.005]) {
  const multipliers = schedule(n, noise)
  for (const [what, rules] of [
    ['shape and segments', []],
    ['with all rules', fittableRules]
  ] as const) {
    const times: { wall: number; processor: number }[] = []
    for (let round = 0; round < 5; round++) {
      const before = process.cpuUsage()
      const start = performance.now()
      await pool.fit(multipliers, null, rules, 0.01)
      const { user, system } = process.cpuUsage(before)
      times.push({ wall: performance.now() - start, processor: (user + system) / 1000 })
    }
    const least = (name: 'wall' | 'processor') => Math.min(...times.map((time) => time[name])).toFixed(0)
    console.log(`${n} steps, noise ${noise}, ${what}: ${least('wall')} ms, processor ${least('processor')} ms (least of 5)`)
  }
}
await pool.close()
