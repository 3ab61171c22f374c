import { describe, expect, test } from 'vitest'
import type { Tree } from '../../../src/kernels/engine.ts'
import { interpolateEven } from '../../../src/kernels/interpolate.ts'
import { tailSums } from '../../../src/kernels/tail-sums.ts'
import { engines } from '../../support/engines.ts'
import { seededRandom, trainingLikeNorms } from '../../support/norms.ts'
import { sameBits } from '../../support/numbers.ts'

const lengths = [2, 3, 128, 129, 16_384, 40_000]
const relative = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!) / (Math.abs(b[i]!) || 1)))

describe.each(engines.map((engine) => ({ engine, name: engine.description.name })))('$name', ({ engine, name }) => {
  /** What is done with one series, in a workspace of its own. */
  const inWorkspace = <R>(values: Float64Array, use: (workspace: ReturnType<typeof engine.open>, series: Tree) => R): R => {
    const workspace = engine.open('float64')
    try {
      return use(workspace, workspace.upload(new Map([['s', { shape: [values.length], values }]])))
    } finally {
      workspace.close()
    }
  }
  const read = (workspace: ReturnType<typeof engine.open>, tree: Tree) => workspace.download(tree).get('s')!.values
  const isExact = name !== 'tensorflow'

  test('sums from the end are those of the plain loops: the same bits, TensorFlow to 1e-13; the last is 0', () => {
    for (const length of lengths) {
      const values = trainingLikeNorms(length)
      const expected = tailSums(values, new Float64Array(length))
      const sums = inWorkspace(values, (workspace, series) => read(workspace, workspace.tailSums(series)))
      if (isExact) expect(sameBits(sums as Float64Array, expected)).toBe(true)
      else expect(relative(sums, expected)).toBeLessThan(1e-13)
      expect(sums.at(-1)).toBe(0)
    }
  })

  test('interpolation is that of the plain loops: the same bits, TensorFlow to 1e-13; both ends stay', () => {
    for (const length of lengths) {
      const values = trainingLikeNorms(length)
      for (const other of [2, 3, length, 2 * length - 1, 33_333]) {
        const expected = interpolateEven(values, new Float64Array(other))
        const found = inWorkspace(values, (workspace, series) => read(workspace, workspace.interpolateEven(series, other)))
        if (isExact) expect(sameBits(found as Float64Array, expected)).toBe(true)
        else expect(relative(found, expected)).toBeLessThan(1e-13)
        expect(found[0]).toBe(values[0])
      }
    }
  })

  test('the largest is found wherever it is', () => {
    const random = seededRandom(5)
    for (const length of lengths) {
      const values = trainingLikeNorms(length)
      values[Math.floor(random() * length)] = 1e9
      expect(inWorkspace(values, (workspace, series) => workspace.largest(series))).toBe(1e9)
    }
  })

  test('a tree of several tensors is no series', () => {
    const workspace = engine.open('float64')
    const two = workspace.upload(new Map(['a', 'b'].map((key) => [key, { shape: [2], values: Float64Array.of(1, 2) }])))
    expect(() => workspace.tailSums(two)).toThrow('one tensor')
    workspace.close()
  })
})
