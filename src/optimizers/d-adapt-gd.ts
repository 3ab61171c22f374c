import { type Static, Type } from 'typebox'
import { dAdaptation } from '../domain/papers.ts'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { add, mul, square, sub } from '../kernels/expression.ts'
import { d0 } from './parts/hyperparameters.ts'
import { observeGradient, stepKernel } from './parts/observe.ts'
import { defineOptimizer, type StepInput, type StepOutput } from './parts/optimizer.ts'
import { likeParameters, type StateOf, scalar } from './parts/state.ts'
import { averaged, gradientBound, shareOf } from './parts/weighted-average.ts'

const accumulate = stepKernel({
  tensors: ['x', 'gradient', 's', 'average'],
  scalars: ['lambda', 'share'],
  formula: ({ x, gradient: g, s: s0, average }, { lambda, share }) => {
    const s = add(s0, mul(lambda, g))
    return { tensors: { s, average: averaged(average, x, share) }, sums: { ss: square(s) } }
  }
})

const apply = stepKernel({ tensors: ['x', 'x0', 's'], formula: ({ x0, s }) => ({ tensors: { x: sub(x0, s) } }) })
const toStart = stepKernel({ tensors: ['x', 'x0'], formula: ({ x0 }) => ({ tensors: { x: x0 } }) })

export const gradientDescentHyperparameters = Type.Object({ d0, gradientBound })
export const gradientDescentSlots = () => ({
  d: scalar,
  squares: scalar,
  weightedSquares: scalar,
  weightSum: scalar,
  s: likeParameters,
  x0: likeParameters,
  average: likeParameters
})
export type GradientDescentState = StateOf<ReturnType<typeof gradientDescentSlots>>

export const startGradientDescent = ({ filledLike, copy }: Workspace, x: Tree, { d0 }: { d0: number }): GradientDescentState => ({
  d: d0,
  squares: 0,
  weightedSquares: 0,
  weightSum: 0,
  s: filledLike(x, 0),
  x0: copy(x),
  average: copy(x)
})

/** One step. `grow` and `reset`: see `dualAveragingStep`. */
export function gradientDescentStep(
  workspace: Workspace,
  { x, g, state, learningRate }: StepInput<GradientDescentState>,
  { gradientBound: G }: Static<typeof gradientDescentHyperparameters>,
  growth: 'grow' | 'reset'
): StepOutput<GradientDescentState> {
  const { d, x0 } = state
  const gg = observeGradient(workspace, g)
  const squares = state.squares + gg
  if (squares === 0) return { x, state, diagnostics: { d, dHat: d, effectiveLearningRate: 0 } }
  const lambda = (d * learningRate) / Math.sqrt(G ** 2 + squares)
  const weightSum = state.weightSum + lambda
  const { tensors, sums } = workspace.run(
    accumulate,
    { x, gradient: g, s: state.s, average: state.average },
    { lambda, share: shareOf(lambda, weightSum) }
  )
  const weightedSquares = state.weightedSquares + lambda ** 2 * gg
  const terms = { dNumerator: sums.ss - weightedSquares, dDenominator: 2 * Math.sqrt(sums.ss) }
  const dHat = sums.ss === 0 ? 0 : terms.dNumerator / terms.dDenominator
  const diagnostics = { dHat, ...terms, effectiveLearningRate: lambda }
  if (growth === 'reset' && dHat > 2 * d) {
    const back = workspace.run(toStart, { x, x0 }, {}).tensors.x
    return { x: back, state: startGradientDescent(workspace, x0, { d0: dHat }), diagnostics: { d: dHat, ...diagnostics } }
  }
  const dNext = growth === 'grow' ? Math.max(d, dHat) : d
  return {
    x: workspace.run(apply, { x, x0, s: tensors.s }, {}).tensors.x,
    state: { d: dNext, squares, weightedSquares, weightSum, x0, ...tensors },
    diagnostics: { d: dNext, ...diagnostics }
  }
}

/**
 * D-Adaptation by gradient descent.
 *
 *     λ = dγ/√(G² + Σ‖g‖²)                        (the sum includes this g)
 *     s ← s + λg,   x ← x₀ − s
 *     d̂ = (‖s‖² − Σλ²‖g‖²)/(2‖s‖),   d ← max(d, d̂)
 *     evaluate x̄ = Σλx/Σλ
 *
 * Reconstructed. For convex f, d ≤ ‖x₀ − x*‖ as for dual averaging. The state keeps Σ‖g‖² as `squares` and Σλ²‖g‖² as `weightedSquares`.
 * @see Defazio, Mishchenko, Learning-Rate-Free Learning by D-Adaptation, 2023. arXiv:2301.07733
 */
export const dAdaptGd = defineOptimizer({
  name: 'd-adapt-gd',
  title: 'Gradient descent with D-Adaptation',
  source: { ...dAdaptation, algorithm: 'Gradient Descent with D-Adaptation' },
  experimental: true,
  hyperparameters: gradientDescentHyperparameters,
  defaultLearningRate: 1,
  state: gradientDescentSlots,
  init: startGradientDescent,
  step: (workspace, input, hyperparameters) => gradientDescentStep(workspace, input, hyperparameters, 'grow'),
  evaluate: ({ copy }, { state }) => copy(state.average)
})
