import { Type } from 'typebox'
import { mix, mul, sign, sub } from '../kernels/expression.ts'
import { fraction, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'm'],
  scalars: ['beta1', 'beta2', 'rate'],
  switches: ['kept'],
  formula: ({ x, g, m: m0 }, { beta1, beta2, rate, kept }) => {
    const u = sign(mix(m0, g, beta1))
    return { tensors: { m: mix(m0, g, beta2), x: sub(mul(kept, x), mul(rate, u)) } }
  }
})

/**
 * Lion: steps by the sign of an average gradient, the same distance in every coordinate. It keeps another, longer average.
 *
 *     u = sign(β₁m + (1 − β₁)g)
 *     x ← (1 − γλ)x − γu
 *     m ← β₂m + (1 − β₂)g
 *
 * The sign of 0 is 0. Its rate is a third to a tenth of AdamW's, and its λ as many times larger.
 * @see Chen et al., Symbolic Discovery of Optimization Algorithms, 2023, Algorithm 2. arXiv:2302.06675
 */
export const lion = defineOptimizer({
  name: 'lion',
  title: 'Lion',
  source: {
    authors: 'Chen, Liang, Huang, Real, Wang, Liu, Pham, Dong, Luong, Hsieh, Lu, Le',
    title: 'Symbolic Discovery of Optimization Algorithms',
    year: 2023,
    arxiv: '2302.06675',
    algorithm: 'Algorithm 2',
    code: 'google/automl, lion_pytorch.Lion'
  },
  hyperparameters: Type.Object({
    beta1: fraction(0.9, 'β₁, the weight of the past in the average whose sign is taken.'),
    beta2: fraction(0.99, 'β₂, the weight of the past in the average that is kept.'),
    weightDecay: nonNegative(0, 'λ: each step shrinks the parameters by γλ.')
  }),
  defaultLearningRate: 1e-4,
  state: () => ({ m: likeParameters }),
  init: ({ filledLike }, x) => ({ m: filledLike(x, 0) }),
  step: ({ run }, { x, g, state, learningRate: rate }, { beta1, beta2, weightDecay }) => {
    const { tensors } = run(update, { x, g, m: state.m }, { beta1, beta2, rate, kept: 1 - rate * weightDecay })
    return { x: tensors.x, state: { m: tensors.m }, diagnostics: { effectiveLearningRate: rate } }
  }
})
