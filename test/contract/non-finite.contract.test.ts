import { describe, expect, test } from 'vitest'
import { precisions } from '../../src/domain/engine.ts'
import { Problem } from '../../src/domain/problems.ts'
import type { Engine } from '../../src/kernels/engine.ts'
import type { Tensors } from '../../src/kernels/tensor.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import type { Optimizer } from '../../src/optimizers/parts/optimizer.ts'
import { type ReplayStart, type ReplayStep, startReplay } from '../../src/optimizers/parts/replay.ts'
import { convexProblem, requiredHyperparameters, startingPoint } from '../support/convex-problem.ts'
import { engines } from '../support/engines.ts'
import { differingSlots, differingTensors } from '../support/tensor-trees.ts'

const badStep = 7

/** Steps whose gradients are those of some points, whatever the parameters become; the eighth has a NaN and an infinity. */
function steps(precision: ReplayStart['precision']): ReplayStep[] {
  return Array.from({ length: 12 }, (_, k) => {
    const point = new Map(
      [...startingPoint(precision)].map(([name, { shape, values }]) => [name, { shape, values: values.map((value) => value + 0.1 * k) }])
    )
    const { loss, gradients } = convexProblem(point)
    if (k !== badStep) return { gradients, loss, learningRate: 0.05, sampleIndex: k % 5 }
    const broken = gradients.get('layer.bias')!
    broken.values[2] = Number.NaN
    gradients.get('layer.weight')!.values[4] = Number.NEGATIVE_INFINITY
    return { gradients, loss: Number.NaN, learningRate: 0.05, sampleIndex: k % 5 }
  })
}

function replayed(engine: Engine, optimizer: Optimizer, given: readonly ReplayStep[], more: Partial<ReplayStart>) {
  const { precision = 'float64' } = more
  const hyperparameters = requiredHyperparameters(optimizer)
  const replay = startReplay(engine, optimizer, { parameters: startingPoint(precision), hyperparameters, precision, ...more })
  try {
    const reports = given.map((step) => replay.step(step))
    return { reports, parameters: replay.parameters(), state: replay.state() }
  } finally {
    replay.close()
  }
}

/** Which entries are no number or infinite. */
const pattern = (tensors: Tensors) =>
  [...tensors].map(([name, { values }]) => `${name}: ${Array.from(values, (value) => (Number.isFinite(value) ? '·' : '!')).join('')}`)

/** What does not depend on the engine is asked on one. */
const [engine] = engines.filter(({ description }) => description.name === 'wasm') as [Engine]

describe.each(optimizers)('$name', (optimizer) => {
  test.each(precisions)('in %s a step that is skipped leaves no trace: all others are the same, to the bit', (precision) => {
    const all = steps(precision)
    const skipping = replayed(engine, optimizer, all, { precision, nonFinite: 'skip' })
    const without = replayed(engine, optimizer, all.toSpliced(badStep, 1), { precision })
    expect(differingTensors(skipping.parameters, without.parameters)).toEqual([])
    expect(differingSlots(skipping.state.tensors, without.state.tensors)).toEqual([])
    expect(skipping.state.scalars).toEqual(without.state.scalars)
    expect(skipping.reports[badStep]).toEqual({ skipped: true, gradientNorm: Number.NaN, updateNorm: 0 })
    expect(skipping.reports.toSpliced(badStep, 1)).toEqual(without.reports)
  })

  test('what has propagated is taken up again: 8 steps and 4 more are 12', () => {
    const all = steps('float64')
    const head = replayed(engine, optimizer, all.slice(0, 8), { nonFinite: 'propagate' })
    const tail = replayed(engine, optimizer, all.slice(8), { nonFinite: 'propagate', parameters: head.parameters, state: head.state })
    const whole = replayed(engine, optimizer, all, { nonFinite: 'propagate' })
    expect(whole.reports).toHaveLength(12)
    expect(pattern(whole.parameters).join()).toContain('!')
    expect(pattern(tail.parameters)).toEqual(pattern(whole.parameters))
  })

  test('to tell of each tensor changes nothing, and its norms add up to those of the step', () => {
    const sound = steps('float64').toSpliced(badStep, 1)
    const told = replayed(engine, optimizer, sound, { diagnostics: 'tensors' })
    const plain = replayed(engine, optimizer, sound, {})
    expect(differingTensors(told.parameters, plain.parameters)).toEqual([])
    expect(told.reports.map(({ tensors: _, ...report }) => report)).toEqual(plain.reports)
    for (const { gradientNorm, updateNorm, tensors } of told.reports) {
      const each = [...tensors!.values()]
      expect([...tensors!.keys()].sort()).toEqual([...startingPoint('float64').keys()].sort())
      expect(Math.hypot(...each.map((tensor) => tensor.gradientNorm))).toBeCloseTo(gradientNorm, 10)
      expect(Math.abs(Math.hypot(...each.map((tensor) => tensor.updateNorm)) - updateNorm)).toBeLessThanOrEqual(1e-10 * updateNorm)
    }
  })
})

test.each(optimizers)('$name propagates to the same entries on every engine', (optimizer) => {
  const [first, ...others] = engines.map((engine) =>
    pattern(replayed(engine, optimizer, steps('float64'), { nonFinite: 'propagate' }).parameters)
  )
  for (const other of others) expect(other).toEqual(first)
})

test('what is refused says what else may be done', () => {
  const adam = optimizers.find(({ name }) => name === 'adam')!
  const refusal = (more: Partial<ReplayStart>, given: readonly ReplayStep[]) => {
    try {
      replayed(engine, adam, given, more)
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
    throw new Error('nothing was refused')
  }
  const ofLoss = refusal({}, steps('float64'))
  expect(ofLoss.detail).toMatch(/loss of step 7 is NaN.*"skip".*"propagate"/)
  const ofGradient = refusal(
    {},
    steps('float64').map(({ loss: _, ...step }) => step)
  )
  expect(ofGradient.detail).toMatch(/"layer.weight".*step 7 is -Infinity at entry 4.*"skip".*"propagate"/)
  const parameters = new Map([['w', { shape: [2], values: Float64Array.of(1, Number.POSITIVE_INFINITY) }]])
  expect(refusal({ parameters, nonFinite: 'skip' }, []).detail).toMatch(/"w" of the parameters is Infinity at entry 1.*"propagate"/)
})

test('a skipped step is one whose gradient has no entry to trust; a loss that no method needs is not looked at', () => {
  const one = (value: number) => new Map([['w', { shape: [1], values: Float64Array.of(value) }]])
  const given = [{ gradients: one(1), loss: Number.NaN }]
  const skippedBy = (name: string) =>
    replayed(engine, optimizers.find((optimizer) => optimizer.name === name)!, given, { parameters: one(1), nonFinite: 'skip' }).reports[0]!
      .skipped
  expect(skippedBy('sgd')).toBeUndefined()
  expect(skippedBy('momo')).toBe(true)
})

test('in float32 a gradient beyond its range is skipped, as it would be in the training', () => {
  const one = (value: number) => new Map([['w', { shape: [1], values: Float64Array.of(value) }]])
  const sgd = optimizers.find(({ name }) => name === 'sgd')!
  const skipped = (precision: ReplayStart['precision']) =>
    replayed(engine, sgd, [{ gradients: one(1e300), learningRate: 1e-300 }], { parameters: one(1), precision, nonFinite: 'skip' })
      .reports[0]!.skipped
  expect(skipped('float32')).toBe(true)
  expect(skipped('float64')).toBeUndefined()
})
