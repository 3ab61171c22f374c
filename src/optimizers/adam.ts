import { type Static, Type } from 'typebox'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { add, div, max, mix, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { byCount } from './parts/by-count.ts'
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
  formula: ({ x, g: raw, m: m0, v: v0 }, { beta1, beta2, epsilon, rate, coupled, kept }) => {
    const g = add(raw, mul(coupled, x))
    const m = mix(m0, g, beta1)
    const v = mix(v0, square(g), beta2)
    return { tensors: { m, v, x: sub(mul(kept, x), mul(rate, div(m, add(sqrt(v), epsilon)))) } }
  }
})

/** AMSGrad: the denominator never shrinks. */
const updateByMaximum = stepKernel({
  tensors: ['x', 'g', 'm', 'v', 'vMax'],
  scalars,
  switches,
  formula: ({ x, g: raw, m: m0, v: v0, vMax: old }, { beta1, beta2, epsilon, rate, coupled, kept }) => {
    const g = add(raw, mul(coupled, x))
    const m = mix(m0, g, beta1)
    const v = mix(v0, square(g), beta2)
    const vMax = max(old, v)
    return { tensors: { m, v, vMax, x: sub(mul(kept, x), mul(rate, div(m, add(sqrt(vMax), epsilon)))) } }
  }
})

export const adamHyperparameters = Type.Object({
  beta1: beta1(0.9),
  beta2: beta2(0.999),
  epsilon: epsilon(1e-8),
  weightDecay: nonNegative(0, 'λ, added to the gradient as λx.'),
  amsgrad: flag(false, 'Divide by the largest of all averages of squared gradients so far.')
})
export const adamSlots = () => ({ k: gradientCount, m: likeParameters, v: likeParameters, vMax: likeParameters })
type AdamState = StateOf<ReturnType<typeof adamSlots>>

/** One step of Adam, where λx is added to the gradient (`coupled`), or the parameters shrink by 1 − γλ (AdamW). */
export function adamStep(
  workspace: Workspace,
  { x, g, state, learningRate }: StepInput<AdamState>,
  { beta1, beta2, epsilon, weightDecay, amsgrad }: Static<typeof adamHyperparameters>,
  decay: 'coupled' | 'decoupled'
): StepOutput<AdamState> {
  const { m, v, vMax } = state
  const { counts: k, trees } = byCount(workspace, state.k, { x, g, m, v, vMax }, (k, group) => {
    // √(v/(1 − β₂ᵗ)) + ε is √v + ε√(1 − β₂ᵗ), but for a factor that goes into the rate.
    const correction = Math.sqrt(1 - beta2 ** (k + 1))
    const values = {
      beta1,
      beta2,
      epsilon: epsilon * correction,
      coupled: decay === 'coupled' ? weightDecay : 0,
      kept: decay === 'decoupled' ? 1 - learningRate * weightDecay : 1,
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
 * Adam: the average gradient, each coordinate divided by the root of its average square, as PyTorch has it (t counts from 1).
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
  step: (workspace, input, hyperparameters) => adamStep(workspace, input, hyperparameters, 'coupled')
})

/** Zero averages; the largest averages are kept for AMSGrad alone. */
export function adamInit({ filledLike, pick }: Workspace, x: Tree, { amsgrad }: { amsgrad: boolean }): AdamState {
  return { k: new Map(), m: filledLike(x, 0), v: filledLike(x, 0), vMax: amsgrad ? filledLike(x, 0) : pick(x, []) }
}
