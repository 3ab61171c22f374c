import { beforeAll, describe, expect, test } from 'vitest'
import { MemoryBudget } from '../../../../src/domain/memory-budget.ts'
import { createWasmEngine } from '../../../../src/kernels/wasm/engine.ts'
import { readRequest } from '../../../../src/workers/optimizers/compute.ts'
import { createInPlace } from '../../../../src/workers/optimizers/in-place.ts'
import type { OptimizerTask } from '../../../../src/workers/optimizers/task.ts'
import { encodeSafetensors, type Flat, rawSafetensors } from '../../../support/safetensors.ts'

const memory = new MemoryBudget({ max: 2 ** 26 })
const inPlace = createInPlace(memory)
const { prepare, open, description } = createWasmEngine((key, compile) => {
  const kernel = compile()
  inPlace.compiled(key, kernel)
  return kernel
})
const compiling = { open, description }
const reader = { isGone: () => false, onGone: () => () => {} }

const step: OptimizerTask = { optimizer: 'adamw', operation: 'step', input: 'safetensors', output: 'safetensors' }
const tensors = (entries: number): Flat => {
  const values = Float32Array.from({ length: entries }, (_, i) => Math.sin(i))
  return { 'parameters/w': { shape: [entries], values }, 'gradients/w': { shape: [entries], values } }
}
const answer = (task: OptimizerTask, body: Uint8Array) => inPlace.answer({ task, body, bodyBytes: body.length, isStreamed: false, reader })

/** What a thread answers, which compiles what it needs. */
async function threadAnswer(task: OptimizerTask, body: Uint8Array): Promise<Buffer> {
  const read = await readRequest(task, body)
  const chunks: Uint8Array[] = []
  for await (const chunk of (await read.compute(undefined, { engineFor: () => compiling })).chunks) chunks.push(chunk)
  return Buffer.concat(chunks)
}

beforeAll(async () => {
  await prepare?.()
  inPlace.found({ usual: description, available: [description], absent: [] })
})

describe('a small step', () => {
  test.each(['adamw', 'prodigy', 'schedule-free-sgd', 'momo-adam'])(
    'of %s is for the thread until its kernels are compiled, then gives the same bytes at once',
    async (optimizer) => {
      const task = { ...step, optimizer }
      const body = encodeSafetensors(tensors(10_000), { request: '{"loss": 2}' })
      const before = Buffer.from(body)
      expect(await answer(task, body)).toBeUndefined()
      const expected = await threadAnswer(task, body)
      const chunks = await answer(task, body)
      expect(Buffer.concat(chunks!).equals(expected)).toBe(true)
      expect(body.equals(before)).toBe(true)
    }
  )

  test('gives its memory back, whether it is answered or refused', async () => {
    await threadAnswer(step, encodeSafetensors(tensors(10)))
    await answer(step, encodeSafetensors(tensors(10)))
    const infinite = { ...tensors(1), 'gradients/w': { shape: [1], values: Float32Array.of(Number.POSITIVE_INFINITY) } }
    await expect(answer(step, encodeSafetensors(infinite))).rejects.toMatchObject({
      type: 'non-finite',
      errors: [{ pointer: '/gradients~1w' }]
    })
    expect(memory.inUse).toBe(0)
  })

  test('that is begun together with others gives what it gives alone', async () => {
    const bodies = [3, 5000, 70, 40_000 / 8].map((entries) => encodeSafetensors(tensors(entries)))
    const expected = await Promise.all(bodies.map((body) => threadAnswer(step, body)))
    const together = await Promise.all(bodies.map((body) => answer(step, body)))
    for (const [i, chunks] of together.entries()) expect(Buffer.concat(chunks!).equals(expected[i]!)).toBe(true)
  })
})

describe('is left to the thread, so that the event loop never waits:', () => {
  const small = encodeSafetensors(tensors(4))
  const long = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`parameters/${'n'.repeat(40)}${i}`, tensors(1)['parameters/w']!]))

  test.each<[string, OptimizerTask, Uint8Array]>([
    ['a replay', { ...step, operation: 'replay' }, small],
    ['a long body', step, encodeSafetensors(tensors(2 ** 15))],
    ['numbers as text, if there are many', { ...step, output: 'json' }, encodeSafetensors(tensors(2 ** 10))],
    ['many tensors', { ...step, operation: 'init' }, encodeSafetensors(long)],
    ['what multiplies matrices', { ...step, optimizer: 'muon' }, small],
    ['what may have such a base', { ...step, optimizer: 'mechanic' }, small],
    ['a name that no optimizer has', { ...step, optimizer: 'sgdd' }, small]
  ])('%s', (_, task, body) => {
    expect(answer(task, body)).toBeUndefined()
  })

  test('a body that ends before its header, which is refused here', async () => {
    await threadAnswer(step, small)
    await expect(answer(step, small.subarray(0, 5))).rejects.toMatchObject({ type: 'invalid-request' })
    await expect(answer(step, rawSafetensors('{').subarray(0, 8))).rejects.toMatchObject({ type: 'invalid-request' })
  })
})
