import { beforeAll, describe, expect, test } from 'vitest'
import { MemoryBudget } from '../../../../src/domain/memory-budget.ts'
import { bodyMemoryOf } from '../../../../src/kernels/wasm/body-memory.ts'
import { createWasmEngine } from '../../../../src/kernels/wasm/engine.ts'
import { optimizers } from '../../../../src/optimizers/index.ts'
import { AnswerMemory } from '../../../../src/workers/optimizers/answer-memory.ts'
import { UsedPlaces } from '../../../../src/workers/optimizers/body-places.ts'
import { readRequest } from '../../../../src/workers/optimizers/compute.ts'
import { ReceivedMemories } from '../../../../src/workers/optimizers/received-memories.ts'
import { decodeSafetensors, encodeSafetensors, type Flat } from '../../../support/safetensors.ts'

const engine = createWasmEngine()
const places = new UsedPlaces(new MemoryBudget({ max: 2 ** 34 }))
const received = new ReceivedMemories()
const large = 2 ** 20

beforeAll(() => engine.prepare?.())

async function answerTo(optimizer: string, body: Uint8Array): Promise<Buffer> {
  const read = await readRequest({ optimizer, operation: 'step', input: 'safetensors', output: 'safetensors' }, body)
  const chunks: Uint8Array[] = []
  const answer = await read.compute(undefined, { engineFor: () => engine, room: new AnswerMemory().roomFor(1) })
  for await (const chunk of answer.chunks) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The same in memory that is shared with the thread, as a body that has arrived. */
async function answerInPlace(optimizer: string, body: Uint8Array): Promise<Buffer> {
  const { place, release } = places.take(large)
  place.set(body)
  const sent = places.begin(1, place.subarray(0, body.length))!
  try {
    return await answerTo(optimizer, received.bytes(sent))
  } finally {
    places.end(1)
    release()
  }
}

const sizes = { 'layer/b': [3], 'layer/a': [17, 20], scalar: [], empty: [0], 'layer/c': [20_000] }
const flat = (array: Float32ArrayConstructor | Float64ArrayConstructor, order = Object.keys(sizes)): Flat =>
  Object.fromEntries(
    ['parameters', 'gradients'].flatMap((group, seed) =>
      order.map((name) => {
        const shape: readonly number[] = sizes[name as keyof typeof sizes]
        const count = shape.reduce((product, size) => product * size, 1)
        return [`${group}/${name}`, { shape, values: new array(count).map((_, i) => Math.sin(i + seed + name.length)) }] as const
      })
    )
  )

/** A second step, so that there is a state in the body. */
async function secondStep(optimizer: string, tensors: Flat, settings: object): Promise<Buffer> {
  const first = decodeSafetensors(await answerTo(optimizer, encodeSafetensors(tensors, { request: JSON.stringify(settings) })))
  const { state } = JSON.parse(first.metadata.answer!)
  const kept = Object.fromEntries(Object.entries(first.tensors).filter(([name]) => name.startsWith('state/')))
  return encodeSafetensors({ ...tensors, ...kept }, { request: JSON.stringify({ ...settings, state }) })
}

describe('a step in the memory that its body came in', () => {
  const settings = (name: string) => ({
    loss: 2,
    ...(name === 'taps' || name === 'motaps' ? { sampleIndex: 1, hyperparameters: { samples: 4 } } : {})
  })

  test.each(optimizers.map(({ name }) => name))('of %s has the bits of one in memory of its own', async (name) => {
    const body = await secondStep(name, flat(Float32Array), settings(name))
    expect((await answerInPlace(name, body)).equals(await answerTo(name, body))).toBe(true)
  })

  test('has them also in float64, in any order of tensors, and where the numbers are not aligned', async () => {
    const names = Object.keys(sizes)
    for (const tensors of [flat(Float64Array), flat(Float32Array, names.toSorted()), flat(Float32Array, names.toReversed())]) {
      const body = await secondStep('prodigy', tensors, {})
      expect((await answerInPlace('prodigy', body)).equals(await answerTo('prodigy', body))).toBe(true)
    }
    for (const padding of ['', ' ', '  ', '   ']) {
      const body = encodeSafetensors(flat(Float32Array), { request: `{}${padding}` })
      expect((await answerInPlace('adamw', body)).equals(await answerTo('adamw', body))).toBe(true)
    }
    const mixed = encodeSafetensors(flat(Float32Array), { request: '{"precision": "float64"}' })
    expect((await answerInPlace('adamw', mixed)).equals(await answerTo('adamw', mixed))).toBe(true)
  })

  test('is refused with the place of the number that is not finite', async () => {
    const tensors = flat(Float32Array)
    tensors['gradients/layer/c']!.values[7] = Number.NaN
    await expect(answerInPlace('adamw', encodeSafetensors(tensors))).rejects.toMatchObject({
      type: 'non-finite',
      detail: expect.stringContaining('"layer/c" of the gradient at step 0 is NaN at entry 7')
    })
  })
})

describe('a place', () => {
  test('is used again only when the thread has ended with it, however early its request is over', () => {
    const first = places.take(large)
    places.begin(7, first.place)
    first.release()
    const second = places.take(large)
    expect(second.place.buffer).not.toBe(first.place.buffer)
    places.end(7)
    const third = places.take(large)
    expect(third.place.buffer).toBe(first.place.buffer)
    for (const { release } of [second, third]) release()
  })

  test('keeps its number, by which the thread knows what it has compiled into it', () => {
    const { place, release } = places.take(large)
    const { number } = places.begin(8, place)!
    places.end(8)
    expect(places.begin(9, place)!.number).toBe(number)
    places.end(9)
    release()
  })

  test('of a small or a very long body, and of one among many, is plain memory', () => {
    for (const bytes of [2 ** 17, 2 ** 26]) {
      const { place, release } = places.take(bytes)
      expect([bodyMemoryOf(place.buffer), place.length]).toEqual([undefined, bytes])
      release()
    }
    const many = Array.from({ length: 40 }, () => places.take(2 ** 18))
    expect(many.filter(({ place }) => bodyMemoryOf(place.buffer) !== undefined)).toHaveLength(32)
    for (const { release } of many) release()
    const { place, release } = places.take(2 ** 18)
    expect(bodyMemoryOf(place.buffer)).toBeDefined()
    release()
  })
})
