import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { optimizers } from '../../../src/optimizers/index.ts'
import { decodeSafetensors, encodeSafetensors } from '../../support/safetensors.ts'

const launcher = fileURLToPath(new URL('../../../bin/taper.js', import.meta.url))
const taper = (args: string[], input?: Buffer) => spawnSync(process.execPath, [launcher, ...args], { input, maxBuffer: 2 ** 26 })

const folder = mkdtempSync(join(tmpdir(), 'taper-replay-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('taper optimizers', () => {
  test('lists every one', () => {
    const { stdout, status } = taper(['optimizers'])
    expect(status).toBe(0)
    const names = stdout
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ')[0])
    expect(names).toEqual(optimizers.map(({ name }) => name))
  })

  test('shows the update, hyperparameters, diagnostics and source of each', () => {
    for (const { name, source, hyperparameters } of [optimizers[0]!, optimizers.at(-1)!, optimizers.find((one) => one.name === 'taps')!]) {
      const page = taper(['optimizers', name]).stdout.toString()
      for (const word of [source.title, 'gradientNorm', ...Object.keys(hyperparameters.properties)]) expect(page).toContain(word)
      expect(page).toMatch(/ ← |=/)
    }
  })

  test('says which is not there', () => {
    const { stderr, status } = taper(['optimizers', 'nobody'])
    expect([status, stderr.toString()]).toEqual([2, expect.stringContaining('no optimizer "nobody"')])
  })
})

describe('taper replay', () => {
  const official = 'test/golden/safetensors/replay.safetensors'

  test('runs a file of the official library, whose tensors come in another order', () => {
    const out = join(folder, 'answer.safetensors')
    const { status, stderr } = taper(['replay', official, '--out', out])
    expect([status, stderr.toString()]).toEqual([0, ''])
    const { tensors, metadata } = decodeSafetensors(readFileSync(out))
    expect(tensors['parameters/bias']!.values).toEqual(Float32Array.of(0.75, -0.75, 2.625))
    expect(tensors['parameters/scale']!.values).toEqual(Float64Array.of(6.75))
    expect(JSON.parse(metadata.answer!).diagnostics).toHaveLength(11)
  })

  test('reads standard input and writes JSON', () => {
    const { stdout, status } = taper(['replay', '-', '--format', 'json'], readFileSync(official))
    expect(status).toBe(0)
    expect(JSON.parse(stdout.toString()).parameters.bias).toEqual({ shape: [3], values: [0.75, -0.75, 2.625] })
  })

  test('says what is wrong, and leaves no file behind', () => {
    const file = join(folder, 'wrong.safetensors')
    writeFileSync(file, encodeSafetensors({ 'parameters/w': { shape: [1], values: Float64Array.of(Number.NaN) } }))
    const unnamed = taper(['replay', file])
    expect([unnamed.status, unnamed.stderr.toString()]).toEqual([2, expect.stringContaining('required')])
    const wrong = taper(['replay', file, '--optimizer', 'sgd', '--out', join(folder, 'none')])
    expect([wrong.status, wrong.stderr.toString()]).toEqual([2, expect.stringContaining('NaN')])
    expect(() => readFileSync(join(folder, 'none'))).toThrow(/ENOENT/)
    expect(taper(['replay', join(folder, 'nothing'), '--optimizer', 'sgd']).stderr.toString()).toContain('no such file')
  })
})
