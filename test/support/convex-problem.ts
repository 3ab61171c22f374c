import type { Precision } from '../../src/domain/engine.ts'
import type { Engine } from '../../src/kernels/engine.ts'
import { type Tensor, type Tensors, zeroValues } from '../../src/kernels/tensor.ts'
import type { Optimizer } from '../../src/optimizers/parts/optimizer.ts'
import { type Replay, type ReplayStep, startReplay } from '../../src/optimizers/parts/replay.ts'

const samples = 5

/** Hyperparameters that have no default. */
export const requiredHyperparameters = (optimizer: Optimizer): Record<string, unknown> =>
  optimizer.name === 'taps' || optimizer.name === 'motaps' ? { samples } : {}

/** f(x) = ½Σᵢ cᵢ(xᵢ − 1)², with curvatures cᵢ from 0.5 to 1.5; its smallest value is 0. */
export function convexProblem(parameters: Tensors): { loss: number; gradients: Tensors } {
  const gradients: Map<string, Tensor> = new Map()
  const terms = new Float64Array([...parameters.values()].reduce((sum, { values }) => sum + values.length, 0))
  let at = 0
  for (const [name, { shape, values }] of parameters) {
    const gradient = values.slice()
    for (let i = 0; i < values.length; i++) {
      const curvature = 0.5 + ((i * 7) % 11) / 10
      const offset = values[i]! - 1
      gradient[i] = curvature * offset
      terms[at++] = (curvature * offset * offset) / 2
    }
    gradients.set(name, { shape, values: gradient })
  }
  // In an order of its own, so that the loss is the same in whichever order the parameters come.
  terms.sort()
  let loss = 0
  for (const term of terms) loss += term
  return { loss, gradients }
}

/** Parameters of many shapes: a scalar, an empty tensor, sizes that fill no vector and one that fills many. */
export function startingPoint(precision: Precision): Tensors {
  const shapes: [string, number[]][] = [
    ['layer.weight', [7, 5]],
    ['layer.bias', [5]],
    ['scale', []],
    ['nothing', [0, 3]],
    ['embedding', [100]]
  ]
  return new Map(
    shapes.map(([name, shape]) => {
      const values = zeroValues(
        precision,
        shape.reduce((a, b) => a * b, 1)
      )
      values.forEach((_, i) => {
        values[i] = Math.sin(3 * i + name.length)
      })
      return [name, { shape, values }]
    })
  )
}

/** One step of a replay on the convex problem, where its parameters are. */
export function problemStep(replay: Replay, k: number): ReplayStep {
  const { loss, gradients } = convexProblem(replay.parameters())
  return { gradients, loss, sampleIndex: k % samples }
}

/** A replay on the convex problem, after so many steps. */
export function descend(
  engine: Engine,
  optimizer: Optimizer,
  precision: Precision,
  steps: number,
  options: { hyperparameters?: Record<string, unknown>; learningRate?: number | undefined; parameters?: Tensors } = {}
): Replay {
  const { parameters = startingPoint(precision), learningRate, hyperparameters } = options
  const replay = startReplay(engine, optimizer, {
    parameters,
    precision,
    hyperparameters: { ...requiredHyperparameters(optimizer), ...hyperparameters }
  })
  for (let k = 0; k < steps; k++) replay.step({ ...problemStep(replay, k), learningRate })
  return replay
}
