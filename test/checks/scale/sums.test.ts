import { expect, test } from 'vitest'
import { precisions } from '../../../src/domain/engine.ts'
import { mul, square } from '../../../src/kernels/expression.ts'
import { kernel } from '../../../src/kernels/kernel.ts'
import { engines } from '../../support/engines.ts'

test.each(engines.map((engine) => ({ engine, name: engine.description.name })))(
  '$name: sums over 10^7 entries are right to 1e-9 in float32 and 1e-13 in float64',
  ({ engine }) => {
    const entries = 10_000_000
    const norm = kernel({
      tensors: ['a'],
      scalars: ['s'],
      formula: ({ a }, { s }) => ({ tensors: { a: mul(s, a) }, sums: { squares: square(a) } })
    })
    for (const precision of precisions) {
      const values = precision === 'float32' ? new Float32Array(entries) : new Float64Array(entries)
      // Multiples of 1/32 below 32: their squares are exact in float32, and so is the sum of them in float64.
      let squares = 0
      for (let i = 0; i < entries; i++) {
        values[i] = ((i * 7919) % 1024) / 32
        squares += values[i]! ** 2
      }
      const workspace = engine.open(precision)
      const { tensors, sums } = workspace.run(norm, { a: workspace.upload(new Map([['a', { shape: [entries], values }]])) }, { s: 2 })
      expect(Math.abs(sums.squares / squares - 1)).toBeLessThan(precision === 'float32' ? 1e-9 : 1e-13)
      const doubled = workspace.download(tensors.a).get('a')!.values
      for (let i = 0; i < entries; i += 999_983) expect(doubled[i]).toBe(2 * values[i]!)
      workspace.close()
    }
  }
)
