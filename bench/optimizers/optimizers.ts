import type { Engine } from '../../src/kernels/engine.ts'
import { createReferenceEngine } from '../../src/kernels/reference/engine.ts'
import { createTensorflowEngine } from '../../src/kernels/tensorflow/engine.ts'
import { createWasmEngine } from '../../src/kernels/wasm/engine.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import { machine, median, table, thousands } from '../support/machine.ts'
import { startOpponent } from './opponent.ts'
import { residentSteps } from './resident-steps.ts'

/**
 * One step of each optimizer on each engine, in nanoseconds for each entry, beside its official implementation (PyTorch) and optax's
 * (jitted, state donated). All are in float32, with parameters, gradient and state in place; the opponents compute no norms. They take
 * turns, so that whatever else the machine does meets all.
 *
 *     npx tsx bench/optimizers/optimizers.ts [names] [sizes] [engines]       adamw,prodigy 1e6,1e7 wasm
 */
const [names = '', sizes = '1e3,1e6,1e7', engineNames = 'wasm,tensorflow'] = process.argv.slice(2)
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)

const makers: Record<string, () => Engine> = {
  reference: createReferenceEngine,
  wasm: createWasmEngine,
  tensorflow: createTensorflowEngine
}
const engines = engineNames.split(',').flatMap((name) => {
  try {
    return [makers[name]!()]
  } catch (error) {
    console.error(`${name}: ${(error as Error).message}`)
    return []
  }
})
for (const { prepare } of engines) await prepare?.()
const wanted = optimizers.filter(({ name }) => names === '' || names.split(',').includes(name))
const opponent = await startOpponent()
const { python, ...versions } = opponent.versions
console.log(
  `${machine()}; ${engines.map(({ description }) => description.library).join(', ')}; Python ${python}, ${JSON.stringify(versions)}`
)
console.log(`medians of ${rounds} rounds, ns for each entry and step\n`)

const nanoseconds = (ms: readonly (number | null)[], entries: number): number | undefined =>
  ms.length === 0 || ms.some((value) => value === null) ? undefined : (median(ms as number[]) / entries) * 1e6
const shown = (value: number | undefined): string => (value === undefined ? '–' : value < 10 ? value.toFixed(2) : value.toFixed(1))

for (const entries of sizes.split(',').map(Number)) {
  const steps = Math.max(3, Math.min(300, Math.round(2e6 / entries)))
  const stream: number[] = []
  const rows: string[][] = []
  for (const optimizer of wanted) {
    const ours = engines.map((engine) => ({ steps: residentSteps(engine, optimizer, 'float32', entries), ms: [] as number[] }))
    const theirs = (['official', 'jitted'] as const)
      .filter((kind) => opponent.has(kind, optimizer.name))
      .map((kind) => ({ kind, ms: [] as (number | null)[] }))
    for (let round = -2; round < rounds; round++) {
      const memory = await opponent.step('stream', '', entries, steps)
      if (round >= 0) stream.push(memory!)
      for (const { steps: own, ms } of ours) {
        const times = Array.from({ length: steps }, () => own.step())
        if (round >= 0) ms.push(median(times))
      }
      for (const { kind, ms } of theirs) {
        const time = await opponent.step(kind, optimizer.name, entries, steps)
        if (round >= 0) ms.push(time)
      }
    }
    for (const { steps: own } of ours) own.close()
    await opponent.forget()
    const own = ours.map(({ ms }) => nanoseconds(ms, entries)!)
    const others = (['official', 'jitted'] as const).map((kind) =>
      nanoseconds(theirs.find((their) => their.kind === kind)?.ms ?? [], entries)
    )
    const ratios = others.map((other) => (other === undefined ? '–' : (other / own[0]!).toFixed(2)))
    rows.push([optimizer.name, ...own.map(shown), ...others.map(shown), ...ratios])
  }
  const bandwidth = (8 * entries) / (median(stream) * 1e6)
  console.log(`${thousands(entries)} entries; PyTorch scales an array in place at ${bandwidth.toFixed(1)} GB/s\n`)
  table(
    [
      'optimizer',
      ...engines.map(({ description }) => description.name),
      'official',
      'optax',
      `official / ${engines[0]!.description.name}`,
      `optax / ${engines[0]!.description.name}`
    ],
    rows
  )
  console.log()
}
opponent.stop()
