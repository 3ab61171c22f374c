import { Type } from 'typebox'
import { prodigyPaper } from '../domain/papers.ts'
import { mul, square, sub } from '../kernels/expression.ts'
import { d0 } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, scalar } from './parts/state.ts'
import { averaged, gradientBound, shareOf } from './parts/weighted-average.ts'

const measure = stepKernel({
  tensors: ['x', 'g', 'x0'],
  formula: ({ x, g, x0 }) => ({ sums: { gg: square(g), agreement: mul(g, sub(x0, x)) } })
})

const apply = stepKernel({
  tensors: ['x', 'gradient', 'x0', 'average'],
  scalars: ['eta', 'share'],
  formula: ({ x: xOld, gradient: g, x0, average }, { eta, share }) => {
    const x = sub(xOld, mul(eta, g))
    return { tensors: { x, average: averaged(average, xOld, share) }, sums: { squaredDistance: square(sub(x, x0)) } }
  }
})

/**
 * Prodigy by gradient descent: the method that the paper's theorems analyse.
 *
 *     η = d²λ/√(d²G² + Σd²λ²‖g‖²)                    (the sum includes this step)
 *     x ← x − ηg
 *     d̂ = Ση⟨g, x₀ − x⟩/‖x′ − x₀‖,   d ← max(d, d̂)   (x before its step, x′ the last)
 *     evaluate x̄ = Σηx/Ση
 *
 * λ is the step's learning rate, 1 in the paper. Reconstructed. For convex f, d ≤ ‖x₀ − x*‖. The state keeps Σd²λ²‖g‖² as `squares`
 * and Ση⟨g, x₀ − x⟩ as `numerator`.
 * @see Mishchenko, Defazio, Prodigy: An Expeditiously Adaptive Parameter-Free Learner, 2023, Algorithm 1. arXiv:2306.06101
 */
export const prodigyGd = defineOptimizer({
  name: 'prodigy-gd',
  title: 'Prodigy by gradient descent',
  source: { ...prodigyPaper, algorithm: 'Algorithm 1' },
  experimental: true,
  hyperparameters: Type.Object({ d0, gradientBound }),
  defaultLearningRate: 1,
  state: () => ({ d: scalar, squares: scalar, numerator: scalar, weightSum: scalar, x0: likeParameters, average: likeParameters }),
  init: ({ copy }, x, { d0 }) => ({ d: d0, squares: 0, numerator: 0, weightSum: 0, x0: copy(x), average: copy(x) }),
  step: ({ run }, { x, g, state, learningRate: lambda }, { gradientBound: G }) => {
    const { d, x0 } = state
    const { gg, agreement } = run(measure, { x, g, x0 }, {}).sums
    const squares = state.squares + d ** 2 * lambda ** 2 * gg
    if (squares === 0 || lambda === 0) return { x, state, diagnostics: { d, dHat: d, effectiveLearningRate: 0 } }
    const eta = (d ** 2 * lambda) / Math.sqrt(d ** 2 * G ** 2 + squares)
    const weightSum = state.weightSum + eta
    const { tensors, sums } = run(apply, { x, gradient: g, x0, average: state.average }, { eta, share: shareOf(eta, weightSum) })
    const numerator = state.numerator + eta * agreement
    const terms = { dNumerator: numerator, dDenominator: Math.sqrt(sums.squaredDistance) }
    const dHat = terms.dDenominator === 0 ? 0 : terms.dNumerator / terms.dDenominator
    const dNext = Math.max(d, dHat)
    return {
      x: tensors.x,
      state: { d: dNext, squares, numerator, weightSum, x0, average: tensors.average },
      diagnostics: { d: dNext, dHat, ...terms, effectiveLearningRate: eta }
    }
  },
  evaluate: ({ copy }, { state }) => copy(state.average)
})
