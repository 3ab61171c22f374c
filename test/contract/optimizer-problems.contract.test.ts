import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/domain/problems.ts'
import type { Tensor, Tensors } from '../../src/kernels/tensor.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import type { Optimizer } from '../../src/optimizers/parts/optimizer.ts'
import { startReplay } from '../../src/optimizers/parts/replay.ts'
import { problemStep, requiredHyperparameters, startingPoint } from '../support/convex-problem.ts'
import { engines } from '../support/engines.ts'

const engine = engines.at(-1)!

/** The problem that a call fails with. */
const problemOf = (call: () => unknown): Problem => {
  try {
    call()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing failed')
}
const replaced = (tensors: Tensors, name: string, tensor: Tensor): Tensors => new Map([...tensors, [name, tensor]])

const startHere = (optimizer: Optimizer, more: object = {}) =>
  startReplay(engine, optimizer, {
    parameters: startingPoint('float64'),
    hyperparameters: requiredHyperparameters(optimizer),
    precision: 'float64',
    ...more
  })

describe.each(optimizers)('$name', (optimizer) => {
  const start = (more: object = {}) => startHere(optimizer, more)
  const stepWith = (change: (gradients: Tensors) => Tensors) => {
    const replay = start()
    const step = problemStep(replay, 0)
    return problemOf(() => replay.step({ ...step, gradients: change(step.gradients) }))
  }

  test('a gradient of another shape, of no parameter, or of too few values is a shape-mismatch that names it', () => {
    const scalar = { shape: [], values: new Float64Array(1) }
    for (const [name, tensor] of [
      ['layer.bias', scalar],
      ['unknown', scalar],
      ['layer.bias', { shape: [5], values: new Float64Array(4) }]
    ] as const) {
      const problem = stepWith((gradients) => replaced(gradients, name, tensor))
      expect(problem.type).toBe('shape-mismatch')
      expect(problem.detail).toContain(name)
    }
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('a gradient with %s is a non-finite that names tensor, entry and step', (value) => {
    const problem = stepWith((gradients) => replaced(gradients, 'layer.bias', { shape: [5], values: Float64Array.of(0, 0, 0, value, 0) }))
    expect(problem.type).toBe('non-finite')
    expect(problem.detail).toContain('layer.bias')
    expect(problem.detail).toContain('entry 3')
    expect(problem.detail).toContain('step 0')
  })

  test('a parameter that is not finite is a non-finite', () => {
    const parameters = replaced(startingPoint('float64'), 'scale', { shape: [], values: Float64Array.of(Number.NaN) })
    expect(problemOf(() => start({ parameters })).type).toBe('non-finite')
  })

  test('a state with a slot too many or of another shape is a problem that names it, and so is one without a number', () => {
    const replay = start()
    replay.step(problemStep(replay, 0))
    const state = replay.state()
    const resume = (change: object) => problemOf(() => start({ state: { ...state, ...change } }))
    const extra = resume({ tensors: new Map([...state.tensors, ['extra', new Map()]]) })
    expect(extra.type).toBe('invalid-request')
    expect(extra.errors![0]!.pointer).toBe('/state/tensors/extra')
    for (const name of Object.keys(state.scalars)) {
      const { [name]: _, ...others } = state.scalars
      expect(resume({ scalars: others }).errors![0]!.pointer).toBe(`/state/scalars/${name}`)
    }
    for (const [slot, tensors] of state.tensors) {
      if (!tensors.has('layer.bias')) continue
      const wrong = replaced(tensors, 'layer.bias', { shape: [2], values: new Float64Array(2) })
      const problem = resume({ tensors: new Map([...state.tensors, [slot, wrong]]) })
      expect(problem.type).toBe('shape-mismatch')
      expect(problem.detail).toContain(slot)
    }
  })

  test('a hyperparameter that is unknown, of another type or out of its range is an invalid-request at its place', () => {
    const given = requiredHyperparameters(optimizer)
    const failing = (hyperparameters: object) => problemOf(() => start({ hyperparameters: { ...given, ...hyperparameters } }))
    expect(failing({ nonsense: 1 }).errors).toMatchObject([{ pointer: '/hyperparameters/nonsense' }])
    for (const name of Object.keys(optimizer.hyperparameters.properties)) {
      const problem = failing({ [name]: 'nonsense' })
      expect(problem.type).toBe('invalid-request')
      expect(problem.errors![0]!.pointer).toBe(`/hyperparameters/${name}`)
    }
  })
})

test.each(optimizers.filter(({ needs }) => needs.includes('loss')))('$name: a step without a loss is a loss-required', (optimizer) => {
  const replay = startHere(optimizer)
  const { loss: _, ...step } = problemStep(replay, 0)
  expect(problemOf(() => replay.step(step)).type).toBe('loss-required')
})

test.each(optimizers.filter(({ needs }) => needs.includes('sampleIndex')))(
  '$name: a step without the index of a sample, or with one beyond the last, is a sample-index-required',
  (optimizer) => {
    for (const sampleIndex of [undefined, 5]) {
      const replay = startHere(optimizer)
      expect(problemOf(() => replay.step({ ...problemStep(replay, 0), sampleIndex })).type).toBe('sample-index-required')
    }
  }
)
