import { Type } from 'typebox'
import { roadLessScheduled } from '../domain/papers.ts'
import { add, div, type Expression, mix, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { beta2, epsilon, fraction, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { averagedPoint, averagingHyperparameters, averagingSlots, averagingStart, averagingStep } from './parts/schedule-free.ts'
import { likeParameters } from './parts/state.ts'

const scalars = ['beta2', 'epsilon', 'correction', 'rate', 'c', 'pull'] as const
const switches = ['decay'] as const
type Scalars = Readonly<Record<(typeof scalars)[number] | 'decay', Expression>>

/** y ← (1 − c)y + cz + pull·u,  z ← z − Lu  for u = direction/(√(v/(1 − β₂ᵗ)) + ε) + weightDecay·y */
const moved = (
  y: Expression,
  z: Expression,
  v: Expression,
  direction: Expression,
  { epsilon, correction, rate, decay, c, pull }: Scalars
) => {
  const denominator = add(mul(correction, sqrt(v)), epsilon)
  const u = add(div(direction, denominator), mul(decay, y))
  return { x: add(mix(z, y, c), mul(pull, u)), z: sub(z, mul(rate, u)) }
}

const update = stepKernel({
  tensors: ['x', 'g', 'z', 'v'],
  scalars,
  switches,
  formula: ({ x: y, g, z, v: v0 }, values) => {
    const v = mix(v0, square(g), values.beta2)
    return { tensors: { v, ...moved(y, z, v, g, values) } }
  }
})

const updateWithMomentum = stepKernel({
  tensors: ['x', 'g', 'z', 'v', 'm'],
  scalars: [...scalars, 'innerMomentum', 'momentumCorrection'],
  switches,
  formula: ({ x: y, g, z, v: v0, m: m0 }, values) => {
    const v = mix(v0, square(g), values.beta2)
    const m = mix(m0, g, values.innerMomentum)
    const corrected = mul(values.momentumCorrection, m)
    return { tensors: { v, m, ...moved(y, z, v, corrected, values) } }
  }
})

/**
 * Schedule-Free AdamW: averages the iterates instead of decaying the learning rate. k counts from 0, t from 1.
 *
 *     L = γ·min(1, (k + 1)/warmupSteps),   w = (k + 1)ʳ·(max L so far)^weightLrPower,   W ← W + w,   c = w/W
 *     v ← β₂v + (1 − β₂)g²,   u = g/(√(v/(1 − β₂ᵗ)) + ε) + weightDecay·y
 *     z ← z − Lu,   x ← (1 − c)x + cz,   y ← β₁x + (1 − β₁)z
 *
 * With innerMomentum β₀, u has m/(1 − β₀ᵗ) in place of g, with m ← β₀m + (1 − β₀)g. The parameters are y; `evaluation` is x.
 * @see Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky, The Road Less Scheduled, 2024, Algorithm 1. arXiv:2405.15682
 */
export const scheduleFreeAdamw = defineOptimizer({
  name: 'schedule-free-adamw',
  title: 'Schedule-Free AdamW',
  source: { ...roadLessScheduled, algorithm: 'Algorithm 1', code: 'schedulefree, AdamWScheduleFree' },
  hyperparameters: Type.Object({
    beta1: fraction(0.9, 'β₁, the weight of x in y.'),
    beta2: beta2(0.999),
    epsilon: epsilon(1e-8),
    weightDecay: nonNegative(0, 'u gets weightDecay·y added.'),
    ...averagingHyperparameters,
    innerMomentum: fraction(0, 'β₀, the weight of the past in an average gradient that takes the place of g; 0: no average.')
  }),
  defaultLearningRate: 2.5e-3,
  state: () => ({ ...averagingSlots, z: likeParameters, v: likeParameters, m: likeParameters }),
  init: ({ copy, filledLike, pick }, x, { innerMomentum }) => ({
    ...averagingStart,
    z: copy(x),
    v: filledLike(x, 0),
    m: innerMomentum > 0 ? filledLike(x, 0) : pick(x, [])
  }),
  step: ({ run }, { x, g, state, learningRate }, { beta1, beta2, epsilon, weightDecay: decay, innerMomentum, ...averaging }) => {
    const { z, v, m } = state
    const { rate, c, ...average } = averagingStep(state, learningRate, averaging)
    const t = state.k + 1
    const correction = 1 / Math.sqrt(1 - beta2 ** t)
    const values = { beta2, epsilon, correction, rate, decay, c, pull: rate * (beta1 * (1 - c) - 1) }
    const { x: next, ...slots } =
      innerMomentum > 0
        ? run(updateWithMomentum, { x, g, z, v, m }, { ...values, innerMomentum, momentumCorrection: 1 / (1 - innerMomentum ** t) }).tensors
        : { ...run(update, { x, g, z, v }, values).tensors, m }
    return { x: next, state: { ...average.state, ...slots }, diagnostics: average.diagnostics }
  },
  evaluate: (workspace, { x, state }, { beta1 }) => averagedPoint(workspace, x, state.z, beta1)
})
