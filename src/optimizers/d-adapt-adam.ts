import { Type } from 'typebox'
import { dAdaptation } from '../domain/papers.ts'
import { abs, mix, mul, square, sub } from '../kernels/expression.ts'
import { biasCorrection, grown, normalised, shrunk, withDecay } from './parts/formula-terms.ts'
import { beta1, beta2, d0, epsilon, flag, growthRate, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, scalar, stepCount } from './parts/state.ts'

const accumulate = stepKernel({
  tensors: ['x', 'g', 'm', 'v', 's'],
  scalars: ['beta1', 'beta2', 'q', 'lambda', 'epsilon'],
  switches: ['coupled'],
  formula: ({ x, g: gradient, m: m0, v: v0, s: s0 }, { beta1, beta2, q, lambda, coupled, epsilon }) => {
    const g = withDecay(gradient, coupled, x)
    const m = mix(m0, mul(lambda, g), beta1)
    const v = mix(v0, square(g), beta2)
    const s = mix(s0, mul(lambda, g), q)
    return {
      tensors: { m, v, s },
      sums: { inner: mul(g, normalised(s0, v0, epsilon)), mass: abs(s) }
    }
  }
})

const apply = stepKernel({
  tensors: ['x', 'm', 'v'],
  scalars: ['epsilon'],
  switches: ['decay'],
  formula: ({ x, m, v }, { decay, epsilon }) => {
    const u = normalised(m, v, epsilon)
    return { tensors: { x: sub(shrunk(x, decay), u) } }
  }
})

/**
 * D-Adaptation for Adam: estimates the learning rate d, a lower bound on the distance ‖x₀ − x*‖∞.
 *
 *     λ = dγ,  times √(1 − β₂ᵗ)/(1 − β₁ᵗ) with bias correction;   q = √β₂
 *     r ← qr + (1 − q)λ⟨g, s/(√v + ε)⟩          (the old s and v)
 *     m ← β₁m + (1 − β₁)λg,   v ← β₂v + (1 − β₂)g²,   s ← qs + (1 − q)λg
 *     d̂ = r/((1 − q)‖s‖₁),   d ← max(d, min(d̂, growthRate·d))
 *     x ← x − m/(√v + ε)                          (decouple: x ← x − λ·weightDecay·x before, λ with the old d)
 *
 * A step with γ = 0, or with ‖s‖₁ = 0 after it, changes neither x nor d. r uses the old v, as the official code does; the paper uses
 * the new v. The state keeps r as `numerator`.
 * @see Defazio, Mishchenko, Learning-Rate-Free Learning by D-Adaptation, 2023. arXiv:2301.07733
 */
export const dAdaptAdam = defineOptimizer({
  name: 'd-adapt-adam',
  title: 'D-Adaptation for Adam',
  source: { ...dAdaptation, code: 'dadaptation 3.2, DAdaptAdam' },
  hyperparameters: Type.Object({
    beta1: beta1(0.9),
    beta2: beta2(0.999),
    epsilon: epsilon(1e-8),
    weightDecay: nonNegative(0, 'Weight decay: see `decouple`.'),
    decouple: flag(false, 'true: shrink the parameters (AdamW). false: add weightDecay·x to the gradient.'),
    useBiasCorrection: flag(false, "Multiply λ by Adam's bias correction."),
    d0,
    growthRate
  }),
  defaultLearningRate: 1,
  state: () => ({ k: stepCount, d: scalar, numerator: scalar, m: likeParameters, v: likeParameters, s: likeParameters }),
  init: ({ filledLike }, x, { d0 }) => ({ k: 0, d: d0, numerator: 0, m: filledLike(x, 0), v: filledLike(x, 0), s: filledLike(x, 0) }),
  step: ({ run }, { x, g, state, learningRate }, { beta1, beta2, epsilon, weightDecay, decouple, useBiasCorrection, growthRate }) => {
    const { k, d } = state
    if (learningRate === 0) return { x, state, diagnostics: { d, dHat: d, effectiveLearningRate: 0 } }
    const lambda = d * learningRate * (useBiasCorrection ? biasCorrection(beta1, beta2, k + 1) : 1)
    const q = Math.sqrt(beta2)
    const coupled = decouple ? 0 : weightDecay
    const { tensors, sums } = run(accumulate, { x, g, m: state.m, v: state.v, s: state.s }, { beta1, beta2, q, lambda, coupled, epsilon })
    if (sums.mass === 0) return { x, state: { ...state, ...tensors }, diagnostics: { d, dHat: d, effectiveLearningRate: lambda } }

    const numerator = q * state.numerator + (1 - q) * lambda * sums.inner
    const terms = { dNumerator: numerator, dDenominator: (1 - q) * sums.mass }
    const dHat = terms.dNumerator / terms.dDenominator
    const dNext = grown(d, dHat, growthRate)
    const { m, v } = tensors
    const moved = run(apply, { x, m, v }, { decay: decouple ? lambda * weightDecay : 0, epsilon })
    return {
      x: moved.tensors.x,
      state: { k: k + 1, d: dNext, numerator, ...tensors },
      diagnostics: { d: dNext, dHat, ...terms, effectiveLearningRate: lambda }
    }
  }
})
