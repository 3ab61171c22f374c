import { Type } from 'typebox'
import { dAdaptation } from '../domain/papers.ts'
import { abs, add, div, mix, mul, square, sub } from '../kernels/expression.ts'
import { grown, normalised, rootOf, withDecay } from './parts/formula-terms.ts'
import { d0, epsilon, fraction, growthRate, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, scalar, stepCount } from './parts/state.ts'

const accumulate = stepKernel({
  tensors: ['x', 'g', 's', 'a'],
  scalars: ['lambda', 'epsilon'],
  switches: ['decay'],
  formula: ({ x, g: gradient, s: s0, a: a0 }, { lambda, decay, epsilon }) => {
    const g = withDecay(gradient, decay, x)
    const a = add(a0, square(g))
    const s = add(s0, mul(lambda, g))
    const A = rootOf(a, epsilon)
    const A0 = rootOf(a0, epsilon)
    const weighted = div(square(s), A)
    const weighted0 = div(square(s0), A0)
    return {
      tensors: { a, s },
      sums: { squares: div(square(g), A), weighted: sub(weighted, weighted0), mass: sub(abs(s), abs(s0)) }
    }
  }
})

const apply = stepKernel({
  tensors: ['x', 'x0', 's', 'a'],
  scalars: ['epsilon'],
  switches: ['momentum'],
  formula: ({ x, x0, s, a }, { momentum, epsilon }) => {
    const z = sub(x0, normalised(s, a, epsilon))
    return { tensors: { x: mix(x, z, momentum) } }
  }
})

/**
 * D-Adaptation for AdaGrad: dual averaging with A = √a + ε. It estimates d, a lower bound on ‖x₀ − x*‖∞.
 *
 *     λ = dγ,   g ← g + weightDecay·x
 *     a ← a + g²,   s ← s + λg
 *     Q ← Q + λ²Σg²/A,   d̂ = (Σs²/A − Q)/‖s‖₁,   d ← max(d, min(d̂, growthRate·d))     (A of the new a)
 *     x ← μx + (1 − μ)(x₀ − s/A)
 *
 * a starts at 10⁻⁶. The state keeps Q as `squares`, Σs²/A as `weighted` and ‖s‖₁ as `mass`. Each step adds its change, so a tensor
 * without a gradient still counts in them.
 * @see Defazio, Mishchenko, Learning-Rate-Free Learning by D-Adaptation, 2023. arXiv:2301.07733
 */
export const dAdaptAdagrad = defineOptimizer({
  name: 'd-adapt-adagrad',
  title: 'D-Adaptation for AdaGrad',
  source: { ...dAdaptation, code: 'dadaptation 3.2, DAdaptAdaGrad' },
  hyperparameters: Type.Object({
    momentum: fraction(0, 'μ, the weight of the old x.'),
    weightDecay: nonNegative(0, 'The gradient gets weightDecay·x added.'),
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
    const terms = { dNumerator: weighted - squares, dDenominator: mass }
    const dHat = learningRate > 0 ? terms.dNumerator / terms.dDenominator : d
    const dNext = grown(d, dHat, growthRate)
    return {
      x: run(apply, { x, x0, ...tensors }, { momentum, epsilon }).tensors.x,
      state: { k: k + 1, d: dNext, squares, weighted, mass, x0, ...tensors },
      diagnostics: { d: dNext, dHat, ...terms, effectiveLearningRate: lambda }
    }
  }
})
