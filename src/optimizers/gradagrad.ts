import { Type } from 'typebox'
import { add, div, greaterOrEqual, min, mix, mul, select, sqrt, square, sub } from '../kernels/expression.ts'
import { fraction, nonNegative, positive } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'a', 'gamma', 'm', 'z'],
  scalars: ['rate', 'rho', 'growthRate', 'beta'],
  formula: ({ x, g, a: a0, gamma: gamma0, m: m0, z: z0 }, { rate, rho, growthRate, beta }) => {
    const v = sub(square(g), mul(rho, g, m0))
    const shrinks = greaterOrEqual(v, 0)
    const a = select(shrinks, add(a0, v), a0)
    const grown = min(mul(gamma0, sqrt(sub(1, div(v, a0)))), mul(growthRate, gamma0))
    const gamma = select(shrinks, gamma0, grown)
    const z = sub(z0, mul(rate, div(mul(gamma, g), sqrt(a))))
    return { tensors: { a, gamma, m: mix(m0, g, beta), z, x: mix(x, z, beta) } }
  }
})

/**
 * GradaGrad: AdaGrad whose learning rate can grow again, where gradients agree with their average.
 *
 *     v = g² − ρ·g·m
 *     v ≥ 0:  a ← a + v          v < 0:  γ ← min(γ√(1 − v/a), growthRate·γ)
 *     z ← z − γg/√a,   x ← βx + (1 − β)z,   m ← βm + (1 − β)g
 *
 * A reconstruction from the paper's abstract and first page, without its algorithm box: do not compare it with the paper's numbers.
 * γ starts at 1 and multiplies the learning rate of the step.
 * @see Defazio, Zhou, Xiao, Grad-GradaGrad? A Non-Monotone Adaptive Stochastic Gradient Method, 2022. arXiv:2206.06900
 */
export const gradagrad = defineOptimizer({
  name: 'gradagrad',
  title: 'GradaGrad',
  source: {
    authors: 'Defazio, Zhou, Xiao',
    title: 'Grad-GradaGrad? A Non-Monotone Adaptive Stochastic Gradient Method',
    year: 2022,
    arxiv: '2206.06900'
  },
  experimental: true,
  hyperparameters: Type.Object({
    rho: nonNegative(2, 'ρ, how much agreement with the average counts; 0 gives AdaGrad.'),
    momentum: fraction(0.9, 'β, the weight of the past in m and of the old x.'),
    growthRate: Type.Number({ minimum: 1, default: 1.02, description: 'The most that γ may grow by in one step, as a factor.' }),
    initialAccumulatorValue: positive(1e-6, 'What the sums a start from.')
  }),
  defaultLearningRate: 1e-2,
  state: () => ({ a: likeParameters, gamma: likeParameters, m: likeParameters, z: likeParameters }),
  init: ({ filledLike, copy }, x, { initialAccumulatorValue }) => ({
    a: filledLike(x, initialAccumulatorValue),
    gamma: filledLike(x, 1),
    m: filledLike(x, 0),
    z: copy(x)
  }),
  step: ({ run }, { x, g, state, learningRate: rate }, { rho, momentum: beta, growthRate }) => {
    const { x: next, ...slots } = run(update, { x, g, ...state }, { rate, rho, growthRate, beta }).tensors
    return { x: next, state: slots, diagnostics: { effectiveLearningRate: rate } }
  }
})
