import { Type } from 'typebox'
import { dAdaptation } from '../domain/papers.ts'
import { add, mix, mul, square, sub } from '../kernels/expression.ts'
import { kernel } from '../kernels/kernel.ts'
import { grown, withDecay } from './parts/formula-terms.ts'
import { d0, fraction, growthRate, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, scalar, stepCount } from './parts/state.ts'

const squaredNorm = kernel({ tensors: ['gradient'], formula: ({ gradient }) => ({ sums: { square: square(gradient) } }) })

const accumulate = stepKernel({
  tensors: ['x', 'g', 's'],
  scalars: ['lambda'],
  switches: ['decay'],
  formula: ({ x, g: gradient, s: s0 }, { lambda, decay }) => {
    const g = withDecay(gradient, decay, x)
    const s = add(s0, mul(lambda, g))
    return { tensors: { s }, sums: { gs: mul(g, s0), ss: square(s) } }
  }
})

const apply = stepKernel({
  tensors: ['x', 'x0', 's'],
  switches: ['momentum'],
  formula: ({ x, x0, s }, { momentum }) => {
    const z = sub(x0, s)
    return { tensors: { x: mix(x, z, momentum) } }
  }
})

/**
 * D-Adaptation for SGD; momentum is primal averaging.
 *
 *     λ = dγ/‖g₀‖,   g ← g + weightDecay·x        (g₀: the first gradient, without decay)
 *     r ← r + λ⟨g, s⟩,   s ← s + λg               (r uses the old s)
 *     d̂ = 2r/‖s‖,   d ← max(d, min(d̂, growthRate·d))
 *     x ← μx + (1 − μ)(x₀ − s)
 *
 * The factor 2 is the official code's; the theory's lower bound on ‖x₀ − x*‖ is r/‖s‖. A step with γ = 0, or with s = 0 after it,
 * changes nothing. The state keeps r as `numerator`.
 * @see Defazio, Mishchenko, Learning-Rate-Free Learning by D-Adaptation, 2023. arXiv:2301.07733
 */
export const dAdaptSgd = defineOptimizer({
  name: 'd-adapt-sgd',
  title: 'D-Adaptation for SGD',
  source: { ...dAdaptation, code: 'dadaptation 3.2, DAdaptSGD' },
  hyperparameters: Type.Object({
    momentum: fraction(0, 'μ, the weight of the old x.'),
    weightDecay: nonNegative(0, 'The gradient gets weightDecay·x added.'),
    d0,
    growthRate
  }),
  defaultLearningRate: 1,
  state: () => ({ k: stepCount, d: scalar, numerator: scalar, g0Norm: scalar, s: likeParameters, x0: likeParameters }),
  init: ({ filledLike, copy }, x, { d0 }) => ({ k: 0, d: d0, numerator: 0, g0Norm: 0, s: filledLike(x, 0), x0: copy(x) }),
  step: ({ run }, { x, g, state, learningRate }, { momentum, weightDecay: decay, growthRate }) => {
    const { k, d, x0 } = state
    const g0Norm = k === 0 ? Math.sqrt(run(squaredNorm, { gradient: g }, {}).sums.square) : state.g0Norm
    if (learningRate === 0 || g0Norm === 0) return { x, state, diagnostics: { d, dHat: d, effectiveLearningRate: 0 } }
    const lambda = (d * learningRate) / g0Norm
    const { tensors, sums } = run(accumulate, { x, g, s: state.s }, { lambda, decay })
    const { s } = tensors
    if (sums.ss === 0) return { x, state: { ...state, s }, diagnostics: { d, dHat: d, effectiveLearningRate: lambda } }

    const numerator = state.numerator + lambda * sums.gs
    const terms = { dNumerator: 2 * numerator, dDenominator: Math.sqrt(sums.ss) }
    const dHat = terms.dNumerator / terms.dDenominator
    const dNext = grown(d, dHat, growthRate)
    return {
      x: run(apply, { x, x0, s }, { momentum }).tensors.x,
      state: { k: k + 1, d: dNext, numerator, g0Norm, s, x0 },
      diagnostics: { d: dNext, dHat, ...terms, effectiveLearningRate: lambda }
    }
  }
})
