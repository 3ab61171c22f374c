import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Precision, precisions } from '../../../src/domain/engine.ts'
import type { Engine } from '../../../src/kernels/engine.ts'
import * as formula from '../../../src/kernels/expression.ts'
import { type Kernel, kernel } from '../../../src/kernels/kernel.ts'
import type { Values } from '../../../src/kernels/tensor.ts'
import { engines } from '../../support/engines.ts'
import { sameBits } from '../../support/numbers.ts'

const arrays = { float32: Float32Array, float64: Float64Array }
const cases = engines.flatMap((engine) =>
  precisions.map((precision) => ({ engine, precision, label: `${engine.description.name} in ${precision}` }))
)

/** Runs a kernel over one tensor for each name; what it gives, on the host. */
function runOnce(engine: Engine, precision: Precision, anyKernel: Kernel, inputs: Record<string, ArrayLike<number>>, scalars = {}) {
  const workspace = engine.open(precision)
  const trees = Object.fromEntries(
    Object.entries(inputs).map(([name, values]) => [
      name,
      workspace.upload(new Map([['t', { shape: [values.length], values: new arrays[precision](values) as Values }]]))
    ])
  )
  const { tensors, sums } = workspace.run(anyKernel, trees, scalars)
  const results = Object.fromEntries(Object.entries(tensors).map(([name, tree]) => [name, workspace.download(tree).get('t')!.values]))
  workspace.close()
  return { tensors: results, sums }
}

const { max, min, select, greater, greaterOrEqual, equal } = formula
const operations: Record<string, [(a: formula.Expression, b: formula.Expression) => formula.Expression, (a: number, b: number) => number]> =
  {
    'a + b': [formula.add, (a, b) => a + b],
    'a − b': [formula.sub, (a, b) => a - b],
    'a · b': [formula.mul, (a, b) => a * b],
    'a / b': [formula.div, (a, b) => a / b],
    'min(a, b)': [min, Math.min],
    'max(a, b)': [max, Math.max],
    '−a': [formula.negate, (a) => -a],
    '|a|': [formula.abs, Math.abs],
    'sign(a)': [formula.sign, Math.sign],
    'a²': [formula.square, (a) => a * a],
    '√|a|': [(a) => formula.sqrt(formula.abs(a)), (a) => Math.sqrt(Math.abs(a))],
    '∛a': [formula.cbrt, Math.cbrt],
    'a > b': [(a, b) => select(greater(a, b), 1, 0), (a, b) => Number(a > b)],
    'a ≥ b': [(a, b) => select(greaterOrEqual(a, b), 1, 0), (a, b) => Number(a >= b)],
    'a = b': [(a, b) => select(equal(a, b), a, 2), (a, b) => (a === b ? a : 2)]
  }
/** TensorFlow takes subnormal numbers for 0 on a CPU. */
const flushes = ({ description }: Engine) => description.name === 'tensorflow'
const special = [0, -0, 1, -1, 8, -27, 1e-310, -1e-310, 5e-324, 2 ** -126, 1e-40, 1e-45, 3e38, -3e38, 1e300, Number.MAX_VALUE]

/** A million terms of either sign with their exact sums: multiples of 1/1024 below 2, which float64 adds, and their squares, without any rounding. */
const cancelling = { values: new Float64Array(1_000_003), sum: 0, squares: 0 }
for (let i = 0; i < cancelling.values.length; i++) {
  const value = (i % 2 === 0 ? 1 : -1) * (1 + ((i * 7919) % 1000) / 1024)
  cancelling.values[i] = value
  cancelling.sum += value
  cancelling.squares += value * value
}

describe.each(cases)('$label', ({ engine, precision }) => {
  const rounded = (value: number) => (precision === 'float32' ? Math.fround(value) : value)
  const unit = precision === 'float32' ? 2 ** -24 : 2 ** -53
  const largest = precision === 'float32' ? 3.4e38 : Number.MAX_VALUE
  const smallestNormal = precision === 'float32' ? 2 ** -126 : 2 ** -1022

  test.each(Object.entries(operations))(
    '%s is what IEEE arithmetic says, cube roots to 3 units in the last place',
    (name, [operation, meaning]) => {
      const anyOperation = kernel({ tensors: ['a', 'b'], formula: ({ a, b }) => ({ tensors: { result: operation(a, b) } }) })
      const numbers = fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(...special),
        fc.integer({ min: -9, max: 9 })
      )
      fc.assert(
        fc.property(fc.array(fc.tuple(numbers, numbers), { minLength: 1, maxLength: 100 }), (pairs) => {
          const [a, b] = [0, 1].map((i) => pairs.map((pair) => rounded(pair[i]!)))
          const { result } = runOnce(engine, precision, anyOperation, { a: a!, b: b! }).tensors
          for (const [i, value] of result!.entries()) {
            const expected = rounded(meaning(a![i]!, b![i]!))
            if (flushes(engine) && [a![i]!, b![i]!, expected].some((number) => Math.abs(number) <= smallestNormal && number !== 0)) continue
            if (name === '∛a' && Number.isFinite(expected)) {
              // TensorFlow has no cube root, and the iteration that makes one of its powers overflows for the very largest numbers.
              const places = flushes(engine) && Math.abs(a![i]!) > largest / 4 ? 100 : 3
              expect(Math.abs(value - expected)).toBeLessThanOrEqual(2 * places * unit * Math.abs(expected))
            }
            // IEEE 754 leaves the sign of these zeros open.
            else if (/min|max|sign/.test(name) && expected === 0) expect(Math.abs(value)).toBe(0)
            else if (!Object.is(value, expected)) expect(value).toBe(expected)
          }
        }),
        { numRuns: 25 }
      )
    }
  )

  test('scalars meet tensors in the precision, and what is made of scalars alone is computed in float64', () => {
    const sum = kernel({
      tensors: ['a'],
      scalars: ['s', 't'],
      formula: ({ a }, { s, t }) => ({ tensors: { result: formula.mul(formula.sub(s, t), a) } })
    })
    const { result } = runOnce(engine, precision, sum, { a: [1, 2, 3] }, { s: 1 + 1e-9, t: 1 }).tensors
    const factor = rounded(1 + 1e-9 - 1)
    expect(Array.from(result!)).toEqual([1, 2, 3].map((value) => rounded(factor * value)))
  })

  test('a result with the name of an input is computed from what the input was', () => {
    const swap = kernel({ tensors: ['a', 'b'], formula: ({ a, b }) => ({ tensors: { a: b, b: formula.add(a, b) } }) })
    const { a, b } = runOnce(engine, precision, swap, { a: [1, 2, 3, 4, 5, 6, 7], b: [10, 20, 30, 40, 50, 60, 70] }).tensors
    expect(Array.from(a!)).toEqual([10, 20, 30, 40, 50, 60, 70])
    expect(Array.from(b!)).toEqual([11, 22, 33, 44, 55, 66, 77])
  })

  test('a tree whose memory was taken by a result cannot be used again', () => {
    const workspace = engine.open(precision)
    const double = kernel({ tensors: ['a'], formula: ({ a }) => ({ tensors: { a: formula.add(a, a) } }) })
    const old = workspace.upload(new Map([['t', { shape: [], values: Float64Array.of(1) }]]))
    workspace.run(double, { a: old }, {})
    expect(() => workspace.download(old)).toThrow('replaced')
    workspace.close()
  })

  test('a switch at 0 or at 1 changes nothing but the zeros and ones in the formula', () => {
    const decayed = kernel({
      tensors: ['x', 'g'],
      switches: ['decay', 'kept'],
      formula: ({ x, g }, { decay, kept }) => ({ tensors: { x: formula.sub(formula.mul(kept, x), formula.add(g, formula.mul(decay, x))) } })
    })
    for (const decay of [0, 1, 0.5]) {
      for (const kept of [0, 1, 0.25]) {
        const { x } = runOnce(engine, precision, decayed, { x: [3, -5], g: [0.5, 7] }, { decay, kept }).tensors
        expect(Array.from(x!)).toEqual([kept * 3 - (0.5 + decay * 3), kept * -5 - (7 + decay * -5)])
      }
    }
  })

  test('sums of a million terms that cancel are exact to the rounding of their terms', () => {
    const total = kernel({ tensors: ['a'], formula: ({ a }) => ({ sums: { plain: a, squares: formula.square(a) } }) })
    const { sums } = runOnce(engine, precision, total, { a: cancelling.values })
    expect(sums.plain).toBe(cancelling.sum)
    expect(Math.abs(sums.squares! / cancelling.squares - 1)).toBeLessThan(precision === 'float32' ? 1e-7 : 1e-15)
  })

  test('a tree of several blocks gives the entries that its formula says, and the same bits of its sums each time', () => {
    const entries = 40_003
    const a = Array.from({ length: entries }, (_, i) => (i % 1024) - 512)
    const b = Array.from({ length: entries }, (_, i) => 1 + (i % 4096) / 8192)
    const mixed = kernel({
      tensors: ['a', 'b'],
      formula: ({ a, b }) => ({ tensors: { a: formula.add(a, b), product: formula.mul(a, b) }, sums: { cubes: formula.cbrt(b) } })
    })
    const [first, again] = [0, 1].map(() => runOnce(engine, precision, mixed, { a, b }))
    // Few enough digits that float32 rounds none of them.
    expect(sameBits(first!.tensors.a!, new arrays[precision](a.map((value, i) => value + b[i]!)))).toBe(true)
    expect(sameBits(first!.tensors.product!, new arrays[precision](a.map((value, i) => value * b[i]!)))).toBe(true)
    expect(first!.sums.cubes! / b.reduce((sum, value) => sum + Math.cbrt(value), 0)).toBeCloseTo(1, precision === 'float32' ? 6 : 13)
    expect(again!.sums).toEqual(first!.sums)
  })

  test('every p-th entry is taken of each tensor by itself, and parts of a tree go through a kernel as the whole does', () => {
    const workspace = engine.open(precision)
    const tree = workspace.upload(
      new Map([
        ['b', { shape: [5], values: Float64Array.of(1, 2, 3, 4, 5) }],
        ['a', { shape: [2, 2], values: Float64Array.of(6, 7, 8, 9) }],
        ['c', { shape: [], values: Float64Array.of(10) }]
      ])
    )
    const numbers = (of: typeof tree) =>
      Object.fromEntries([...workspace.download(of)].map(([name, { values }]) => [name, Array.from(values)]))
    expect(numbers(workspace.everyNth(tree, 3))).toEqual({ a: [6, 9], b: [1, 4], c: [10] })
    const negate = kernel({ tensors: ['a'], formula: ({ a }) => ({ tensors: { a: formula.negate(a) }, sums: { sum: a } }) })
    const copy = workspace.copy(tree)
    const part = workspace.run(negate, { a: workspace.pick(tree, ['a', 'c']) }, {})
    expect(part.sums.sum).toBe(40)
    expect(numbers(workspace.merge(tree, part.tensors.a))).toEqual({ a: [-6, -7, -8, -9], b: [1, 2, 3, 4, 5], c: [-10] })
    const byTensor = workspace.runByTensor(negate, { a: copy }, {})
    expect(Object.fromEntries(byTensor.sums.sum)).toEqual({ a: 30, b: 15, c: 10 })
    expect(numbers(byTensor.tensors.a).b).toEqual([-1, -2, -3, -4, -5])
    workspace.close()
  })
})
