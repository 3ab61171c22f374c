import { Type } from 'typebox'
import { invalid } from '../domain/problems.ts'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { mix, mul, sub } from '../kernels/expression.ts'
import { newtonSchulzWork, orthogonalised } from '../kernels/newton-schulz.ts'
import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { adamw } from './adamw.ts'
import { lion } from './lion.ts'
import { flag, fraction, nonNegative } from './parts/hyperparameters.ts'
import { assertLayers, layerNames, splitLayers } from './parts/layers.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer, type Optimizer } from './parts/optimizer.ts'
import { resolveHyperparameters } from './parts/resolve-hyperparameters.ts'
import { base, likeMatrices } from './parts/state.ts'
import { rmsprop } from './rmsprop.ts'
import { sgd } from './sgd.ts'

const accumulate = stepKernel({
  tensors: ['g', 'm'],
  scalars: ['momentum', 'past'],
  formula: ({ g, m: m0 }, { momentum, past }) => {
    const m = mix(m0, g, momentum)
    return { tensors: { m, u: mix(m, g, past) } }
  }
})

const apply = stepKernel({
  tensors: ['x', 'u'],
  scalars: ['rate'],
  switches: ['kept'],
  formula: ({ x, u }, { rate, kept }) => ({ tensors: { x: sub(mul(kept, x), mul(rate, u)) } })
})

const bases: readonly Optimizer[] = [adamw, adam, sgd, lion, rmsprop, adagrad]

/** Those of Adam beside Muon in its implementation. */
const defaultBase = { name: 'adamw', hyperparameters: { beta1: 0.9, beta2: 0.95, epsilon: 1e-10, weightDecay: 0 } }

/** Multiplications of all matrices of a step: some seconds, in which the thread does nothing else. */
const workMax = 2 ** 32

const baseOf = ({ base }: { base: { name: string; hyperparameters?: Record<string, unknown> } }) => {
  const optimizer = bases.find(({ name }) => name === base.name)!
  return { optimizer, hyperparameters: resolveHyperparameters(optimizer, base.hyperparameters, '/hyperparameters/base/hyperparameters') }
}

const isMatrix = ({ length }: readonly number[]) => length === 2
const noMatrix = (shape: readonly number[]) => (isMatrix(shape) ? undefined : `has ${shape.length} dimensions, and Muon is of matrices`)

/**
 * Muon: SGD with momentum whose step, for each matrix, has all its singular values brought near 1. Other tensors are left to a base.
 *
 *     m ← μm + (1 − μ)g
 *     u = μm + (1 − μ)g                                (nesterov false: u = m)
 *     X = u/(‖u‖_F + 10⁻⁷),   then nsSteps times   A = XXᵀ,   X ← aX + (bA + cA²)X
 *     x ← (1 − γλ)x − γ√max(1, rows/columns)·X
 *
 * a = 3.4445, b = −4.7750, c = 2.0315: five steps of Newton and Schulz bring the singular values to between about 0.7 and 1.2, no nearer.
 * They are computed in float64 in either precision, on the host; the official code rounds them to bfloat16. Embeddings and the output layer are
 * better left to the base: name the others in `matrices`. The base's learning rate is γ·baseRatio.
 * @see Jordan, Jin, Boza, You, Cesista, Newhouse, Bernstein, Muon: An optimizer for hidden layers in neural networks, 2024,
 * kellerjordan.github.io/posts/muon
 */
export const muon = defineOptimizer({
  name: 'muon',
  title: 'Muon',
  source: {
    authors: 'Jordan, Jin, Boza, You, Cesista, Newhouse, Bernstein',
    title: 'Muon: An optimizer for hidden layers in neural networks',
    year: 2024,
    venue: 'kellerjordan.github.io/posts/muon',
    code: 'KellerJordan/Muon, SingleDeviceMuonWithAuxAdam, with float64 in place of bfloat16'
  },
  hyperparameters: Type.Object({
    momentum: fraction(0.95, 'μ, the weight of the past in the average of gradients.'),
    nesterov: flag(true, 'Step along the average of g and m in place of m.'),
    nsSteps: Type.Integer({ minimum: 1, maximum: 20, default: 5, description: "Newton and Schulz's steps." }),
    weightDecay: nonNegative(0, 'λ: each step shrinks the matrices by γλ.'),
    matrices: layerNames('Names of the matrices that Muon takes; null: all tensors of two dimensions.'),
    base: Type.Object(
      {
        name: Type.Union(
          bases.map(({ name }) => Type.Literal(name)),
          { description: 'The optimizer of the tensors that Muon does not take.' }
        ),
        hyperparameters: Type.Optional(
          Type.Record(Type.String(), Type.Unknown(), { description: "The base's hyperparameters, by its own names." })
        )
      },
      { additionalProperties: false, default: defaultBase, description: 'The base optimizer.' }
    ),
    baseRatio: nonNegative(0.015, "The base's learning rate divided by Muon's.")
  }),
  defaultLearningRate: 0.02,
  multipliesMatrices: true,
  state: (hyperparameters) => {
    const { optimizer, hyperparameters: ofBase } = baseOf(hyperparameters)
    return { m: likeMatrices, base: base(optimizer.state(ofBase)) }
  },
  init: (workspace, x, hyperparameters) => {
    const { optimizer, hyperparameters: ofBase } = baseOf(hyperparameters)
    assertLayers(x, hyperparameters.matrices, 'matrices', noMatrix)
    const { chosen, others } = splitLayers(x, hyperparameters.matrices, isMatrix)
    return {
      m: workspace.filledLike(workspace.pick(x, chosen), 0),
      base: optimizer.init(workspace, workspace.pick(x, others), ofBase)
    }
  },
  step: (workspace, input, hyperparameters) => {
    const { optimizer, hyperparameters: ofBase } = baseOf(hyperparameters)
    const { momentum, nesterov, nsSteps, weightDecay, matrices, baseRatio } = hyperparameters
    const { state, learningRate } = input
    const { chosen, others } = splitLayers(input.x, matrices, isMatrix)
    const [x, g] = [workspace.pick(input.x, chosen), workspace.pick(input.g, chosen)]
    const ofOthers = { x: workspace.pick(input.x, others), g: workspace.pick(input.g, others) }

    const { m, u } = workspace.run(accumulate, { g, m: state.m }, { momentum, past: nesterov ? momentum : 1 }).tensors
    const orthogonal = orthogonalisedTree(workspace, u, nsSteps)
    const moved = workspace.run(apply, { x, u: orthogonal }, { rate: learningRate, kept: 1 - learningRate * weightDecay }).tensors.x
    const rest = optimizer.step(workspace, { ...input, ...ofOthers, state: state.base, learningRate: learningRate * baseRatio }, ofBase)
    return {
      x: workspace.merge(moved, rest.x),
      state: { m, base: rest.state },
      diagnostics: { effectiveLearningRate: learningRate }
    }
  }
})

/** √max(1, rows/columns)·X for each matrix of a tree. @throws Problem `invalid-request` where that is too much work */
function orthogonalisedTree(workspace: Workspace, tree: Tree, steps: number): Tree {
  const work = tree.shapes.reduce((sum, [rows = 0, columns = 0]) => sum + newtonSchulzWork(rows, columns, steps), 0)
  if (work > workMax) {
    throw invalid(
      '/parameters',
      `have matrices for which a step of Muon takes ${work.toPrecision(2)} multiplications; the limit is ${workMax}.`,
      'Send fewer or smaller matrices in a request, or name some of them in `matrices`: the others go to the base optimizer.'
    )
  }
  const scaled = [...workspace.download(tree)].map(([name, { shape, values }]) => {
    const [rows, columns] = shape as readonly [number, number]
    const factor = Math.sqrt(Math.max(1, rows / Math.max(1, columns)))
    return [name, { shape, values: orthogonalised(values, rows, columns, steps).map((value) => factor * value) }] as const
  })
  return workspace.upload(new Map(scaled))
}
