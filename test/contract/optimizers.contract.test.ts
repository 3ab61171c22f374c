import { describe, expect, test } from 'vitest'
import { precisions } from '../../src/domain/engine.ts'
import { type Tensors, zeroValues } from '../../src/kernels/tensor.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import type { HostState } from '../../src/optimizers/parts/host-state.ts'
import type { Optimizer } from '../../src/optimizers/parts/optimizer.ts'
import { type Replay, startReplay } from '../../src/optimizers/parts/replay.ts'
import { convexProblem, descend, problemStep, requiredHyperparameters, startingPoint } from '../support/convex-problem.ts'
import { engines } from '../support/engines.ts'
import { differingSlots, differingTensors } from '../support/tensor-trees.ts'

/** Where a default is meant for training networks, and a parabola needs another. */
const learningRates: Record<string, number> = {
  sgd: 0.1,
  adam: 0.05,
  adamw: 0.05,
  adamc: 0.05,
  adagrad: 0.5,
  rmsprop: 0.05,
  lion: 0.05,
  muon: 0.1,
  mechanic: 0.1,
  'momo-adam': 0.05,
  madgrad: 0.05,
  'mirror-madgrad': 0.05,
  gradagrad: 0.3,
  'schedule-free-adamw': 0.1,
  'gpa-adamw': 0.05
}

const cases = engines.flatMap((engine) =>
  precisions.flatMap((precision) =>
    optimizers.map((optimizer) => ({
      engine,
      precision,
      optimizer,
      label: `${optimizer.name} on ${engine.description.name} in ${precision}`
    }))
  )
)

/** Copies with the same bits. */
const copied = (tensors: Tensors): Tensors =>
  new Map([...tensors].map(([name, { shape, values }]) => [name, { shape: [...shape], values: values.slice() }]))
const reversed = (tensors: Tensors): Tensors => new Map([...tensors].reverse())
/** A state as it comes back over the wire. */
const overTheWire = ({ scalars, tensors }: HostState): HostState => ({
  scalars: JSON.parse(JSON.stringify(scalars)),
  tensors: new Map([...tensors].map(([slot, tree]) => [slot, copied(tree)]))
})
/** All tensors that a replay has: its parameters, the slots of its state, and the point to evaluate, if it has one. */
const tensorsOf = (replay: Replay): ReadonlyMap<string, Tensors> => {
  const evaluation = replay.evaluation()
  const slots = [...replay.state().tensors].map(([slot, tree]) => [`state ${slot}`, tree] as const)
  return new Map([
    ['parameters', replay.parameters()],
    ...slots,
    ...(evaluation === undefined ? [] : [['evaluation', evaluation] as const])
  ])
}
const start = (optimizer: Optimizer) => ({ hyperparameters: requiredHyperparameters(optimizer) })

// What a method promises, whatever computes it, is asked on one engine: the golden runs say that all engines compute the same.
describe.each(cases.filter(({ engine }) => engine.description.name === 'wasm'))('$label', ({ engine, precision, optimizer }) => {
  test('goes downhill on a convex problem', () => {
    const before = convexProblem(startingPoint(precision)).loss
    const replay = descend(engine, optimizer, precision, 150, { learningRate: learningRates[optimizer.name] })
    const point = replay.evaluation() ?? replay.parameters()
    expect(convexProblem(point).loss).toBeLessThan(before)
    replay.close()
  })
})

describe.each(cases)('$label', ({ engine, precision, optimizer }) => {
  test('gives the same bits for the same input, in whichever order the tensors come', () => {
    const [first, again] = [startingPoint(precision), reversed(startingPoint(precision))].map((parameters) => {
      const replay = startReplay(engine, optimizer, { ...start(optimizer), parameters, precision })
      const diagnostics = [0, 1, 2].map((k) => replay.step(problemStep(replay, k)))
      const result = { diagnostics, scalars: replay.state().scalars, tensors: tensorsOf(replay) }
      replay.close()
      return result
    })
    expect(again!.diagnostics).toEqual(first!.diagnostics)
    expect(again!.scalars).toEqual(first!.scalars)
    expect(differingSlots(again!.tensors, first!.tensors)).toEqual([])
    expect([...again!.tensors.get('parameters')!.keys()]).toEqual([...first!.tensors.get('parameters')!.keys()].reverse())
  })

  test('keeps names, shapes and number types, and leaves its input alone', () => {
    const parameters = startingPoint(precision)
    const replay = startReplay(engine, optimizer, { ...start(optimizer), parameters, precision })
    const step = problemStep(replay, 0)
    const before = copied(step.gradients)
    replay.step(step)
    const next = replay.parameters()
    replay.close()
    expect(differingTensors(parameters, startingPoint(precision))).toEqual([])
    expect(differingTensors(step.gradients, before)).toEqual([])
    expect([...next.keys()]).toEqual([...parameters.keys()])
    for (const [name, { shape, values }] of next) {
      expect(shape).toEqual(parameters.get(name)!.shape)
      expect(values.constructor).toBe(parameters.get(name)!.values.constructor)
      expect(values).toHaveLength(parameters.get(name)!.values.length)
    }
  })

  test('makes of 4 steps, and 6 more from the state that it gave, the same bits as of 10', () => {
    const whole = descend(engine, optimizer, precision, 10)
    const head = descend(engine, optimizer, precision, 4)
    const tail = startReplay(engine, optimizer, {
      ...start(optimizer),
      parameters: copied(head.parameters()),
      state: overTheWire(head.state()),
      precision
    })
    for (let k = 4; k < 10; k++) tail.step(problemStep(tail, k))
    expect(tail.state().scalars).toEqual(whole.state().scalars)
    expect(differingSlots(tensorsOf(tail), tensorsOf(whole))).toEqual([])
    for (const replay of [whole, head, tail]) replay.close()
  })

  test('stays finite on zero gradients', () => {
    const parameters = startingPoint(precision)
    const replay = startReplay(engine, optimizer, { ...start(optimizer), parameters, precision })
    const gradients = new Map(
      [...parameters].map(([name, { shape, values }]) => [name, { shape, values: zeroValues(precision, values.length) }])
    )
    for (let k = 0; k < 3; k++) {
      const diagnostics = replay.step({ gradients, loss: 1, sampleIndex: 0 })
      expect(diagnostics.gradientNorm).toBe(0)
      for (const value of Object.values(diagnostics)) expect(value).toBeTypeOf('number')
    }
    for (const { values } of replay.parameters().values()) expect(values.every(Number.isFinite)).toBe(true)
    replay.close()
  })

  test('skips a parameter whose gradient is absent, and takes it up when it comes', () => {
    const parameters = startingPoint(precision)
    const replay = startReplay(engine, optimizer, { ...start(optimizer), parameters, precision })
    const partly = () => {
      const { loss, gradients } = convexProblem(replay.parameters())
      return { loss, gradients: new Map([...gradients].filter(([name]) => name !== 'embedding')) }
    }
    for (let k = 0; k < 3; k++) replay.step({ ...partly(), sampleIndex: k })
    expect(replay.parameters().get('embedding')).toEqual(parameters.get('embedding'))
    expect(replay.parameters().get('layer.weight')).not.toEqual(parameters.get('layer.weight'))
    for (let k = 0; k < 3; k++) replay.step(problemStep(replay, k))
    expect(replay.parameters().get('embedding')).not.toEqual(parameters.get('embedding'))
    replay.close()
  })

  test('reports the norms of the gradient and of the update', () => {
    const replay = descend(engine, optimizer, precision, 2)
    const before = replay.parameters()
    const step = problemStep(replay, 2)
    const { gradientNorm, updateNorm } = replay.step(step)
    const after = replay.parameters()
    replay.close()
    const norm = (values: Iterable<number>) => Math.hypot(...values)
    const gradient = [...step.gradients.values()].flatMap(({ values }) => [...values])
    const update = [...after].flatMap(([name, { values }]) => Array.from(values, (value, i) => value - before.get(name)!.values[i]!))
    expect(gradientNorm / norm(gradient)).toBeCloseTo(1, 5)
    // In float32 both are differences of parameters that rounding has moved.
    expect(Math.abs(updateNorm - norm(update))).toBeLessThanOrEqual(1e-5 * norm(update) + 1e-14)
  })
})
