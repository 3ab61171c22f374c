import { describe, expect, test } from 'vitest'
import { Problem } from '../../../src/domain/problems.ts'
import { newtonSchulzWork, orthogonalised } from '../../../src/kernels/newton-schulz.ts'
import { createReferenceEngine } from '../../../src/kernels/reference/engine.ts'
import type { Tensors } from '../../../src/kernels/tensor.ts'
import { startReplay } from '../../../src/optimizers/parts/replay.ts'
import { optimizerNamed } from '../../support/open-loop.ts'
import { differingTensors } from '../../support/tensor-trees.ts'

const tensor = (shape: readonly number[], seed = 1) => ({
  shape,
  values: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(seed + 7 * i))
})
const start = (): Tensors =>
  new Map([
    ['matrix', tensor([3, 4])],
    ['kernel', tensor([2, 2, 1, 3])],
    ['vector', tensor([5])],
    ['scalar', tensor([])],
    ['empty', tensor([0, 4])]
  ])
const gradients = (k: number): Tensors => new Map([...start()].map(([name, { shape }]) => [name, tensor(shape, 2 + k)]))

/** Parameters after some steps. */
function pointAfter(name: string, hyperparameters: Record<string, unknown>, rates: readonly number[], parameters = start()): Tensors {
  const replay = startReplay(createReferenceEngine(), optimizerNamed(name), { parameters, hyperparameters, precision: 'float64' })
  for (const [k, learningRate] of rates.entries()) replay.step({ gradients: gradients(k), learningRate })
  const found = replay.parameters()
  replay.close()
  return found
}

/** What a replay is refused with. */
function problemOf(call: () => unknown): Problem {
  try {
    call()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing failed')
}

const rates = [0.02, 0.1, 0.05, 0.01]
const values = (tensors: Tensors, name: string) => [...tensors.get(name)!.values]

describe('AdamC', () => {
  test('at a constant rate it is AdamW, to the bit', () => {
    const constant = [0.1, 0.1, 0.1]
    expect(
      differingTensors(pointAfter('adamc', { weightDecay: 0.3 }, constant), pointAfter('adamw', { weightDecay: 0.3 }, constant))
    ).toEqual([])
  })

  test('without names, tensors of two and more dimensions decay by γ²/γ_max, and all others as in AdamW', () => {
    const [adamc, adamw] = [pointAfter('adamc', { weightDecay: 0.3 }, rates), pointAfter('adamw', { weightDecay: 0.3 }, rates)]
    expect(differingTensors(adamc, adamw)).toEqual(['matrix', 'kernel'])
  })

  test('the layers that are named are the normalised ones, whatever their shape', () => {
    const [adamc, adamw] = [
      pointAfter('adamc', { weightDecay: 0.3, normalized: ['vector'] }, rates),
      pointAfter('adamw', { weightDecay: 0.3 }, rates)
    ]
    expect(differingTensors(adamc, adamw)).toEqual(['vector'])
    expect(differingTensors(pointAfter('adamc', { weightDecay: 0.3, normalized: [] }, rates), adamw)).toEqual([])
  })

  test('the largest rate so far stands for one that is not given, and a given one counts from the first step on', () => {
    const known = pointAfter('adamc', { weightDecay: 0.3, maxLearningRate: 0.1 }, rates)
    const soFar = pointAfter('adamc', { weightDecay: 0.3 }, rates)
    expect(values(known, 'matrix')).not.toEqual(values(soFar, 'matrix'))
    const falling = [0.1, 0.05, 0.01]
    expect(
      differingTensors(
        pointAfter('adamc', { weightDecay: 0.3, maxLearningRate: 0.1 }, falling),
        pointAfter('adamc', { weightDecay: 0.3 }, falling)
      )
    ).toEqual([])
  })

  test('a name that is no parameter is refused at its place', () => {
    const { type, errors } = problemOf(() => pointAfter('adamc', { normalized: ['matrix', 'head'] }, []))
    expect(type).toBe('invalid-request')
    expect(errors).toMatchObject([{ pointer: '/hyperparameters/normalized/1', detail: '"head" is no parameter.' }])
    const ofBase = problemOf(() => pointAfter('mechanic', { base: { name: 'adamc', hyperparameters: { normalized: ['head'] } } }, []))
    expect(ofBase.errors).toMatchObject([{ pointer: '/hyperparameters/base/hyperparameters/normalized/0' }])
  })
})

describe('Newton and Schulz', () => {
  test.each([
    [3, 3],
    [4, 9],
    [9, 4],
    [1, 6],
    [17, 2]
  ])('bring the singular values of a matrix of %i × %i near 1', (rows, columns) => {
    const matrix = tensor([rows, columns], 5).values.map((value, i) => value + (i % (columns + 1) === 0 ? 2 : 0))
    const x = orthogonalised(matrix, rows, columns, 5)
    // Of the smaller Gram matrix, whose eigenvalues are the squares: their mean is its trace, and no entry exceeds the largest.
    const short = Math.min(rows, columns)
    const at = (i: number, k: number) => (rows <= columns ? x[i * columns + k]! : x[k * columns + i]!)
    const gram = (i: number, j: number) =>
      Array.from({ length: Math.max(rows, columns) }, (_, k) => at(i, k) * at(j, k)).reduce((a, b) => a + b, 0)
    for (let i = 0; i < short; i++) {
      expect(gram(i, i)).toBeGreaterThan(0.3)
      expect(gram(i, i)).toBeLessThan(1.5)
      for (let j = 0; j < i; j++) expect(Math.abs(gram(i, j))).toBeLessThan(0.5)
    }
  })

  test('give of a transpose the transpose, and do not feel the scale of a matrix', () => {
    const [rows, columns] = [3, 5]
    const { values: matrix } = tensor([rows, columns], 3)
    const turned = Float64Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)]!)
    const [x, ofTurned] = [orthogonalised(matrix, rows, columns, 5), orthogonalised(turned, columns, rows, 5)]
    ofTurned.forEach((value, i) => {
      expect(value).toBeCloseTo(x[(i % rows) * columns + Math.floor(i / rows)]!, 14)
    })
    const huge = orthogonalised(
      matrix.map((value) => value * 1e300),
      rows,
      columns,
      5
    )
    huge.forEach((value, i) => {
      expect(value).toBeCloseTo(x[i]!, 6)
    })
  })

  test('leave zeros and empty matrices what they are', () => {
    expect([...orthogonalised(new Float64Array(6), 2, 3, 5)]).toEqual([0, 0, 0, 0, 0, 0])
    expect(orthogonalised(new Float64Array(0), 0, 3, 5)).toHaveLength(0)
    expect(orthogonalised(new Float64Array(0), 3, 0, 5)).toHaveLength(0)
  })
})

describe('Muon', () => {
  test('takes the matrices, and leaves all else to its base at baseRatio times the rate', () => {
    const adamw = { beta1: 0.9, beta2: 0.95, epsilon: 1e-10, weightDecay: 0 }
    const [muon, base] = [
      pointAfter('muon', { baseRatio: 0.5 }, rates),
      pointAfter(
        'adamw',
        adamw,
        rates.map((rate) => rate / 2)
      )
    ]
    expect(differingTensors(muon, base)).toEqual(['matrix'])
  })

  test('a first step of a wide matrix is γ times its orthogonal factor, and of a tall one √(rows/columns) times that', () => {
    for (const [rows, columns] of [
      [3, 4],
      [8, 2]
    ] as const) {
      const parameters = new Map([['w', { shape: [rows, columns], values: new Float64Array(rows * columns) }]])
      const g = tensor([rows, columns], 4)
      const replay = startReplay(createReferenceEngine(), optimizerNamed('muon'), { parameters, precision: 'float64' })
      replay.step({ gradients: new Map([['w', g]]), learningRate: 0.1 })
      const x = orthogonalised(g.values, rows, columns, 5)
      values(replay.parameters(), 'w').forEach((value, i) => {
        expect(value).toBeCloseTo(-0.1 * Math.sqrt(Math.max(1, rows / columns)) * x[i]!, 5)
      })
      replay.close()
    }
  })

  test('a matrix that is named and is none, is refused at its place', () => {
    const { errors } = problemOf(() => pointAfter('muon', { matrices: ['matrix', 'kernel'] }, []))
    expect(errors).toMatchObject([{ pointer: '/hyperparameters/matrices/1', detail: expect.stringContaining('4 dimensions') }])
  })

  test('more work than a step may take is refused before it is begun', () => {
    const shape = [2000, 2000]
    const big = new Map([['w', { shape, values: new Float64Array(4e6) }]])
    const replay = startReplay(createReferenceEngine(), optimizerNamed('muon'), { parameters: big, precision: 'float32' })
    expect(problemOf(() => replay.step({ gradients: big })).detail).toContain('multiplications')
    replay.close()
    expect(newtonSchulzWork(2000, 2000, 5)).toBe(5 * 3 * 2000 ** 3)
  })
})
