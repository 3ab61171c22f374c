import { Type } from 'typebox'
import { add, mix, mul, sub } from '../kernels/expression.ts'
import { withDecay } from './parts/formula-terms.ts'
import { fraction, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, stepCount } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 's', 'x0'],
  scalars: ['lambda', 'inverseBeta'],
  switches: ['momentum', 'decay'],
  formula: ({ x, g: gradient, s: s0, x0 }, { lambda, inverseBeta, momentum, decay }) => {
    const g = withDecay(gradient, decay, x)
    const s = add(s0, mul(lambda, g))
    const z = sub(x0, mul(inverseBeta, s))
    return { tensors: { s, x: mix(x, z, momentum) } }
  }
})

/**
 * Modernized dual averaging: sums all gradients so far, later ones with more weight, and averages the points. k counts from 0.
 *
 *     λ = γ√(k + 1),   β = √(k + 1),   g ← g + weightDecay·x
 *     s ← s + λg,   z = x₀ − s/β
 *     x ← μx + (1 − μ)z
 *
 * It equals SGD with momentum plus a pull towards x₀ that fades as 1/(2(k + 1)). MADGRAD with a constant denominator has β = 1.
 * @see Jelassi, Defazio, Dual Averaging is Surprisingly Effective for Deep Learning Optimization, 2020. arXiv:2010.10502
 */
export const modernizedDualAveraging = defineOptimizer({
  name: 'modernized-dual-averaging',
  title: 'Modernized dual averaging',
  source: {
    authors: 'Jelassi, Defazio',
    title: 'Dual Averaging is Surprisingly Effective for Deep Learning Optimization',
    year: 2020,
    arxiv: '2010.10502'
  },
  hyperparameters: Type.Object({
    momentum: fraction(0.9, 'μ, the weight of the old x.'),
    weightDecay: nonNegative(0, 'The gradient gets weightDecay·x added.')
  }),
  defaultLearningRate: 0.1,
  state: () => ({ k: stepCount, s: likeParameters, x0: likeParameters }),
  init: ({ filledLike, copy }, x) => ({ k: 0, s: filledLike(x, 0), x0: copy(x) }),
  step: ({ run }, { x, g, state, learningRate }, { momentum, weightDecay: decay }) => {
    const beta = Math.sqrt(state.k + 1)
    const { x0 } = state
    const { x: next, s } = run(
      update,
      { x, g, s: state.s, x0 },
      { lambda: learningRate * beta, inverseBeta: 1 / beta, momentum, decay }
    ).tensors
    return { x: next, state: { k: state.k + 1, s, x0 }, diagnostics: { effectiveLearningRate: learningRate } }
  }
})
