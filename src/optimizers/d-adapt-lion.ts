import { Type } from 'typebox'
import { dAdaptation } from '../domain/papers.ts'
import { abs, mix, mul, sign, sub } from '../kernels/expression.ts'
import { d0, fraction, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, scalar, stepCount } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'm', 's'],
  scalars: ['beta1', 'beta2', 'q', 'lambda'],
  switches: ['kept'],
  formula: ({ x, g, m: m0, s: s0 }, { beta1, beta2, q, lambda, kept }) => {
    const u = sign(mix(m0, g, beta1))
    const m = mix(m0, mul(lambda, g), beta2)
    const s = mix(s0, mul(lambda, u), q)
    return {
      tensors: { x: sub(mul(kept, x), mul(lambda, u)), m, s },
      sums: { inner: mul(u, s0), mass: abs(s) }
    }
  }
})

/**
 * D-Adaptation for Lion: steps along the sign of the average gradient.
 *
 *     λ = dγ,   u = sign(β₁m + (1 − β₁)g),   q = √β₂
 *     x ← x − λ·weightDecay·x − λu                (with the old d)
 *     m ← β₂m + (1 − β₂)λg
 *     r ← qr + (1 − q)λ⟨u, s⟩,   s ← qs + (1 − q)λu          (r uses the old s)
 *     d̂ = r/((1 − q)‖s‖₁),   d ← max(d, d̂)
 *
 * The state keeps r as `numerator`.
 * @see Defazio, Mishchenko, Learning-Rate-Free Learning by D-Adaptation, 2023. arXiv:2301.07733
 * @see Chen et al., Symbolic Discovery of Optimization Algorithms, 2023 (Lion). arXiv:2302.06675
 */
export const dAdaptLion = defineOptimizer({
  name: 'd-adapt-lion',
  title: 'D-Adaptation for Lion',
  source: { ...dAdaptation, code: 'dadaptation 3.2, DAdaptLion' },
  hyperparameters: Type.Object({
    beta1: fraction(0.9, 'β₁, the weight of m in u.'),
    beta2: fraction(0.99, 'β₂, the weight of the past in m.'),
    weightDecay: nonNegative(0, 'Each step shrinks x by λ·weightDecay.'),
    d0
  }),
  defaultLearningRate: 1,
  state: () => ({ k: stepCount, d: scalar, numerator: scalar, m: likeParameters, s: likeParameters }),
  init: ({ filledLike }, x, { d0 }) => ({ k: 0, d: d0, numerator: 0, m: filledLike(x, 0), s: filledLike(x, 0) }),
  step: ({ run }, { x, g, state, learningRate }, { beta1, beta2, weightDecay }) => {
    const { k, d } = state
    const lambda = d * learningRate
    const q = Math.sqrt(beta2)
    const { tensors, sums } = run(update, { x, g, m: state.m, s: state.s }, { beta1, beta2, q, lambda, kept: 1 - lambda * weightDecay })
    const { x: next, ...averages } = tensors
    if (sums.mass === 0) return { x: next, state: { ...state, ...averages }, diagnostics: { d, dHat: d, effectiveLearningRate: lambda } }

    const numerator = q * state.numerator + (1 - q) * lambda * sums.inner
    const terms = { dNumerator: numerator, dDenominator: (1 - q) * sums.mass }
    const dHat = learningRate > 0 ? terms.dNumerator / terms.dDenominator : d
    const dNext = Math.max(d, dHat)
    return {
      x: next,
      state: { k: k + 1, d: dNext, numerator, ...averages },
      diagnostics: { d: dNext, dHat, ...terms, effectiveLearningRate: lambda }
    }
  }
})
