import { afterAll, expect, test } from 'vitest'
import { type Precision, precisions } from '../../../../src/domain/engine.ts'
import { zeroValues } from '../../../../src/kernels/tensor.ts'
import { createWasmEngine } from '../../../../src/kernels/wasm/engine.ts'
import { optimizers } from '../../../../src/optimizers/index.ts'
import type { Optimizer } from '../../../../src/optimizers/parts/optimizer.ts'
import { startReplay } from '../../../../src/optimizers/parts/replay.ts'
import { createKernelThreads } from '../../../../src/workers/kernels/threads.ts'
import { requiredHyperparameters } from '../../../support/convex-problem.ts'

const threads = createKernelThreads(2)
const [alone, together] = [createWasmEngine(), createWasmEngine(threads)]
await together.prepare?.()
afterAll(() => threads.close())

/** Enough entries for the threads to be called, in two tensors, the last block not full. */
const tensors = (precision: Precision, value: (i: number) => number) =>
  new Map(
    [140_000, 20_001].map((entries, t) => {
      const values = zeroValues(precision, entries)
      for (let i = 0; i < entries; i++) values[i] = value(i + t)
      return [`t${t}`, { shape: [entries], values }]
    })
  )

function results(engine: typeof alone, optimizer: Optimizer, precision: Precision, steps: number) {
  const parameters = tensors(precision, Math.cos)
  const replay = startReplay(engine, optimizer, { parameters, hyperparameters: requiredHyperparameters(optimizer), precision })
  const diagnostics = Array.from({ length: steps }, (_, k) => {
    return replay.step({ gradients: tensors(precision, (i) => Math.sin(i + k)), loss: 1, sampleIndex: 0 })
  })
  const values = [...replay.parameters().values()].map(({ values }) => Buffer.from(values.buffer).toString('latin1'))
  replay.close()
  return { diagnostics, values }
}

test.each(optimizers.flatMap((optimizer) => precisions.map((precision) => ({ optimizer, precision, name: optimizer.name }))))(
  '$name in $precision: threads change no bit of the result',
  ({ optimizer, precision }) => {
    const expected = results(alone, optimizer, precision, 2)
    const actual = results(together, optimizer, precision, 2)
    expect(actual.diagnostics).toEqual(expected.diagnostics)
    expect(actual.values.every((bytes, i) => bytes === expected.values[i])).toBe(true)
  }
)

test('hundreds of short jobs in a row, in memories that come and go, all give the same sum', () => {
  const adam = optimizers.find(({ name }) => name === 'adam')!
  const norms = new Set<number>()
  for (let memory = 0; memory < 10; memory++) {
    const replay = startReplay(together, adam, { parameters: tensors('float32', Math.cos), precision: 'float32' })
    const gradients = tensors('float32', Math.sin)
    for (let k = 0; k < 50; k++) norms.add(replay.step({ gradients }).gradientNorm)
    replay.close()
  }
  expect(norms.size).toBe(1)
})
