import { Type } from 'typebox'
import { add, div, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { byCount } from './parts/by-count.ts'
import { epsilon, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { gradientCount, likeParameters } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'a'],
  scalars: ['rate', 'epsilon'],
  switches: ['decay'],
  formula: ({ x, g: raw, a: old }, { rate, decay, epsilon }) => {
    const g = add(raw, mul(decay, x))
    const a = add(old, square(g))
    return { tensors: { a, x: sub(x, mul(rate, div(g, add(sqrt(a), epsilon)))) } }
  }
})

/**
 * AdaGrad: each coordinate divided by the root of the sum of its squares so far, as PyTorch has it (k counts from 0).
 *
 *     g ← g + λx
 *     a ← a + g²
 *     x ← x − γ/(1 + k·lrDecay) · g/(√a + ε)
 *
 * @see Duchi, Hazan, Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR 12, 2011
 */
export const adagrad = defineOptimizer({
  name: 'adagrad',
  title: 'AdaGrad',
  source: {
    authors: 'Duchi, Hazan, Singer',
    title: 'Adaptive Subgradient Methods for Online Learning and Stochastic Optimization',
    year: 2011,
    venue: 'JMLR 12',
    code: 'torch.optim.Adagrad'
  },
  hyperparameters: Type.Object({
    lrDecay: nonNegative(0, 'The learning rate of step k is divided by 1 + k·lrDecay.'),
    weightDecay: nonNegative(0, 'λ, added to the gradient as λx.'),
    initialAccumulatorValue: nonNegative(0, 'What the sums of squares start from.'),
    epsilon: epsilon(1e-10)
  }),
  defaultLearningRate: 1e-2,
  state: () => ({ k: gradientCount, a: likeParameters }),
  init: ({ filledLike }, x, { initialAccumulatorValue }) => ({ k: new Map(), a: filledLike(x, initialAccumulatorValue) }),
  step: (workspace, { x, g, state, learningRate }, { lrDecay, weightDecay: decay, epsilon }) => {
    const { counts: k, trees } = byCount(workspace, state.k, { x, g, a: state.a }, (k, group) => {
      return workspace.run(update, group, { rate: learningRate / (1 + k * lrDecay), decay, epsilon }).tensors
    })
    return { x: trees.x, state: { k, a: trees.a }, diagnostics: { effectiveLearningRate: learningRate } }
  }
})
