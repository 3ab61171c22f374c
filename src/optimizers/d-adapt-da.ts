import { type Static, Type } from 'typebox'
import { dAdaptation } from '../domain/papers.ts'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { add, mul, square, sub } from '../kernels/expression.ts'
import { d0 } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer, type StepInput, type StepOutput } from './parts/optimizer.ts'
import { likeParameters, type StateOf, scalar } from './parts/state.ts'
import { averaged, gradientBound, shareOf } from './parts/weighted-average.ts'

const accumulate = stepKernel({
  tensors: ['x', 'g', 's', 'average'],
  scalars: ['lambda', 'share'],
  formula: ({ x, g, s: s0, average }, { lambda, share }) => {
    const s = add(s0, mul(lambda, g))
    return { tensors: { s, average: averaged(average, x, share) }, sums: { gg: square(g), gs: mul(g, s0), ss: square(s) } }
  }
})

const apply = stepKernel({
  tensors: ['x', 'x0', 's'],
  scalars: ['gamma'],
  formula: ({ x0, s }, { gamma }) => ({ tensors: { x: sub(x0, mul(gamma, s)) } })
})

export const dualAveragingHyperparameters = Type.Object({
  d0,
  gradientBound,
  option: Type.Union([Type.Literal('I'), Type.Literal('II')], {
    default: 'II',
    description: 'Which lower bound d̂ is. II is at least I.'
  })
})
export const dualAveragingSlots = () => ({
  d: scalar,
  squares: scalar,
  products: scalar,
  weightedSquares: scalar,
  weightSum: scalar,
  s: likeParameters,
  x0: likeParameters,
  average: likeParameters
})
export type DualAveragingState = StateOf<ReturnType<typeof dualAveragingSlots>>

export const startDualAveraging = ({ filledLike, copy }: Workspace, x: Tree, { d0 }: { d0: number }): DualAveragingState => ({
  d: d0,
  squares: 0,
  products: 0,
  weightedSquares: 0,
  weightSum: 0,
  s: filledLike(x, 0),
  x0: copy(x),
  average: copy(x)
})

/** One step. `grow` raises d to d̂. `reset` keeps d, and restarts from x₀ with d = d̂ once d̂ > 2d. */
export function dualAveragingStep(
  workspace: Workspace,
  { x, g, state, learningRate }: StepInput<DualAveragingState>,
  { gradientBound: G, option }: Static<typeof dualAveragingHyperparameters>,
  growth: 'grow' | 'reset'
): StepOutput<DualAveragingState> {
  const { d, x0 } = state
  const lambda = d * learningRate
  const weightSum = state.weightSum + lambda
  const { tensors, sums } = workspace.run(
    accumulate,
    { x, g, s: state.s, average: state.average },
    { lambda, share: shareOf(lambda, weightSum) }
  )
  const squares = state.squares + sums.gg
  if (squares === 0) return { x, state: { ...state, ...tensors }, diagnostics: { d, dHat: d, effectiveLearningRate: 0 } }

  // γ before this step. Before the first gradient there is none: with G = 0 that gradient's own norm stands in.
  const gammaBefore = 1 / Math.sqrt(G ** 2 + (state.squares === 0 && G === 0 ? sums.gg : state.squares))
  const gamma = 1 / Math.sqrt(G ** 2 + squares)
  const weightedSquares = state.weightedSquares + gammaBefore * lambda ** 2 * sums.gg
  const products = state.products + gammaBefore * lambda * sums.gs
  const distance = Math.sqrt(sums.ss)
  const terms =
    option === 'I'
      ? { dNumerator: gamma * sums.ss - weightedSquares, dDenominator: 2 * distance }
      : { dNumerator: products, dDenominator: distance }
  const dHat = distance === 0 ? 0 : terms.dNumerator / terms.dDenominator
  const diagnostics = { dHat, ...terms, effectiveLearningRate: gamma * lambda }
  if (growth === 'reset' && dHat > 2 * d) {
    const { tensors: back } = workspace.run(apply, { x, x0, s: tensors.s }, { gamma: 0 })
    return { x: back.x, state: startDualAveraging(workspace, x0, { d0: dHat }), diagnostics: { d: dHat, ...diagnostics } }
  }
  const dNext = growth === 'grow' ? Math.max(d, dHat) : d
  return {
    x: workspace.run(apply, { x, x0, s: tensors.s }, { gamma }).tensors.x,
    state: { d: dNext, squares, products, weightedSquares, weightSum, x0, ...tensors },
    diagnostics: { d: dNext, ...diagnostics }
  }
}

/**
 * D-Adaptation by dual averaging: the method that the paper's theorems analyse.
 *
 *     λ = dγ_lr,   s ← s + λg,   γ′ = 1/√(G² + Σ‖g‖²)
 *     I:  d̂ = (γ′‖s‖² − Σγλ²‖g‖²)/(2‖s‖)          II:  d̂ = Σγλ⟨g, s⟩/‖s‖      (γ and s from before each step)
 *     d ← max(d, d̂),   x ← x₀ − γ′s
 *     evaluate x̄ = Σλx/Σλ
 *
 * γ_lr is the step's learning rate, 1 in the paper. For convex f, d ≤ ‖x₀ − x*‖. The state keeps Σ‖g‖² as `squares`, Σγλ²‖g‖² as
 * `weightedSquares` and Σγλ⟨g, s⟩ as `products`.
 * @see Defazio, Mishchenko, Learning-Rate-Free Learning by D-Adaptation, 2023, Algorithm 1. arXiv:2301.07733
 */
export const dAdaptDa = defineOptimizer({
  name: 'd-adapt-da',
  title: 'Dual averaging with D-Adaptation',
  source: { ...dAdaptation, algorithm: 'Algorithm 1' },
  hyperparameters: dualAveragingHyperparameters,
  defaultLearningRate: 1,
  state: dualAveragingSlots,
  init: startDualAveraging,
  step: (workspace, input, hyperparameters) => dualAveragingStep(workspace, input, hyperparameters, 'grow'),
  evaluate: ({ copy }, { state }) => copy(state.average)
})
