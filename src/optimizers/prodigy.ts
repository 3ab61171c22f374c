import { Type } from 'typebox'
import { abs, add, div, mix, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { fuse, kernel } from '../kernels/kernel.ts'
import { beta1, beta2, count, d0, epsilon, flag, growthRate, nonNegative, positive } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { everyNthEntry, likeParameters, scalar, stepCount } from './parts/state.ts'

/** m ← β₁m + (1 − β₁)d·g,  v ← β₂v + (1 − β₂)d²g², where g has the coupled decay in it. */
const moments = stepKernel({
  tensors: ['x', 'g', 'm', 'v'],
  scalars: ['beta1', 'beta2', 'd'],
  switches: ['coupled'],
  formula: ({ x, g: raw, m, v }, { beta1, beta2, d, coupled }) => {
    const g = mul(d, add(raw, mul(coupled, x)))
    return { tensors: { m: mix(m, g, beta1), v: mix(v, square(g), beta2) } }
  }
})

const secondMoment = stepKernel({
  tensors: ['x', 'g', 'v'],
  scalars: ['beta2', 'd'],
  switches: ['coupled'],
  formula: ({ x, g, v }, { beta2, d, coupled }) => ({ tensors: { v: mix(v, square(mul(d, add(g, mul(coupled, x)))), beta2) } })
})

/** ⟨g, x₀ − x⟩;  s ← β₃s + weight·g;  ‖s‖₁ */
const agreement = kernel({
  tensors: ['x', 'g', 'x0', 's'],
  scalars: ['beta3', 'weight'],
  switches: ['coupled'],
  formula: ({ x, g: raw, x0, s: old }, { beta3, weight, coupled }) => {
    const g = add(raw, mul(coupled, x))
    const s = add(mul(beta3, old), mul(weight, g))
    return { tensors: { s }, sums: { agreement: mul(g, sub(x0, x)), mass: abs(s) } }
  }
})

const accumulate = fuse(moments, agreement)
const accumulateWithoutMomentum = fuse(secondMoment, agreement)

const apply = stepKernel({
  tensors: ['x', 'm', 'v'],
  scalars: ['rate', 'epsilon'],
  switches: ['decay'],
  formula: ({ x, m, v }, { rate, decay, epsilon }) => ({
    tensors: { x: sub(sub(x, mul(decay, x)), mul(rate, div(m, add(sqrt(v), epsilon)))) }
  })
})

const applyWithoutMomentum = stepKernel({
  tensors: ['x', 'gradient', 'v'],
  scalars: ['rate', 'epsilon'],
  switches: ['decay', 'coupled'],
  formula: ({ x, gradient, v }, { rate, decay, coupled, epsilon }) => {
    const g = add(gradient, mul(coupled, x))
    return { tensors: { x: sub(sub(x, mul(decay, x)), mul(rate, div(g, add(sqrt(v), epsilon)))) } }
  }
})

/**
 * Prodigy: Adam whose learning rate d is learned, as the largest lower bound so far on the distance ‖x₀ − x*‖∞.
 *
 *     λ = dγ,  times √(1 − β₂ᵗ)/(1 − β₁ᵗ) with bias correction
 *     r ← β₃r + (d/d₀)λ⟨g, x₀ − x⟩
 *     s ← β₃s + (d/d₀)λg                       (safeguardWarmup: (d/d₀)d·g)
 *     m ← β₁m + (1 − β₁)d·g,   v ← β₂v + (1 − β₂)d²g²
 *     d̂ = dCoef · r/‖s‖₁,   d ← max(d, d̂)      (growthRate: no further than growthRate·d, but for the first leap from d₀)
 *     x ← x − λ·weightDecay·x − λ·m/(√v + dε)   (the old d in λ, the new one in dε)
 *
 * With sliceP = p, r and s see only every p-th coordinate. A step with γ = 0, or one that leaves ‖s‖₁ = 0, changes neither x nor d.
 * β₁ = 0 keeps no m, and takes the new d times g for it, as the official code does. The factor 1/d₀, which the paper lacks, cancels
 * in d̂ and keeps r and s from underflow.
 * @see Mishchenko, Defazio, Prodigy: An Expeditiously Adaptive Parameter-Free Learner, 2023, Algorithm 4. arXiv:2306.06101
 */
export const prodigy = defineOptimizer({
  name: 'prodigy',
  title: 'Prodigy',
  source: {
    authors: 'Mishchenko, Defazio',
    title: 'Prodigy: An Expeditiously Adaptive Parameter-Free Learner',
    year: 2023,
    arxiv: '2306.06101',
    algorithm: 'Algorithm 4',
    code: 'prodigyopt 1.1.2, Prodigy'
  },
  hyperparameters: Type.Object({
    beta1: beta1(0.9),
    beta2: beta2(0.999),
    beta3: Type.Union([Type.Number({ minimum: 0, exclusiveMaximum: 1 }), Type.Null()], {
      default: null,
      description: 'β₃, the weight of the past in r and s; null takes √β₂.'
    }),
    epsilon: epsilon(1e-8),
    weightDecay: nonNegative(0, 'The rate at which parameters shrink.'),
    decouple: flag(true, 'Shrink the parameters themselves (AdamW), instead of adding the decay to the gradient.'),
    useBiasCorrection: flag(false, "Multiply λ by Adam's bias correction."),
    safeguardWarmup: flag(false, 'Leave the learning rate out of s, so that d is not overestimated while the rate warms up.'),
    d0,
    dCoef: positive(1, 'A factor on d̂: the way to make the learned rate larger or smaller.'),
    growthRate,
    sliceP: count(1, 'p: the estimate of d uses every p-th coordinate, which saves memory.')
  }),
  defaultLearningRate: 1,
  state: ({ sliceP }) => {
    const slice = everyNthEntry(sliceP)
    return { k: stepCount, d: scalar, dMax: scalar, numerator: scalar, m: likeParameters, v: likeParameters, s: slice, x0: slice }
  },
  init: ({ filledLike, copy, everyNth, pick }, x, { d0, beta1, sliceP }) => {
    const x0 = sliceP === 1 ? copy(x) : everyNth(x, sliceP)
    const m = beta1 > 0 ? filledLike(x, 0) : pick(x, [])
    return { k: 0, d: d0, dMax: d0, numerator: 0, m, v: filledLike(x, 0), s: filledLike(x0, 0), x0 }
  },
  step: ({ run, everyNth }, { x, g, state, learningRate }, hyperparameters) => {
    const { beta1, beta2, weightDecay, decouple, useBiasCorrection, safeguardWarmup, d0, dCoef, growthRate, sliceP } = hyperparameters
    const { k, d, x0 } = state
    if (learningRate === 0) return { x, state, diagnostics: { d, dMax: state.dMax, dHat: d, effectiveLearningRate: 0 } }

    const biasCorrection = useBiasCorrection ? Math.sqrt(1 - beta2 ** (k + 1)) / (1 - beta1 ** (k + 1)) : 1
    const lambda = d * learningRate * biasCorrection
    const beta3 = hyperparameters.beta3 ?? Math.sqrt(beta2)
    const coupled = decouple ? 0 : weightDecay
    const values = { beta1, beta2, beta3, d, coupled, weight: (d / d0) * (safeguardWarmup ? d : lambda) }
    const accumulated = accumulateAll()
    const { m, v, s, agreement: inner, mass } = accumulated
    if (mass === 0) return { x, state: { ...state, m, v, s }, diagnostics: { d, dMax: state.dMax, dHat: d, effectiveLearningRate: lambda } }

    const numerator = beta3 * state.numerator + (d / d0) * lambda * inner
    const dHat = (dCoef * numerator) / mass
    const dMax = Math.max(state.dMax, dHat)
    const dNext = Math.min(dMax, (d === d0 ? Math.max(d, dHat) : d) * growthRate)
    const decayed = { decay: decouple ? lambda * weightDecay : 0, epsilon: dNext * hyperparameters.epsilon }
    const moved =
      beta1 > 0
        ? run(apply, { x, m, v }, { ...decayed, rate: lambda })
        : run(applyWithoutMomentum, { x, gradient: g, v }, { ...decayed, rate: lambda * dNext, coupled })
    return {
      x: moved.tensors.x,
      state: { k: k + 1, d: dNext, dMax, numerator, m, v, s, x0 },
      diagnostics: { d: dNext, dMax, dHat, effectiveLearningRate: lambda }
    }

    function accumulateAll() {
      const { m, v, s } = state
      if (sliceP === 1 && beta1 > 0) {
        const { tensors, sums } = run(accumulate, { x, g, m, v, s, x0 }, values)
        return { ...tensors, ...sums }
      }
      if (sliceP === 1) {
        const { tensors, sums } = run(accumulateWithoutMomentum, { x, g, v, s, x0 }, values)
        return { ...tensors, m, ...sums }
      }
      const sliced = run(agreement, { x: everyNth(x, sliceP), g: everyNth(g, sliceP), s, x0 }, values)
      const whole = beta1 > 0 ? run(moments, { x, g, m, v }, values).tensors : { m, ...run(secondMoment, { x, g, v }, values).tensors }
      return { ...whole, ...sliced.tensors, ...sliced.sums }
    }
  }
})
