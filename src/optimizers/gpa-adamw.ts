import { Type } from 'typebox'
import { add, div, mix, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { beta1, beta2, epsilon, flag, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { averagedPoint } from './parts/schedule-free.ts'
import { likeParameters, scalar, stepCount } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'z', 'm', 'v'],
  scalars: ['beta1', 'beta2', 'epsilon', 'ofM', 'ofRootV', 'rate', 'c', 'pull'],
  switches: ['keptOfY', 'keptOfZ'],
  formula: ({ x, g, z: z0, m: m0, v: v0 }, { beta1, beta2, epsilon, ofM, ofRootV, rate, c, pull, keptOfY, keptOfZ }) => {
    const m = mix(m0, g, beta1)
    const v = mix(v0, square(g), beta2)
    const u = div(mul(ofM, m), add(mul(ofRootV, sqrt(v)), epsilon))
    const y = mul(keptOfY, x)
    const z = mul(keptOfZ, z0)
    return { tensors: { m, v, x: add(mix(z, y, c), mul(pull, u)), z: sub(z, mul(rate, u)) } }
  }
})

/**
 * GPA-AdamW: AdamW whose iterates z are averaged, with one weight for the point of the gradients and another for that of evaluation.
 * t counts from 1.
 *
 *     m ← β₁m + (1 − β₁)g,   v ← β₂v + (1 − β₂)g²,   u = m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 *     z ← (1 − γλ)z                                (useWdOnY: y ← (1 − γλ)y)
 *     z ← z − γu,   x ← (1 − c)x + cz,   y ← μ_y·x + (1 − μ_y)z
 *     c = 1 − μ_x                                  (iterateAveragingType gpa)
 *     w = tʳ·(max γ so far)^p,   W ← W + w,   c = w/W      (schedule-free)
 *
 * The parameters are y; `evaluation` is x. x is not stored, and the step moves y ← (1 − c)y + cz + γ(μ_y(1 − c) − 1)u with the decayed z
 * before its step, as the official code does; so decay on y moves x, which is had from y and z, by γλy/μ_y. μ_y is trainInterpCoeff, μ_x evalInterpCoeff, r
 * weightPowCoeff and p weightLrPower. In place of DiLoCo with 1, 4, 8, 16, 32, 64 or 128 local steps the paper takes μ_x .9, .974,
 * .9869, .9934, .9967, .9984 or .9992.
 * @see Defazio, Mishchenko, Raman, Shi, Xiao, Smoothing DiLoCo with Primal Averaging for Faster Training of LLMs, 2025. arXiv:2512.17131
 */
export const gpaAdamw = defineOptimizer({
  name: 'gpa-adamw',
  title: 'AdamW with Generalized Primal Averaging',
  source: {
    authors: 'Defazio, Mishchenko, Raman, Shi, Xiao',
    title: 'Smoothing DiLoCo with Primal Averaging for Faster Training of LLMs',
    year: 2025,
    arxiv: '2512.17131',
    code: 'facebookresearch/optimizers, gpa.gpa_adamw.GPAAdamW'
  },
  hyperparameters: Type.Object({
    beta1: beta1(0.9),
    beta2: beta2(0.999),
    epsilon: epsilon(1e-8),
    weightDecay: nonNegative(0, 'λ: each step shrinks z, or y, by γλ.'),
    useWdOnY: flag(false, 'true: shrink y, the parameters. false: shrink z.'),
    iterateAveragingType: Type.Enum(['gpa', 'schedule-free'], {
      default: 'gpa',
      description: 'How x averages z: gpa with the constant weight 1 − μ_x, schedule-free with growing sums of weights.'
    }),
    trainInterpCoeff: Type.Number({ exclusiveMinimum: 0, maximum: 1, default: 0.7, description: 'μ_y, the weight of x in y.' }),
    evalInterpCoeff: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.9967,
      description: 'μ_x, the weight of the past in x; of iterateAveragingType gpa alone.'
    }),
    weightPowCoeff: nonNegative(0, 'r: step t counts in the average as tʳ; of schedule-free alone.'),
    weightLrPower: nonNegative(
      2,
      'p: a step counts in the average as this power of the largest learning rate so far; of schedule-free alone.'
    )
  }),
  defaultLearningRate: 1,
  state: () => ({ k: stepCount, weightSum: scalar, lrMax: scalar, z: likeParameters, m: likeParameters, v: likeParameters }),
  init: ({ copy, filledLike }, x) => ({ k: 0, weightSum: 0, lrMax: 0, z: copy(x), m: filledLike(x, 0), v: filledLike(x, 0) }),
  step: ({ run }, { x, g, state, learningRate: rate }, hyperparameters) => {
    const { beta1, beta2, epsilon, weightDecay, useWdOnY, iterateAveragingType } = hyperparameters
    const { trainInterpCoeff, evalInterpCoeff, weightPowCoeff, weightLrPower } = hyperparameters
    const { z, m, v } = state
    const k = state.k + 1
    const lrMax = Math.max(rate, state.lrMax)
    const isGpa = iterateAveragingType === 'gpa'
    const weight = isGpa ? 0 : k ** weightPowCoeff * lrMax ** weightLrPower
    const weightSum = state.weightSum + weight
    const c = isGpa ? 1 - evalInterpCoeff : weightSum === 0 ? 0 : weight / weightSum
    const kept = 1 - rate * weightDecay
    const values = {
      beta1,
      beta2,
      epsilon,
      ofM: 1 / (1 - beta1 ** k),
      ofRootV: 1 / Math.sqrt(1 - beta2 ** k),
      rate,
      c,
      pull: rate * (trainInterpCoeff * (1 - c) - 1),
      keptOfY: useWdOnY ? kept : 1,
      keptOfZ: useWdOnY ? 1 : kept
    }
    const { x: next, ...slots } = run(update, { x, g, z, m, v }, values).tensors
    return {
      x: next,
      state: { k, weightSum, lrMax, ...slots },
      diagnostics: { ...(isGpa ? {} : { weightSum }), lrMax, effectiveLearningRate: rate }
    }
  },
  evaluate: (workspace, { x, state }, { trainInterpCoeff }) => averagedPoint(workspace, x, state.z, trainInterpCoeff)
})
