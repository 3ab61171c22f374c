import { Type } from 'typebox'
import { dAdaptation } from '../domain/papers.ts'
import { abs, add, div, mix, mul, square, sub } from '../kernels/expression.ts'
import { grown, normalised, rootOf } from './parts/formula-terms.ts'
import { d0, epsilon, flag, fraction, growthRate, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, likeSeenParameters, scalar, stepCount } from './parts/state.ts'

const accumulate = stepKernel({
  tensors: ['g', 'previous', 'm', 'n', 'v', 's'],
  scalars: ['beta1', 'beta2', 'beta3', 'lambda', 'epsilon'],
  formula: ({ g, previous, m: m0, n: n0, v: v0, s: s0 }, { beta1, beta2, beta3, lambda, epsilon }) => {
    const delta = sub(g, previous)
    const lookahead = add(g, mul(beta2, delta))
    const m = mix(m0, mul(lambda, g), beta1)
    const n = mix(n0, mul(lambda, delta), beta2)
    const v = mix(v0, square(lookahead), beta3)
    const s = mix(s0, mul(lambda, g), beta3)
    const A = rootOf(v, epsilon)
    return {
      tensors: { m, n, v, s },
      sums: { squares: div(square(g), A), weighted: div(square(s), A), mass: abs(s) }
    }
  }
})

const apply = stepKernel({
  tensors: ['x', 'm', 'n', 'v'],
  scalars: ['beta2', 'epsilon'],
  switches: ['before', 'after'],
  formula: ({ x, m, n, v }, { beta2, epsilon, before, after }) => {
    const u = normalised(add(m, mul(beta2, n)), v, epsilon)
    return { tensors: { x: div(sub(mul(before, x), u), after) } }
  }
})

/**
 * D-Adaptation for Adan: Adam whose Nesterov momentum comes from differences of gradients.
 *
 *     λ = dγ,   δ = g − g₋          (g₋: the previous gradient; δ = 0 at the first step)
 *     m ← β₁m + (1 − β₁)λg,   n ← β₂n + (1 − β₂)λδ,   v ← β₃v + (1 − β₃)(g + β₂δ)²,   A = √v + ε
 *     s ← β₃s + (1 − β₃)λg,   Q ← β₃Q + (1 − β₃)λ²Σg²/A
 *     d̂ = (Σs²/A/(1 − β₃) − Q)/‖s‖₁,   d ← max(d, min(d̂, growthRate·d))
 *     x ← (x − (m + β₂n)/A)/(1 + λ·weightDecay)               (noProx: x ← (1 − λ·weightDecay)x − (m + β₂n)/A)
 *
 * The state keeps Q as `squares` and g₋ as `previous`.
 * @see Defazio, Mishchenko, Learning-Rate-Free Learning by D-Adaptation, 2023. arXiv:2301.07733
 * @see Xie, Zhou, Li, Lin, Yan, Adan: Adaptive Nesterov Momentum Algorithm for Faster Optimizing Deep Models, 2022. arXiv:2208.06677
 */
export const dAdaptAdan = defineOptimizer({
  name: 'd-adapt-adan',
  title: 'D-Adaptation for Adan',
  source: { ...dAdaptation, code: 'dadaptation 3.2, DAdaptAdan' },
  hyperparameters: Type.Object({
    beta1: fraction(0.98, 'β₁, the weight of the past in the average of gradients.'),
    beta2: fraction(0.92, 'β₂, the weight of the past in the average of differences of gradients.'),
    beta3: fraction(0.99, 'β₃, the weight of the past in the average of squares, and in s.'),
    epsilon: epsilon(1e-8),
    weightDecay: nonNegative(0.02, 'Weight decay, multiplied by λ.'),
    noProx: flag(false, 'true: shrink x before the step (AdamW). false: divide x after it.'),
    d0,
    growthRate
  }),
  defaultLearningRate: 1,
  state: () => ({
    k: stepCount,
    d: scalar,
    squares: scalar,
    m: likeParameters,
    n: likeParameters,
    v: likeParameters,
    s: likeParameters,
    previous: likeSeenParameters
  }),
  init: ({ filledLike, pick }, x, { d0 }) => ({
    k: 0,
    d: d0,
    squares: 0,
    m: filledLike(x, 0),
    n: filledLike(x, 0),
    v: filledLike(x, 0),
    s: filledLike(x, 0),
    previous: pick(x, [])
  }),
  step: ({ run, merge }, { x, g, state, learningRate }, { beta1, beta2, beta3, epsilon, weightDecay, noProx, growthRate }) => {
    const { k, d } = state
    const lambda = d * learningRate
    const previous = merge(g, state.previous)
    const { tensors, sums } = run(
      accumulate,
      { g, previous, m: state.m, n: state.n, v: state.v, s: state.s },
      { beta1, beta2, beta3, lambda, epsilon }
    )
    if (sums.mass === 0) return { x, state: { ...state, ...tensors }, diagnostics: { d, dHat: d, effectiveLearningRate: lambda } }

    const squares = beta3 * state.squares + (1 - beta3) * lambda ** 2 * sums.squares
    const terms = { dNumerator: sums.weighted / (1 - beta3) - squares, dDenominator: sums.mass }
    const dHat = learningRate > 0 ? terms.dNumerator / terms.dDenominator : d
    const dNext = grown(d, dHat, growthRate)
    const { m, n, v } = tensors
    const [before, after] = noProx ? [1 - lambda * weightDecay, 1] : [1, 1 + lambda * weightDecay]
    return {
      x: run(apply, { x, m, n, v }, { beta2, epsilon, before, after }).tensors.x,
      state: { k: k + 1, d: dNext, squares, ...tensors, previous: g },
      diagnostics: { d: dNext, dHat, ...terms, effectiveLearningRate: lambda }
    }
  }
})
