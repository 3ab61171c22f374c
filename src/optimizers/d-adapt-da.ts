import { type Static, Type } from 'typebox'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { add, mul, square, sub } from '../kernels/expression.ts'
import { d0 } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer, type StepInput, type StepOutput } from './parts/optimizer.ts'
import { dAdaptation } from './parts/sources.ts'
import { likeParameters, type StateOf, scalar } from './parts/state.ts'
import { averaged, gradientBound, shareOf } from './parts/weighted-average.ts'

const accumulate = stepKernel({
  tensors: ['x', 'g', 's', 'average'],
  scalars: ['lambda', 'share'],
  formula: ({ x, g, s: old, average }, { lambda, share }) => {
    const s = add(old, mul(lambda, g))
    return { tensors: { s, average: averaged(average, x, share) }, sums: { gg: square(g), gs: mul(g, old), ss: square(s) } }
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
    description: 'Which of the two lower bounds is d̂; II is never the smaller.'
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

/**
 * One step. Instead of growing d to d̂, a method with resetting starts again from x₀ where d̂ > 2d, and leaves d alone where not.
 */
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

  // γ of before this step; there is none before the first gradient, which stands in for itself.
  const gammaBefore = 1 / Math.sqrt(G ** 2 + (state.squares === 0 && G === 0 ? sums.gg : state.squares))
  const gamma = 1 / Math.sqrt(G ** 2 + squares)
  const weightedSquares = state.weightedSquares + gammaBefore * lambda ** 2 * sums.gg
  const products = state.products + gammaBefore * lambda * sums.gs
  const distance = Math.sqrt(sums.ss)
  const bound = option === 'I' ? (gamma * sums.ss - weightedSquares) / (2 * distance) : products / distance
  const dHat = distance === 0 ? 0 : bound
  const diagnostics = { dHat, effectiveLearningRate: gamma * lambda }
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
 * D-Adaptation by dual averaging, the form that the theory is about.
 *
 *     λ = dγ_lr,   s ← s + λg,   γ′ = 1/√(G² + Σ‖g‖²)
 *     I:  d̂ = (γ′‖s‖² − Σγλ²‖g‖²)/(2‖s‖)          II:  d̂ = Σγλ⟨g, s⟩/‖s‖      (the γ and s of before each step)
 *     d ← max(d, d̂),   x ← x₀ − γ′s
 *     evaluate x̄ = Σλx/Σλ
 *
 * γ_lr is the step's learning rate, 1 in the paper. d never exceeds ‖x₀ − x*‖ for convex f.
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
