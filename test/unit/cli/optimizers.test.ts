import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { optimizers } from '../../../src/optimizers/index.ts'
import { commandLine } from '../../support/command-line.ts'
import { decodeSafetensors, encodeSafetensors } from '../../support/safetensors.ts'

const { taper, file, read } = commandLine()

describe('taper optimizers', () => {
  test('lists every optimizer', async () => {
    const { out, code } = await taper(['optimizers'])
    expect(code).toBe(0)
    const names = out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ')[0])
    expect(names).toEqual(optimizers.map(({ name }) => name))
  })

  test('shows the update, the hyperparameters, the diagnostics and the source of one', async () => {
    for (const { name, source, hyperparameters } of optimizers) {
      const page = (await taper(['optimizers', name])).out
      for (const word of [source.title, 'gradientNorm', ...Object.keys(hyperparameters.properties)]) expect(page).toContain(word)
      expect(page).toMatch(/ ← |=/)
    }
  })

  test('refuses a name that no optimizer has', async () => {
    expect(await taper(['optimizers', 'nobody'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('optimizer "nobody" does not exist')
    })
  })
})

describe('taper replay', () => {
  const official = resolve('test/golden/safetensors/replay.safetensors')

  test('runs a file of the official library, whose tensors come in another order', async () => {
    expect(await taper(['replay', official, '--out', 'answer.safetensors'])).toMatchObject({ code: 0, err: '' })
    const { tensors, metadata } = decodeSafetensors(read('answer.safetensors') as Buffer)
    expect(tensors['parameters/bias']!.values).toEqual(Float32Array.of(0.75, -0.75, 2.625))
    expect(tensors['parameters/scale']!.values).toEqual(Float64Array.of(6.75))
    expect(JSON.parse(metadata.answer!).diagnostics).toHaveLength(11)
  })

  test('reads standard input and writes JSON', async () => {
    const { out, code } = await taper(['replay', '-', '--format', 'json'], { input: readFileSync(official) })
    expect(code).toBe(0)
    expect(JSON.parse(out).parameters.bias).toEqual({ shape: [3], values: [0.75, -0.75, 2.625] })
  })

  test('says what is wrong, and leaves no file behind', async () => {
    const wrong = file('wrong.safetensors', encodeSafetensors({ 'parameters/w': { shape: [1], values: Float64Array.of(Number.NaN) } }))
    expect(await taper(['replay', wrong])).toMatchObject({ code: 2, err: expect.stringContaining('required') })
    const refused = await taper(['replay', wrong, '--optimizer', 'sgd', '--out', 'none'])
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('NaN') })
    expect(read('none')).toBeNull()
    expect((await taper(['replay', 'nothing', '--optimizer', 'sgd'])).err).toContain('no such file')
  })
})
