import { Type } from 'typebox'
import { prodigyPaper } from '../domain/papers.ts'
import { add, mul, square, sub } from '../kernels/expression.ts'
import { d0 } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, scalar } from './parts/state.ts'
import { averaged, gradientBound, shareOf } from './parts/weighted-average.ts'

const accumulate = stepKernel({
  tensors: ['x', 'g', 'x0', 's', 'average'],
  scalars: ['weight', 'share'],
  formula: ({ x, g, x0, s: s0, average }, { weight, share }) => {
    const s = add(s0, mul(weight, g))
    return {
      tensors: { s, average: averaged(average, x, share) },
      sums: { gg: square(g), agreement: mul(g, sub(x0, x)), ss: square(s) }
    }
  }
})

const apply = stepKernel({
  tensors: ['x', 'x0', 's'],
  scalars: ['gamma'],
  formula: ({ x0, s }, { gamma }) => ({ tensors: { x: sub(x0, mul(gamma, s)) } })
})

/**
 * Prodigy by dual averaging: the method that the paper's theorems analyse.
 *
 *     s ← s + λd²g
 *     d̂ = Σλd²⟨g, x₀ − x⟩/‖s‖,   d′ = max(d, d̂)
 *     γ = 1/√(λ²d′²G² + Σλ²d²‖g‖²)
 *     x ← x₀ − γs
 *     evaluate x̄ = Σλd²x/Σλd²
 *
 * λ is the step's learning rate, 1 in the paper. Reconstructed. For convex f, d ≤ ‖x₀ − x*‖. The state keeps Σλ²d²‖g‖² as `squares`
 * and Σλd²⟨g, x₀ − x⟩ as `numerator`.
 * @see Mishchenko, Defazio, Prodigy: An Expeditiously Adaptive Parameter-Free Learner, 2023, Algorithm 2. arXiv:2306.06101
 */
export const prodigyDa = defineOptimizer({
  name: 'prodigy-da',
  title: 'Prodigy by dual averaging',
  source: { ...prodigyPaper, algorithm: 'Algorithm 2' },
  experimental: true,
  hyperparameters: Type.Object({ d0, gradientBound }),
  defaultLearningRate: 1,
  state: () => ({
    d: scalar,
    squares: scalar,
    numerator: scalar,
    weightSum: scalar,
    s: likeParameters,
    x0: likeParameters,
    average: likeParameters
  }),
  init: ({ copy, filledLike }, x, { d0 }) => ({
    d: d0,
    squares: 0,
    numerator: 0,
    weightSum: 0,
    s: filledLike(x, 0),
    x0: copy(x),
    average: copy(x)
  }),
  step: ({ run }, { x, g, state, learningRate: lambda }, { gradientBound: G }) => {
    const { d, x0 } = state
    const weight = lambda * d ** 2
    const weightSum = state.weightSum + weight
    const values = { weight, share: shareOf(weight, weightSum) }
    const { tensors, sums } = run(accumulate, { x, g, x0, s: state.s, average: state.average }, values)
    const squares = state.squares + lambda ** 2 * d ** 2 * sums.gg
    if (squares === 0) return { x, state: { ...state, ...tensors }, diagnostics: { d, dHat: d, effectiveLearningRate: 0 } }

    const numerator = state.numerator + weight * sums.agreement
    const terms = { dNumerator: numerator, dDenominator: Math.sqrt(sums.ss) }
    const dHat = terms.dDenominator === 0 ? 0 : terms.dNumerator / terms.dDenominator
    const dNext = Math.max(d, dHat)
    const gamma = 1 / Math.sqrt(lambda ** 2 * dNext ** 2 * G ** 2 + squares)
    return {
      x: run(apply, { x, x0, s: tensors.s }, { gamma }).tensors.x,
      state: { d: dNext, squares, numerator, weightSum, x0, ...tensors },
      diagnostics: { d: dNext, dHat, ...terms, effectiveLearningRate: gamma * weight }
    }
  },
  evaluate: ({ copy }, { state }) => copy(state.average)
})
