import { Type } from 'typebox'
import { mix, mul, sub } from '../kernels/expression.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'z'],
  scalars: ['rate', 'c'],
  formula: ({ x, g, z: z0 }, { rate, c }) => {
    const z = sub(z0, mul(rate, g))
    return { tensors: { z, x: mix(z, x, c) } }
  }
})

/**
 * Stochastic primal averaging: SGD with momentum, written as an average of plain SGD's points.
 *
 *     z ← z − γg
 *     x ← (1 − c)x + cz
 *
 * SGD with learning rate α and momentum β is γ = α/(1 − β), c = 1 − β. If α changes, this stays equal to SGD that applies the rate
 * inside the buffer. PyTorch applies it outside: there, set z ← x + (γ′/γ)(z − x) at the change.
 * @see Defazio, Understanding the Role of Momentum in Non-Convex Optimization, 2020. arXiv:2010.00406
 */
export const stochasticPrimalAveraging = defineOptimizer({
  name: 'stochastic-primal-averaging',
  title: 'Stochastic primal averaging',
  source: {
    authors: 'Defazio',
    title: 'Understanding the Role of Momentum in Non-Convex Optimization: Practical Insights from a Lyapunov Analysis',
    year: 2020,
    arxiv: '2010.00406'
  },
  hyperparameters: Type.Object({
    c: Type.Number({ exclusiveMinimum: 0, maximum: 1, default: 0.1, description: 'c, the weight of z in x: 1 − β of SGD with momentum β.' })
  }),
  defaultLearningRate: 0.1,
  state: () => ({ z: likeParameters }),
  init: ({ copy }, x) => ({ z: copy(x) }),
  step: ({ run }, { x, g, state, learningRate: rate }, { c }) => {
    const { x: next, z } = run(update, { x, g, z: state.z }, { rate, c }).tensors
    return { x: next, state: { z }, diagnostics: { effectiveLearningRate: rate } }
  }
})
