import { Type } from 'typebox'
import { abs, add, div, mix, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { d0, epsilon, fraction, growthRate, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { dAdaptation } from './parts/sources.ts'
import { likeParameters, scalar, stepCount } from './parts/state.ts'

const accumulate = stepKernel({
  tensors: ['x', 'g', 's', 'a'],
  scalars: ['lambda', 'epsilon'],
  switches: ['decay'],
  formula: ({ x, g: raw, s: s0, a: a0 }, { lambda, decay, epsilon }) => {
    const g = add(raw, mul(decay, x))
    const a = add(a0, square(g))
    const s = add(s0, mul(lambda, g))
    const weighted = div(square(s), add(sqrt(a), epsilon))
    const weightedBefore = div(square(s0), add(sqrt(a0), epsilon))
    return {
      tensors: { a, s },
      sums: { squares: div(square(g), add(sqrt(a), epsilon)), weighted: sub(weighted, weightedBefore), mass: sub(abs(s), abs(s0)) }
    }
  }
})

const apply = stepKernel({
  tensors: ['x', 'x0', 's', 'a'],
  scalars: ['epsilon'],
  switches: ['momentum'],
  formula: ({ x, x0, s, a }, { momentum, epsilon }) => ({ tensors: { x: mix(x, sub(x0, div(s, add(sqrt(a), epsilon))), momentum) } })
})

/**
 * D-Adaptation for AdaGrad: dual averaging with A = √a + ε, and d a lower bound on ‖x₀ − x*‖∞.
 *
 *     λ = dγ,   g ← g + weightDecay·x
 *     a ← a + g²,   s ← s + λg
 *     Q ← Q + λ²Σg²/A,   d̂ = (Σs²/A − Q)/‖s‖₁,   d ← max(d, min(d̂, growthRate·d))     (the new A)
 *     x ← μx + (1 − μ)(x₀ − s/A)
 *
 * a starts at 10⁻⁶. Σs²/A and ‖s‖₁ are kept as running sums, so that tensors without a gradient in this step stay in them.
 * @see Defazio, Mishchenko, Learning-Rate-Free Learning by D-Adaptation, 2023. arXiv:2301.07733
 */
export const dAdaptAdagrad = defineOptimizer({
  name: 'd-adapt-adagrad',
  title: 'D-Adaptation for AdaGrad',
  source: { ...dAdaptation, code: 'dadaptation 3.2, DAdaptAdaGrad' },
  hyperparameters: Type.Object({
    momentum: fraction(0, 'μ, the weight of the old x.'),
    weightDecay: nonNegative(0, 'Added to the gradient, times x.'),
    epsilon: epsilon(1e-6),
    d0,
    growthRate
  }),
  defaultLearningRate: 1,
  state: () => ({
    k: stepCount,
    d: scalar,
    squares: scalar,
    weighted: scalar,
    mass: scalar,
    a: likeParameters,
    s: likeParameters,
    x0: likeParameters
  }),
  init: ({ filledLike, copy }, x, { d0 }) => ({
    k: 0,
    d: d0,
    squares: 0,
    weighted: 0,
    mass: 0,
    a: filledLike(x, 1e-6),
    s: filledLike(x, 0),
    x0: copy(x)
  }),
  step: ({ run }, { x, g, state, learningRate }, { momentum, weightDecay: decay, epsilon, growthRate }) => {
    const { k, d, x0 } = state
    const lambda = d * learningRate
    const { tensors, sums } = run(accumulate, { x, g, s: state.s, a: state.a }, { lambda, decay, epsilon })
    const mass = state.mass + sums.mass
    if (mass === 0) return { x, state: { ...state, ...tensors }, diagnostics: { d, dHat: d, effectiveLearningRate: lambda } }

    const squares = state.squares + lambda ** 2 * sums.squares
    const weighted = state.weighted + sums.weighted
    const dHat = learningRate > 0 ? (weighted - squares) / mass : d
    const dNext = Math.max(d, Math.min(dHat, d * growthRate))
    return {
      x: run(apply, { x, x0, ...tensors }, { momentum, epsilon }).tensors.x,
      state: { k: k + 1, d: dNext, squares, weighted, mass, x0, ...tensors },
      diagnostics: { d: dNext, dHat, effectiveLearningRate: lambda }
    }
  }
})
