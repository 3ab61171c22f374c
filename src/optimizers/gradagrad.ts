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
    const growth = sqrt(sub(1, div(v, a0)))
    const grown = min(mul(gamma0, growth), mul(growthRate, gamma0))
    const gamma = select(shrinks, gamma0, grown)
    const u = div(mul(gamma, g), sqrt(a))
    const z = sub(z0, mul(rate, u))
    const m = mix(m0, g, beta)
    return { tensors: { a, gamma, m, z, x: mix(x, z, beta) } }
  }
})

/**
 * GradaGrad: AdaGrad whose learning rate grows again where a gradient agrees with the average gradient.
 *
 *     v = g² − ρ·g·m
 *     v ≥ 0:  a ← a + v          v < 0:  γ ← min(γ√(1 − v/a), growthRate·γ)
 *     z ← z − γg/√a,   x ← βx + (1 − β)z,   m ← βm + (1 − β)g
 *
 * Reconstructed from the paper's abstract and first page, without its algorithm box: do not compare it with the paper's numbers.
 * γ starts at 1 and multiplies the step's learning rate.
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
    rho: nonNegative(2, 'ρ, the weight of g·m in v; 0 gives AdaGrad.'),
    momentum: fraction(0.9, 'β, the weight of the past in m and x.'),
    growthRate: Type.Number({ minimum: 1, default: 1.02, description: 'The largest factor by which γ grows in one step.' }),
    initialAccumulatorValue: positive(1e-6, 'The value that a starts from.')
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
