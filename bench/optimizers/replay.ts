import { createWasmEngine } from '../../src/kernels/wasm/engine.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import { startReplay } from '../../src/optimizers/parts/replay.ts'
import { machine, median, thousands } from '../support/machine.ts'

/**
 * Steps a second of a replay of 10 000 steps on 1000 parameters, gradients in memory, diagnostics of each step read; float64 and float32.
 * Goal for Prodigy on `wasm`: 20 000 steps a second.
 *
 *     npx tsx bench/optimizers/replay.ts [names]
 */
const names = (process.argv[2] ?? 'prodigy,adamw,d-adapt-adam,schedule-free-adamw').split(',')
const [steps, entries, rounds] = [10_000, 1000, 5]
const engine = createWasmEngine()
await engine.prepare?.()

console.log(`${machine()}; ${engine.description.library}; medians of ${rounds} rounds`)
for (const name of names) {
  const optimizer = optimizers.find((known) => known.name === name)!
  for (const precision of ['float64', 'float32'] as const) {
    const filled = (value: (i: number) => number) => {
      const values = precision === 'float64' ? new Float64Array(entries) : new Float32Array(entries)
      return new Map([['x', { shape: [entries], values: values.map((_, i) => value(i)) }]])
    }
    const gradients = Array.from({ length: 100 }, (_, k) => filled((i) => Math.sin(i + k)))
    const rates = Array.from({ length: rounds }, () => {
      const replay = startReplay(engine, optimizer, { parameters: filled(Math.cos), precision })
      const start = performance.now()
      for (let k = 0; k < steps; k++) replay.step({ gradients: gradients[k % gradients.length]! })
      const rate = steps / ((performance.now() - start) / 1000)
      replay.close()
      return rate
    })
    console.log(`${name}, ${precision}: ${thousands(Math.round(median(rates)))} steps/s`)
  }
}
