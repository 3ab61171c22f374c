import { Type } from 'typebox'
import { movingTarget } from '../domain/papers.ts'
import { mix, mul, sub } from '../kernels/expression.ts'
import { fraction, nonNegative, numberOrInfinity } from './parts/hyperparameters.ts'
import { observeGradient, stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters } from './parts/state.ts'

export const averagedStep = stepKernel({
  tensors: ['x', 'gradient', 'z'],
  scalars: ['step'],
  switches: ['beta'],
  formula: ({ x, gradient: g, z: z0 }, { step, beta }) => {
    const z = sub(z0, mul(step, g))
    return { tensors: { z, x: mix(x, z, beta) } }
  }
})

/**
 * SP, the stochastic Polyak step: takes the learning rate at which a linear model of the sample's loss reaches 0.
 *
 *     step = min(γ/(1 − β)·f/(‖g‖² + ε), spsMax)
 *     z ← z − step·g,   x ← βx + (1 − β)z
 *
 * f must be ≥ 0 and reach 0 (interpolation). spsMax = Infinity gives SP, a finite one SPmax. The official script multiplies the step
 * by a further 0.1, added for a later paper; this is the original paper's step.
 * @see Gower, Defazio, Rabbat, Stochastic Polyak Stepsize with a Moving Target, 2021. arXiv:2106.11851
 * @see Loizou, Vaswani, Laradji, Lacoste-Julien, Stochastic Polyak Step-size for SGD, 2020 (SPmax). arXiv:2002.10542
 */
export const stochasticPolyak = defineOptimizer({
  name: 'stochastic-polyak',
  title: 'Stochastic Polyak step',
  source: { ...movingTarget, algorithm: 'SP', code: 'gowerrobert/StochOpt-py, sps' },
  hyperparameters: Type.Object({
    epsilon: nonNegative(1e-3, 'ε, added to ‖g‖².'),
    spsMax: numberOrInfinity({ exclusiveMinimum: 0 }, 100, 'The longest step.'),
    beta: fraction(0, 'β, the weight of the old x: momentum by averaging.')
  }),
  defaultLearningRate: 0.5,
  needs: ['loss'],
  state: () => ({ z: likeParameters }),
  init: ({ copy }, x) => ({ z: copy(x) }),
  step: (workspace, { x, g, state, learningRate, loss }, { epsilon, spsMax, beta }) => {
    const squaredNorm = observeGradient(workspace, g)
    const rate = learningRate / (1 - beta)
    const polyak = squaredNorm + epsilon > 0 ? (rate * loss) / (squaredNorm + epsilon) : 0
    const step = Math.min(polyak, spsMax)
    const { x: next, z } = workspace.run(averagedStep, { x, gradient: g, z: state.z }, { step, beta }).tensors
    return { x: next, state: { z }, diagnostics: { stepSize: step, effectiveLearningRate: step } }
  }
})
