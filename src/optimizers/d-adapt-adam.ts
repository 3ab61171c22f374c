import { Type } from 'typebox'
import { abs, add, div, mix, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { beta1, beta2, d0, epsilon, flag, growthRate, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { dAdaptation } from './parts/sources.ts'
import { likeParameters, scalar, stepCount } from './parts/state.ts'

const accumulate = stepKernel({
  tensors: ['x', 'g', 'm', 'v', 's'],
  scalars: ['beta1', 'beta2', 'q', 'lambda', 'epsilon'],
  switches: ['coupled'],
  formula: ({ x, g: raw, m, v, s: old }, { beta1, beta2, q, lambda, coupled, epsilon }) => {
    const g = add(raw, mul(coupled, x))
    const s = mix(old, mul(lambda, g), q)
    return {
      tensors: { m: mix(m, mul(lambda, g), beta1), v: mix(v, square(g), beta2), s },
      sums: { inner: mul(g, div(old, add(sqrt(v), epsilon))), mass: abs(s) }
    }
  }
})

const apply = stepKernel({
  tensors: ['x', 'm', 'v'],
  scalars: ['epsilon'],
  switches: ['decay'],
  formula: ({ x, m, v }, { decay, epsilon }) => ({ tensors: { x: sub(sub(x, mul(decay, x)), div(m, add(sqrt(v), epsilon))) } })
})

/**
 * D-Adaptation for Adam: the learning rate d is learned, as a lower bound on the distance ‖x₀ − x*‖∞.
 *
 *     λ = dγ,  times √(1 − β₂ᵗ)/(1 − β₁ᵗ) with bias correction;   q = √β₂
 *     r ← qr + (1 − q)λ⟨g, s/(√v + ε)⟩          (the old s and v)
 *     m ← β₁m + (1 − β₁)λg,   v ← β₂v + (1 − β₂)g²,   s ← qs + (1 − q)λg
 *     d̂ = r/((1 − q)‖s‖₁),   d ← max(d, min(d̂, growthRate·d))
 *     x ← x − m/(√v + ε)                          (decouple: x ← x − λ·weightDecay·x before, λ with the old d)
 *
 * A step with γ = 0, or one that leaves ‖s‖₁ = 0, changes neither x nor d. The paper's r has the new v in it; this is the official code's.
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
    weightDecay: nonNegative(0, 'The rate at which parameters shrink.'),
    decouple: flag(false, 'Shrink the parameters themselves (AdamW), instead of adding the decay to the gradient.'),
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
    const biasCorrection = useBiasCorrection ? Math.sqrt(1 - beta2 ** (k + 1)) / (1 - beta1 ** (k + 1)) : 1
    const lambda = d * learningRate * biasCorrection
    const q = Math.sqrt(beta2)
    const coupled = decouple ? 0 : weightDecay
    const { tensors, sums } = run(accumulate, { x, g, m: state.m, v: state.v, s: state.s }, { beta1, beta2, q, lambda, coupled, epsilon })
    if (sums.mass === 0) return { x, state: { ...state, ...tensors }, diagnostics: { d, dHat: d, effectiveLearningRate: lambda } }

    const numerator = q * state.numerator + (1 - q) * lambda * sums.inner
    const dHat = numerator / ((1 - q) * sums.mass)
    const dNext = Math.max(d, Math.min(dHat, d * growthRate))
    const { m, v } = tensors
    const moved = run(apply, { x, m, v }, { decay: decouple ? lambda * weightDecay : 0, epsilon })
    return {
      x: moved.tensors.x,
      state: { k: k + 1, d: dNext, numerator, ...tensors },
      diagnostics: { d: dNext, dHat, effectiveLearningRate: lambda }
    }
  }
})
