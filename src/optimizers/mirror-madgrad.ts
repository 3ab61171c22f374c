import { madgradPaper } from '../domain/papers.ts'
import { add, mix, mul, square, sub } from '../kernels/expression.ts'
import { byCubeRoot, madgradHyperparameters, stabilised } from './madgrad.ts'
import { shrunk, withDecay } from './parts/formula-terms.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeParameters, stepCount } from './parts/state.ts'

const update = stepKernel({
  tensors: ['x', 'g', 'nu', 'z'],
  scalars: ['past', 'rate', 'epsilon'],
  switches: ['momentum', 'coupled', 'decay'],
  formula: ({ x, g: gradient, nu: nu0, z: z0 }, { past, rate, epsilon, momentum, coupled, decay }) => {
    const g = withDecay(gradient, coupled, x)
    const nu = add(mul(past, nu0), square(g))
    const u = byCubeRoot(g, nu, epsilon)
    const z = sub(shrunk(z0, decay), mul(rate, u))
    return { tensors: { nu, z, x: mix(x, z, momentum) } }
  }
})

/**
 * Mirror MADGRAD: MADGRAD by mirror descent, without the pull towards x₀. k counts from 0.
 *
 *     L = γ + ε  (0 if γ = 0),   g ← g + weightDecay·x        (decoupleDecay: z ← z − L·weightDecay·z)
 *     ν ← √(k/(k + 1))·ν + g²
 *     z ← z − L·∛(k + 1)·g/(∛ν + ε)
 *     x ← μx + (1 − μ)z
 *
 * It weights gradients as MADGRAD does, but ν leaves γ out, so a step grows as γ. Only the official code has it; the paper does not.
 * @see Defazio, Jelassi, Adaptivity without Compromise, JMLR 23, 2022. arXiv:2101.11075
 */
export const mirrorMadgrad = defineOptimizer({
  name: 'mirror-madgrad',
  title: 'Mirror MADGRAD',
  source: { ...madgradPaper, code: 'madgrad, MirrorMADGRAD' },
  hyperparameters: madgradHyperparameters(0),
  defaultLearningRate: 1e-2,
  state: () => ({ k: stepCount, nu: likeParameters, z: likeParameters }),
  init: ({ filledLike, copy }, x) => ({ k: 0, nu: filledLike(x, 0), z: copy(x) }),
  step: ({ run }, { x, g, state, learningRate }, { momentum, weightDecay, epsilon, decoupleDecay }) => {
    const { k, nu, z } = state
    const rate = stabilised(learningRate, epsilon)
    const decay = { coupled: decoupleDecay ? 0 : weightDecay, decay: decoupleDecay ? rate * weightDecay : 0 }
    const values = { past: Math.sqrt(k / (k + 1)), rate: rate * Math.cbrt(k + 1), epsilon, momentum, ...decay }
    const { x: next, ...sums } = run(update, { x, g, nu, z }, values).tensors
    return { x: next, state: { k: k + 1, ...sums }, diagnostics: { effectiveLearningRate: rate } }
  }
})
