import { type Static, Type } from 'typebox'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { max, mix, mul, square, sub } from '../kernels/expression.ts'
import { byCount } from './parts/by-count.ts'
import { normalised, withDecay } from './parts/formula-terms.ts'
import { beta1, beta2, epsilon, flag, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer, type StepInput, type StepOutput } from './parts/optimizer.ts'
import { gradientCount, likeParameters, type StateOf } from './parts/state.ts'

const scalars = ['beta1', 'beta2', 'epsilon', 'rate'] as const
const switches = ['coupled', 'kept'] as const

const update = stepKernel({
  tensors: ['x', 'g', 'm', 'v'],
  scalars,
  switches,
  formula: ({ x, g: gradient, m: m0, v: v0 }, { beta1, beta2, epsilon, rate, coupled, kept }) => {
    const g = withDecay(gradient, coupled, x)
    const m = mix(m0, g, beta1)
    const v = mix(v0, square(g), beta2)
    const u = normalised(m, v, epsilon)
    return { tensors: { m, v, x: sub(mul(kept, x), mul(rate, u)) } }
  }
})

/** AMSGrad divides by the largest v so far. */
const updateByMaximum = stepKernel({
  tensors: ['x', 'g', 'm', 'v', 'vMax'],
  scalars,
  switches,
  formula: ({ x, g: gradient, m: m0, v: v0, vMax: vMax0 }, { beta1, beta2, epsilon, rate, coupled, kept }) => {
    const g = withDecay(gradient, coupled, x)
    const m = mix(m0, g, beta1)
    const v = mix(v0, square(g), beta2)
    const vMax = max(vMax0, v)
    const u = normalised(m, vMax, epsilon)
    return { tensors: { m, v, vMax, x: sub(mul(kept, x), mul(rate, u)) } }
  }
})

export const adamHyperparameters = Type.Object({
  beta1: beta1(0.9),
  beta2: beta2(0.999),
  epsilon: epsilon(1e-8),
  weightDecay: nonNegative(0, 'λ, added to the gradient as λx.'),
  amsgrad: flag(false, 'AMSGrad: divide by the largest v so far.')
})
export const adamSlots = () => ({ k: gradientCount, m: likeParameters, v: likeParameters, vMax: likeParameters })
export type AdamState = StateOf<ReturnType<typeof adamSlots>>

/** How a step of Adam decays the weights: `coupled`·x is added to the gradient; x is multiplied by `kept` before the step. */
interface Decay {
  readonly coupled: number
  readonly kept: number
}

/** One step of Adam, with decay inside the gradient (Adam) or beside it (AdamW, AdamC). */
export function adamStep(
  workspace: Workspace,
  { x, g, state, learningRate }: StepInput<AdamState>,
  { beta1, beta2, epsilon, amsgrad }: Static<typeof adamHyperparameters>,
  decay: Decay
): StepOutput<AdamState> {
  const { m, v, vMax } = state
  const { counts: k, trees } = byCount(workspace, state.k, { x, g, m, v, vMax }, (k, group) => {
    // With c = √(1 − β₂ᵗ), 1/(√v/c + ε) = c/(√v + cε): the correction becomes a factor of the rate and of ε.
    const correction = Math.sqrt(1 - beta2 ** (k + 1))
    const values = {
      beta1,
      beta2,
      epsilon: epsilon * correction,
      ...decay,
      rate: (learningRate * correction) / (1 - beta1 ** (k + 1))
    }
    return amsgrad
      ? workspace.run(updateByMaximum, group, values).tensors
      : { ...workspace.run(update, group, values).tensors, vMax: group.vMax }
  })
  const { x: next, ...averages } = trees
  return { x: next, state: { k, ...averages }, diagnostics: { effectiveLearningRate: learningRate } }
}

/**
 * Adam: steps along the average gradient, each coordinate divided by the root of its average square. Follows PyTorch; t counts from 1.
 *
 *     g ← g + λx
 *     m ← β₁m + (1 − β₁)g,   v ← β₂v + (1 − β₂)g²
 *     x ← x − γ · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 *
 * @see Kingma, Ba, Adam: A Method for Stochastic Optimization, 2014, Algorithm 1. arXiv:1412.6980
 * @see Reddi, Kale, Kumar, On the Convergence of Adam and Beyond, 2018 (AMSGrad). arXiv:1904.09237
 */
export const adam = defineOptimizer({
  name: 'adam',
  title: 'Adam',
  source: {
    authors: 'Kingma, Ba',
    title: 'Adam: A Method for Stochastic Optimization',
    year: 2014,
    arxiv: '1412.6980',
    algorithm: 'Algorithm 1',
    code: 'torch.optim.Adam'
  },
  hyperparameters: adamHyperparameters,
  defaultLearningRate: 1e-3,
  state: adamSlots,
  init: adamInit,
  step: (workspace, input, hyperparameters) =>
    adamStep(workspace, input, hyperparameters, { coupled: hyperparameters.weightDecay, kept: 1 })
})

/** The state before the first step: zero averages. Only AMSGrad keeps vMax. */
export function adamInit({ filledLike, pick }: Workspace, x: Tree, { amsgrad }: { amsgrad: boolean }): AdamState {
  return { k: new Map(), m: filledLike(x, 0), v: filledLike(x, 0), vMax: amsgrad ? filledLike(x, 0) : pick(x, []) }
}
