import { Type } from 'typebox'
import { abs, add, mix, mul, square, sub } from '../kernels/expression.ts'
import { fuse, kernel } from '../kernels/kernel.ts'
import { biasCorrection, normalised, shrunk, withDecay } from './parts/formula-terms.ts'
import { beta1, beta2, count, d0, epsilon, flag, growthRate, nonNegative, positive } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { everyNthEntry, likeParameters, scalar, stepCount } from './parts/state.ts'

/** m ← β₁m + (1 − β₁)d·g,  v ← β₂v + (1 − β₂)d²g²; g includes coupled decay. */
const moments = stepKernel({
  tensors: ['x', 'g', 'm', 'v'],
  scalars: ['beta1', 'beta2', 'd'],
  switches: ['coupled'],
  formula: ({ x, g: gradient, m, v }, { beta1, beta2, d, coupled }) => {
    const g = withDecay(gradient, coupled, x)
    const dg = mul(d, g)
    return { tensors: { m: mix(m, dg, beta1), v: mix(v, square(dg), beta2) } }
  }
})

const secondMoment = stepKernel({
  tensors: ['x', 'g', 'v'],
  scalars: ['beta2', 'd'],
  switches: ['coupled'],
  formula: ({ x, g: gradient, v }, { beta2, d, coupled }) => {
    const g = withDecay(gradient, coupled, x)
    const dg = mul(d, g)
    return { tensors: { v: mix(v, square(dg), beta2) } }
  }
})

/** ⟨g, x₀ − x⟩;  s ← β₃s + weight·g;  ‖s‖₁ */
const agreement = kernel({
  tensors: ['x', 'g', 'x0', 's'],
  scalars: ['beta3', 'weight'],
  switches: ['coupled'],
  formula: ({ x, g: gradient, x0, s: s0 }, { beta3, weight, coupled }) => {
    const g = withDecay(gradient, coupled, x)
    const s = add(mul(beta3, s0), mul(weight, g))
    return { tensors: { s }, sums: { agreement: mul(g, sub(x0, x)), mass: abs(s) } }
  }
})

const accumulate = fuse(moments, agreement)
const accumulateWithoutMomentum = fuse(secondMoment, agreement)

const apply = stepKernel({
  tensors: ['x', 'm', 'v'],
  scalars: ['rate', 'epsilon'],
  switches: ['decay'],
  formula: ({ x, m, v }, { rate, decay, epsilon }) => {
    const u = normalised(m, v, epsilon)
    return { tensors: { x: sub(shrunk(x, decay), mul(rate, u)) } }
  }
})

const applyWithoutMomentum = stepKernel({
  tensors: ['x', 'gradient', 'v'],
  scalars: ['rate', 'epsilon'],
  switches: ['decay', 'coupled'],
  formula: ({ x, gradient, v }, { rate, decay, coupled, epsilon }) => {
    const g = withDecay(gradient, coupled, x)
    const u = normalised(g, v, epsilon)
    return { tensors: { x: sub(shrunk(x, decay), mul(rate, u)) } }
  }
})

/**
 * Prodigy: Adam that estimates its learning rate d, the largest lower bound so far on the distance ‖x₀ − x*‖∞.
 *
 *     λ = dγ,  times √(1 − β₂ᵗ)/(1 − β₁ᵗ) with bias correction
 *     r ← β₃r + (d/d₀)λ⟨g, x₀ − x⟩
 *     s ← β₃s + (d/d₀)λg                       (safeguardWarmup: (d/d₀)d·g)
 *     m ← β₁m + (1 − β₁)d·g,   v ← β₂v + (1 − β₂)d²g²
 *     d̂ = dCoef · r/‖s‖₁,   d ← max(d, d̂)      (growthRate: at most growthRate·d, except from d₀)
 *     x ← x − λ·weightDecay·x − λ·m/(√v + dε)   (the old d in λ, the new one in dε)
 *
 * With sliceP = p, r and s use every p-th coordinate. A step with γ = 0, or with ‖s‖₁ = 0 after it, changes neither x nor d. With
 * β₁ = 0 the state has no m, and the new d times g takes its place, as in the official code. The factor 1/d₀ is not in the paper: it
 * cancels in d̂ and keeps r and s from underflow. The state keeps r as `numerator`.
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
      description: 'β₃, the weight of the past in r and s; null means √β₂.'
    }),
    epsilon: epsilon(1e-8),
    weightDecay: nonNegative(0, 'Weight decay: see `decouple`.'),
    decouple: flag(true, 'true: shrink the parameters (AdamW). false: add weightDecay·x to the gradient.'),
    useBiasCorrection: flag(false, "Multiply λ by Adam's bias correction."),
    safeguardWarmup: flag(false, 'Leave the learning rate out of s, so that a warm-up does not overestimate d.'),
    d0,
    dCoef: positive(1, 'Factor of d̂; raises or lowers the estimated rate.'),
    growthRate,
    sliceP: count(1, 'p: estimate d from every p-th coordinate, to save memory.')
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

    const lambda = d * learningRate * (useBiasCorrection ? biasCorrection(beta1, beta2, k + 1) : 1)
    const beta3 = hyperparameters.beta3 ?? Math.sqrt(beta2)
    const coupled = decouple ? 0 : weightDecay
    const values = { beta1, beta2, beta3, d, coupled, weight: (d / d0) * (safeguardWarmup ? d : lambda) }
    const accumulated = accumulateAll()
    const { m, v, s, agreement: inner, mass } = accumulated
    if (mass === 0) return { x, state: { ...state, m, v, s }, diagnostics: { d, dMax: state.dMax, dHat: d, effectiveLearningRate: lambda } }

    const numerator = beta3 * state.numerator + (d / d0) * lambda * inner
    const terms = { dNumerator: dCoef * numerator, dDenominator: mass }
    const dHat = terms.dNumerator / terms.dDenominator
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
      diagnostics: { d: dNext, dMax, dHat, ...terms, effectiveLearningRate: lambda }
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
