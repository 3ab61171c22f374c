import { Type } from 'typebox'
import { add, mul, square, sub } from '../kernels/expression.ts'
import { byCount } from './parts/by-count.ts'
import { normalised, withDecay } from './parts/formula-terms.ts'
import { epsilon, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { gradientCount, likeParameters } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'a'],
  scalars: ['rate', 'epsilon'],
  switches: ['decay'],
  formula: ({ x, g: gradient, a: a0 }, { rate, decay, epsilon }) => {
    const g = withDecay(gradient, decay, x)
    const a = add(a0, square(g))
    const u = normalised(g, a, epsilon)
    return { tensors: { a, x: sub(x, mul(rate, u)) } }
  }
})

/**
 * AdaGrad: divides each coordinate by the root of the sum of its squared gradients. Follows PyTorch; k counts from 0.
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
    initialAccumulatorValue: nonNegative(0, 'The value that a starts from.'),
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
