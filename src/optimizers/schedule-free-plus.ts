import { Type } from 'typebox'
import { abs, add, div, mix, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { beta1, beta2, epsilon, fraction, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, scalar, stepCount } from './parts/state.ts'

const measure = stepKernel({
  tensors: ['g', 'z', 'average'],
  formula: ({ g, z, average }) => ({ sums: { gradientL1: abs(g), ahead: mul(g, sub(z, average)) } })
})

const update = stepKernel({
  tensors: ['x', 'gradient', 'z', 'average', 'm', 'v'],
  scalars: ['beta1', 'beta2', 'epsilon', 'ofM', 'ofRootV', 'rate', 'momentum'],
  switches: ['decay', 'c'],
  formula: ({ x: y, gradient, z: z0, average: x0, m: m0, v: v0 }, { beta1, beta2, epsilon, ofM, ofRootV, rate, decay, c, momentum }) => {
    const m = mix(m0, gradient, beta1)
    const v = mix(v0, square(gradient), beta2)
    const u = div(mul(ofM, m), add(mul(ofRootV, sqrt(v)), epsilon))
    const z = sub(sub(z0, mul(decay, y)), mul(rate, u))
    const average = mix(z, x0, c)
    return { tensors: { m, v, z, average, x: mix(average, z, momentum) } }
  }
})

/**
 * ScheduleFree+: Schedule-Free AdamC with Polyak's step, which needs the loss and no learning rate. k counts from 0, t = k + 1.
 *
 *     1 − β = (1 − sfBeta1)^(1 − p)·(1 − sfBeta1Max)^p,   p = min(1, k/sfBeta1AnnealSteps)      (without annealing: β = sfBeta1)
 *     G ← (polyakBeta·G + (1 − polyakBeta)√(π/2)·‖g‖₁)/(1 − polyakBetaᵗ)
 *     α = max(γ, ε)·(f + β⟨g, z − x⟩)₊/G
 *     w = (k + 1)ʳ·(max α so far)^weightLrPower,   W ← W + w,   c = w/W        (the first cWarmup steps: c = 1, W stays)
 *     z ← z − α²·weightDecay·y
 *     m ← β₁m + (1 − β₁)g,   v ← β₂v + (1 − β₂)g²
 *     z ← z − α·m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 *     x ← (1 − c)x + cz,   y ← βx + (1 − β)z
 *
 * The parameters are y; `evaluation` is x, which the state keeps as `average`. The learning rate γ multiplies the step; weight decay is
 * of the order of 20 to 50. G is as in the official code, where the average takes up its own corrected value: with polyakBeta > 0 it is
 * for some 1/(1 − polyakBeta) steps far above √(π/2)·‖g‖₁. The paper corrects a copy. A step with G = 0 moves nothing.
 * @see Defazio, ScheduleFree+: Scaling Learning-Rate-Free & Schedule-Free Learning to Large Language Models, 2026. arXiv:2605.19095
 */
export const scheduleFreePlus = defineOptimizer({
  name: 'schedule-free-plus',
  title: 'ScheduleFree+',
  source: {
    authors: 'Defazio',
    title: 'ScheduleFree+: Scaling Learning-Rate-Free & Schedule-Free Learning to Large Language Models',
    year: 2026,
    arxiv: '2605.19095',
    code: 'facebookresearch/schedule_free, AdamCScheduleFreePlusPaper'
  },
  needs: ['loss'],
  hyperparameters: Type.Object({
    beta1: beta1(0.9),
    beta2: beta2(0.95),
    sfBeta1: fraction(0.9, 'β, the weight of x in y, before it is annealed.'),
    epsilon: epsilon(1e-8, 'ε, added to the denominator; also the least learning rate.'),
    weightDecay: nonNegative(0, 'Decay of z towards 0 by α²·weightDecay·y.'),
    r: Type.Number({ default: 0, description: 'Step k counts in the average as (k + 1)ʳ.' }),
    polyakBeta: fraction(0, 'The weight of the past in the average of the L1 norm of the gradient; 0: no average.'),
    cWarmup: Type.Integer({ minimum: 0, default: 0, description: 'In so many first steps x is z, and the average begins after them.' }),
    sfBeta1AnnealSteps: Type.Integer({
      minimum: 0,
      default: 0,
      description: 'Steps over which β goes from sfBeta1 to sfBeta1Max; 0: none.'
    }),
    sfBeta1Max: fraction(0.965, 'What β is annealed to.'),
    weightLrPower: nonNegative(2, 'A step counts in the average as this power of the largest step size so far.')
  }),
  defaultLearningRate: 1,
  state: () => ({
    k: stepCount,
    weightSum: scalar,
    lrMax: scalar,
    gradientL1: scalar,
    z: likeParameters,
    average: likeParameters,
    m: likeParameters,
    v: likeParameters
  }),
  init: ({ copy, filledLike }, x, { epsilon }) => ({
    k: 0,
    weightSum: 0,
    lrMax: epsilon,
    gradientL1: 0,
    z: copy(x),
    average: copy(x),
    m: filledLike(x, 0),
    v: filledLike(x, 0)
  }),
  step: ({ run }, { x, g, state, learningRate, loss }, hyperparameters) => {
    const { beta1, beta2, epsilon, weightDecay, r, polyakBeta, cWarmup, weightLrPower } = hyperparameters
    const { k, z, average, m, v } = state
    const t = k + 1
    const momentum = annealed(k, hyperparameters)
    const { sums } = run(measure, { g, z, average }, {})
    const norm = sums.gradientL1 * Math.sqrt(Math.PI / 2)
    const gradientL1 = (polyakBeta * state.gradientL1 + (1 - polyakBeta) * norm) / (1 - polyakBeta ** t)
    const innerProduct = momentum * sums.ahead
    const polyakStep = gradientL1 === 0 ? 0 : Math.max(0, loss + innerProduct) / gradientL1
    const rate = Math.max(learningRate, epsilon) * polyakStep
    const lrMax = Math.max(rate, state.lrMax)
    const weight = k < cWarmup ? 0 : t ** r * lrMax ** weightLrPower
    const weightSum = state.weightSum + weight
    const values = {
      beta1,
      beta2,
      epsilon,
      ofM: 1 / (1 - beta1 ** t),
      ofRootV: 1 / Math.sqrt(1 - beta2 ** t),
      rate,
      decay: rate * rate * weightDecay,
      c: k < cWarmup ? 1 : weightSum === 0 ? 0 : weight / weightSum,
      momentum
    }
    const { x: next, ...slots } = run(update, { x, gradient: g, z, average, m, v }, values).tensors
    return {
      x: next,
      state: { k: t, weightSum, lrMax, gradientL1, ...slots },
      diagnostics: { polyakStep, lrMax, weightSum, gradientL1, innerProduct, effectiveLearningRate: rate }
    }
  },
  evaluate: ({ copy }, { state }) => copy(state.average)
})

interface Annealing {
  readonly sfBeta1: number
  readonly sfBeta1Max: number
  readonly sfBeta1AnnealSteps: number
}

/** β of step k: 1 − β goes from its first to its last value in equal ratios. */
function annealed(k: number, { sfBeta1, sfBeta1Max, sfBeta1AnnealSteps }: Annealing): number {
  if (sfBeta1AnnealSteps === 0) return sfBeta1
  const progress = Math.min(k / sfBeta1AnnealSteps, 1)
  return 1 - Math.exp(Math.log(1 - sfBeta1) * (1 - progress) + Math.log(1 - sfBeta1Max) * progress)
}
