import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { precisions } from '../../src/domain/engine.ts'
import { createTensorflowEngine } from '../../src/kernels/tensorflow/engine.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import { startReplay } from '../../src/optimizers/parts/replay.ts'
import { convexProblem, descend, problemStep, requiredHyperparameters, startingPoint } from '../support/convex-problem.ts'
import { engines, tensorflow } from '../support/engines.ts'

test('TensorFlow, where it is set up, is among the engines under test', (context) => {
  if (typeof tensorflow === 'string') context.skip(tensorflow)
  expect(engines.map(({ description }) => description.name)).toContain('tensorflow')
})

test('the wasm engine names the version of the compiler that is installed', () => {
  const { version } = createRequire(import.meta.url)('binaryen/package.json') as { version: string }
  const { description } = engines.find(({ description }) => description.name === 'wasm')!
  expect(description.library).toContain(`binaryen ${version}`)
})

test('every engine says what it is, so that a result can be made again', () => {
  for (const { description } of engines) {
    expect(description.library).toMatch(/\d+\.\d+/)
    expect(description.precisions).toEqual(precisions)
  }
})

test('TensorFlow keeps no tensor once a replay is closed, not even after a failure', (context) => {
  if (typeof tensorflow === 'string') return context.skip(tensorflow)
  const engine = createTensorflowEngine(tensorflow)
  const before = tensorflow.getNumOfTensors()
  for (const precision of precisions) {
    for (const optimizer of optimizers) {
      descend(engine, optimizer, precision, 3).close()
      const replay = startReplay(engine, optimizer, {
        parameters: startingPoint(precision),
        hyperparameters: requiredHyperparameters(optimizer),
        precision
      })
      const { gradients, ...step } = problemStep(replay, 0)
      const broken = new Map([...gradients, ['scale', { shape: [], values: Float64Array.of(Number.NaN) }]])
      expect(() => replay.step({ ...step, gradients: broken })).toThrow('non-finite')
      replay.close()
      expect(tensorflow.getNumOfTensors(), `${optimizer.name} in ${precision}`).toBe(before)
    }
  }
})

test('TensorFlow keeps no more tensors after many steps of a replay than after a few', (context) => {
  if (typeof tensorflow === 'string') return context.skip(tensorflow)
  const engine = createTensorflowEngine(tensorflow)
  for (const optimizer of optimizers) {
    const replay = descend(engine, optimizer, 'float32', 3)
    const early = tensorflow.getNumOfTensors()
    for (let k = 3; k < 10; k++) replay.step(problemStep(replay, k))
    expect(tensorflow.getNumOfTensors(), optimizer.name).toBe(early)
    replay.close()
  }
})

test('the wasm engine works on while other workspaces are open, and after they are closed', () => {
  const engine = engines.find(({ description }) => description.name === 'wasm')!
  const adam = optimizers.find(({ name }) => name === 'adam')!
  const alone = descend(engine, adam, 'float64', 8)
  const expected = alone.parameters()
  alone.close()

  const first = descend(engine, adam, 'float64', 4)
  const second = descend(engine, adam, 'float32', 4)
  for (let k = 4; k < 8; k++) {
    first.step(problemStep(first, k))
    if (k === 5) second.close()
  }
  expect(first.parameters()).toEqual(expected)
  first.close()
})

test.each(engines.map((engine) => ({ engine, name: engine.description.name })))(
  '$name: hundreds of tiny tensors take the same steps as one that holds them all',
  ({ engine }) => {
    const values = Float64Array.from({ length: 900 }, (_, i) => Math.sin(i))
    const name = (i: number) => `tensor.${String(i).padStart(4, '0')}`
    const tiny = new Map(Array.from({ length: 300 }, (_, i) => [name(i), { shape: [3], values: values.slice(3 * i, 3 * i + 3) }] as const))
    const prodigy = optimizers.find((optimizer) => optimizer.name === 'prodigy')!
    const [many, one] = [tiny, new Map([['all', { shape: [900], values }]])].map((parameters) => {
      const replay = startReplay(engine, prodigy, { parameters, precision: 'float64' })
      for (let k = 0; k < 3; k++) {
        const all = Float64Array.from([...replay.parameters().values()].flatMap((tensor) => [...tensor.values]))
        const { gradients } = convexProblem(new Map([['all', { shape: [900], values: all }]]))
        const gradient = gradients.get('all')!.values
        replay.step({
          gradients:
            parameters.size === 1
              ? gradients
              : new Map([...tiny.keys()].map((key, i) => [key, { shape: [3], values: gradient.slice(3 * i, 3 * i + 3) }]))
        })
      }
      const result = [...replay.parameters().values()].flatMap((tensor) => [...tensor.values])
      replay.close()
      return result
    })
    expect(many).toEqual(one)
  }
)
