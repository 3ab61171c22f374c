import { Type } from 'typebox'
import { momoPaper } from '../domain/papers.ts'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { div, mix, mul, square, sub } from '../kernels/expression.ts'
import { flag } from './parts/hyperparameters.ts'
import { averageByParameter, modelHyperparameters, polyakStep } from './parts/momentum-model.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { byParameter, likeSeenParameters, scalar, stepCount } from './parts/state.ts'

const accumulate = stepKernel({
  tensors: ['x', 'g', 'm'],
  scalars: ['beta'],
  formula: ({ x, g, m: m0 }, { beta }) => {
    const m = mix(m0, g, beta)
    return { tensors: { m }, sums: { gx: mul(g, x), mx: mul(m, x), mm: square(m) } }
  }
})

const apply = stepKernel({
  tensors: ['x', 'm'],
  scalars: ['tau'],
  switches: ['w'],
  formula: ({ x, m }, { tau, w }) => ({ tensors: { x: div(sub(x, mul(tau, m)), w) } })
})

/**
 * MoMo: SGD with momentum that shortens a step where a model of the loss would fall below its lower bound f*. t counts from 1.
 *
 *     f̄ ← βf̄ + (1 − β)f,   c ← βc + (1 − β)⟨g, x⟩,   m ← βm + (1 − β)g        (averages start at the first values)
 *     w = 1 + γλ,   ρ = 1                          (biasCorrection: averages start at 0, and ρ = 1 − βᵗ)
 *     τ = min(γ/ρ, (w(f̄ − ρf* − c) + ⟨m, x⟩)₊/‖m‖²)
 *     x ← (x − τm)/w
 *
 * `lb` is f*. useFstar estimates f* during training; the estimate never falls below `lb`.
 * @see Schaipp, Ohana, Eickenberg, Defazio, Gower, MoMo: Momentum Models for Adaptive Learning Rates, 2023, Algorithm 1. arXiv:2305.07583
 */
export const momo = defineOptimizer({
  name: 'momo',
  title: 'MoMo',
  source: { ...momoPaper, algorithm: 'Algorithm 1', code: 'momo-opt 0.1.0, Momo' },
  hyperparameters: Type.Object({
    beta: Type.Number({ minimum: 0, maximum: 1, default: 0.9, description: 'β, the weight of the past in the averages.' }),
    ...modelHyperparameters,
    biasCorrection: flag(false, 'true: averages start at 0 and are corrected. false: they start at the first values.')
  }),
  defaultLearningRate: 1,
  needs: ['loss'],
  state: () => ({ k: stepCount, lossAverage: scalar, lb: scalar, gxAverage: byParameter, m: likeSeenParameters }),
  init: ({ pick }, x, { lb }) => ({ k: 0, lossAverage: 0, lb, gxAverage: new Map(), m: pick(x, []) }),
  step: (workspace, { x, g, state, learningRate, loss }, { beta, weightDecay, lb, useFstar, biasCorrection }) => {
    const k = state.k + 1
    const m0 = firstAverages(workspace, state.m, g, biasCorrection)
    const { tensors, sums } = workspace.runByTensor(accumulate, { x, g, m: m0 }, { beta })
    const { m } = tensors
    const lossBefore = state.k === 0 && !biasCorrection ? loss : state.lossAverage
    const lossAverage = beta * lossBefore + (1 - beta) * loss
    const gx = averageByParameter(state.gxAverage, sums.gx, beta, biasCorrection)
    const { tau, lb: lbNext } = polyakStep({
      loss: lossAverage,
      gx: gx.total,
      mx: total(sums.mx),
      mm: total(sums.mm),
      rho: biasCorrection ? 1 - beta ** k : 1,
      learningRate,
      weightDecay,
      lb: state.lb,
      lbMin: lb,
      useFstar
    })
    return {
      x: workspace.run(apply, { x, m }, { tau, w: 1 + learningRate * weightDecay }).tensors.x,
      state: { k, lossAverage, lb: lbNext, gxAverage: gx.averages, m },
      diagnostics: { lb: lbNext, stepSize: tau, effectiveLearningRate: tau }
    }
  }
})

const total = (sums: ReadonlyMap<string, number>): number => [...sums.values()].reduce((a, b) => a + b, 0)

/** m of tensors that have had no gradient: their first gradient, or 0 with bias correction. */
function firstAverages({ pick, merge, copy, filledLike }: Workspace, m: Tree, g: Tree, biasCorrection: boolean): Tree {
  const unseen = g.names.filter((name) => !m.names.includes(name))
  if (unseen.length === 0) return m
  const first = pick(g, unseen)
  return merge(m, biasCorrection ? filledLike(first, 0) : copy(first))
}
