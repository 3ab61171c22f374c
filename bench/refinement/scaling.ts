import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { machine, median, table, thousands } from '../support/machine.ts'

/** Time and memory of a refinement with the default window, from ten thousand points to fifty million. */
const sizes = [1e4, 1e5, 1e6, 1e7, 5e7]

const rows = sizes.map((n) => {
  const rounds = n <= 1e6 ? 11 : 3
  const program = fileURLToPath(new URL('one-size.ts', import.meta.url))
  const output = execFileSync(process.execPath, ['--import', 'tsx', program, String(n), String(rounds)], { encoding: 'utf8' })
  const { times, peakBytes } = JSON.parse(output) as { times: number[]; peakBytes: number }
  // The first round starts the thread and compiles.
  const ms = median(times.slice(1))
  return [thousands(n), ms.toFixed(1), ((1e6 * ms) / n).toFixed(0), (peakBytes / 2 ** 30).toFixed(2)]
})
console.log(`${machine()}; window 0.1, through the pool, one thread\n`)
table(['points', 'ms', 'ns a point', 'peak memory of the process, GiB'], rows)
