import { Type } from 'typebox'
import { madgradPaper } from '../domain/papers.ts'
import { add, cbrt, div, type Expression, equal, mix, mul, select, square, sub } from '../kernels/expression.ts'
import { withDecay } from './parts/formula-terms.ts'
import { flag, fraction, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, stepCount } from './parts/state.ts'

/** a/(∛ν + ε), and 0 where both ν and ε are 0. */
export const byCubeRoot = (a: Expression, nu: Expression, epsilon: Expression): Expression => {
  const denominator = add(cbrt(nu), epsilon)
  return div(a, select(equal(denominator, 0), Number.POSITIVE_INFINITY, denominator))
}

const update = stepKernel({
  tensors: ['x', 'g', 'nu', 's', 'x0'],
  scalars: ['lambda', 'epsilon', 'momentum'],
  switches: ['coupled', 'shrink'],
  formula: ({ x, g: gradient, nu: nu0, s: s0, x0 }, { lambda, epsilon, momentum, coupled, shrink }) => {
    const g = withDecay(gradient, coupled, x)
    const nu = add(nu0, mul(lambda, square(g)))
    const s = add(s0, mul(lambda, g))
    const z = sub(x0, byCubeRoot(s, nu, epsilon))
    return { tensors: { nu, s, x: sub(mix(x, z, momentum), mul(shrink, x)) } }
  }
})

/** Without momentum x = z, so x₀ = x + s/(∛ν + ε) needs no memory. */
const updateWithoutMomentum = stepKernel({
  tensors: ['x', 'g', 'nu', 's'],
  scalars: ['lambda', 'epsilon'],
  switches: ['coupled', 'shrink'],
  formula: ({ x, g: gradient, nu: nu0, s: s0 }, { lambda, epsilon, coupled, shrink }) => {
    const g = withDecay(gradient, coupled, x)
    const nu = add(nu0, mul(lambda, square(g)))
    const s = add(s0, mul(lambda, g))
    const x0 = add(x, byCubeRoot(s0, nu0, epsilon))
    const z = sub(x0, byCubeRoot(s, nu, epsilon))
    return { tensors: { nu, s, x: sub(z, mul(shrink, x)) } }
  }
})

export const madgradHyperparameters = (epsilon: number) =>
  Type.Object({
    momentum: fraction(0.9, 'μ, the weight of the old x.'),
    weightDecay: nonNegative(0, 'Weight decay: see `decoupleDecay`. Choose it smaller than for SGD.'),
    epsilon: nonNegative(epsilon, 'ε, added to the denominator and to the learning rate.'),
    decoupleDecay: flag(false, 'true: shrink the parameters. false: add weightDecay·x to the gradient.')
  })

/** The official code adds ε to the learning rate "for stability", unless the rate is 0. */
export const stabilised = (learningRate: number, epsilon: number): number => (learningRate === 0 ? 0 : learningRate + epsilon)

/**
 * MADGRAD: dual averaging with momentum; divides each coordinate by the cube root of its squares. k counts from 0.
 *
 *     L = γ + ε  (0 if γ = 0),   λ = L√(k + 1),   g ← g + weightDecay·x
 *     ν ← ν + λg²,   s ← s + λg
 *     z = x₀ − s/(∛ν + ε)
 *     x ← μx + (1 − μ)z                       (decoupleDecay: minus L·weightDecay·x of the old x)
 *
 * Without momentum the state has no x₀: it is x + s/(∛ν + ε) before the step. γ is inside ν too, so a step grows as γ^⅔.
 * @see Defazio, Jelassi, Adaptivity without Compromise, JMLR 23, 2022, Algorithm 1. arXiv:2101.11075
 */
export const madgrad = defineOptimizer({
  name: 'madgrad',
  title: 'MADGRAD',
  source: { ...madgradPaper, algorithm: 'Algorithm 1', code: 'madgrad, MADGRAD' },
  hyperparameters: madgradHyperparameters(1e-6),
  defaultLearningRate: 1e-2,
  state: () => ({ k: stepCount, nu: likeParameters, s: likeParameters, x0: likeParameters }),
  init: ({ filledLike, copy, pick }, x, { momentum }) => ({
    k: 0,
    nu: filledLike(x, 0),
    s: filledLike(x, 0),
    x0: momentum === 0 ? pick(x, []) : copy(x)
  }),
  step: ({ run }, { x, g, state, learningRate }, { momentum, weightDecay, epsilon, decoupleDecay }) => {
    const { k, nu, s, x0 } = state
    const rate = stabilised(learningRate, epsilon)
    const decay = { coupled: decoupleDecay ? 0 : weightDecay, shrink: decoupleDecay ? rate * weightDecay : 0 }
    const values = { lambda: rate * Math.sqrt(k + 1), epsilon, momentum, ...decay }
    const { x: next, ...sums } =
      momentum === 0 ? run(updateWithoutMomentum, { x, g, nu, s }, values).tensors : run(update, { x, g, nu, s, x0 }, values).tensors
    return { x: next, state: { k: k + 1, ...sums, x0 }, diagnostics: { effectiveLearningRate: rate } }
  }
})
