import { Type } from 'typebox'
import { add, type Expression, max, mix, mul, square, sub } from '../kernels/expression.ts'
import { normalised, withDecay } from './parts/formula-terms.ts'
import { epsilon, flag, fraction, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters } from './parts/state.ts'

const scalars = ['alpha', 'epsilon', 'rate'] as const
const switches = ['decay'] as const

const update = stepKernel({
  tensors: ['x', 'g', 'v'],
  scalars,
  switches,
  formula: ({ x, g: gradient, v: v0 }, { alpha, epsilon, rate, decay }) => {
    const g = withDecay(gradient, decay, x)
    const v = mix(v0, square(g), alpha)
    return { tensors: { v, x: sub(x, mul(rate, normalised(g, v, epsilon))) } }
  }
})

const updateWithMomentum = stepKernel({
  tensors: ['x', 'g', 'v', 'b'],
  scalars: [...scalars, 'momentum'],
  switches,
  formula: ({ x, g: gradient, v: v0, b: b0 }, { alpha, epsilon, rate, decay, momentum }) => {
    const g = withDecay(gradient, decay, x)
    const v = mix(v0, square(g), alpha)
    const b = add(mul(momentum, b0), normalised(g, v, epsilon))
    return { tensors: { v, b, x: sub(x, mul(rate, b)) } }
  }
})

/** The variance of the gradient, v − m². */
const variance = (v: Expression, m: Expression) => max(sub(v, square(m)), 0)

const updateCentered = stepKernel({
  tensors: ['x', 'g', 'v', 'm'],
  scalars,
  switches,
  formula: ({ x, g: gradient, v: v0, m: m0 }, { alpha, epsilon, rate, decay }) => {
    const g = withDecay(gradient, decay, x)
    const v = mix(v0, square(g), alpha)
    const m = mix(m0, g, alpha)
    return { tensors: { v, m, x: sub(x, mul(rate, normalised(g, variance(v, m), epsilon))) } }
  }
})

const updateCenteredWithMomentum = stepKernel({
  tensors: ['x', 'g', 'v', 'm', 'b'],
  scalars: [...scalars, 'momentum'],
  switches,
  formula: ({ x, g: gradient, v: v0, m: m0, b: b0 }, { alpha, epsilon, rate, decay, momentum }) => {
    const g = withDecay(gradient, decay, x)
    const v = mix(v0, square(g), alpha)
    const m = mix(m0, g, alpha)
    const b = add(mul(momentum, b0), normalised(g, variance(v, m), epsilon))
    return { tensors: { v, m, b, x: sub(x, mul(rate, b)) } }
  }
})

/**
 * RMSprop: divides each coordinate by the root of the average of its squared gradients. Follows PyTorch: no bias correction.
 *
 *     g ← g + λx
 *     v ← αv + (1 − α)g²
 *     b ← μb + g/(√v + ε)
 *     x ← x − γb
 *
 * Centered, v − m² is in the place of v, with m ← αm + (1 − α)g: the variance of the gradient. It is not negative but by rounding, which
 * counts as 0; PyTorch answers NaN there.
 * @see Tieleman, Hinton, Lecture 6.5, rmsprop, COURSERA: Neural Networks for Machine Learning, 2012
 */
export const rmsprop = defineOptimizer({
  name: 'rmsprop',
  title: 'RMSprop',
  source: {
    authors: 'Tieleman, Hinton',
    title: 'Lecture 6.5, rmsprop: Divide the gradient by a running average of its recent magnitude',
    year: 2012,
    venue: 'COURSERA: Neural Networks for Machine Learning',
    code: 'torch.optim.RMSprop'
  },
  hyperparameters: Type.Object({
    alpha: fraction(0.99, 'α, the weight of the past in the average of squared gradients.'),
    epsilon: epsilon(1e-8),
    weightDecay: nonNegative(0, 'λ, added to the gradient as λx.'),
    momentum: nonNegative(0, 'μ, the weight of the past in the buffer b.'),
    centered: flag(false, 'Divide by the root of the variance of the gradient.')
  }),
  defaultLearningRate: 1e-2,
  state: () => ({ v: likeParameters, b: likeParameters, m: likeParameters }),
  init: ({ filledLike, pick }, x, { momentum, centered }) => {
    const ifKept = (isKept: boolean) => (isKept ? filledLike(x, 0) : pick(x, []))
    return { v: filledLike(x, 0), b: ifKept(momentum > 0), m: ifKept(centered) }
  },
  step: ({ run }, { x, g, state, learningRate: rate }, { alpha, epsilon, weightDecay: decay, momentum, centered }) => {
    const { v, b, m } = state
    const values = { alpha, epsilon, rate, decay }
    const stepped =
      momentum > 0
        ? centered
          ? run(updateCenteredWithMomentum, { x, g, v, m, b }, { ...values, momentum }).tensors
          : run(updateWithMomentum, { x, g, v, b }, { ...values, momentum }).tensors
        : centered
          ? run(updateCentered, { x, g, v, m }, values).tensors
          : run(update, { x, g, v }, values).tensors
    const { x: next, ...slots } = stepped
    return { x: next, state: { b, m, ...slots }, diagnostics: { effectiveLearningRate: rate } }
  }
})
