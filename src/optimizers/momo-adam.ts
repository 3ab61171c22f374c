import { Type } from 'typebox'
import { momoPaper } from '../domain/papers.ts'
import { add, div, type Expression, mix, mul, sqrt, square, sub } from '../kernels/expression.ts'
import { byCount } from './parts/by-count.ts'
import { beta1, beta2, epsilon, flag } from './parts/hyperparameters.ts'
import { averageByParameter, modelHyperparameters, polyakStep } from './parts/momentum-model.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { byParameter, gradientCount, likeParameters, scalar, stepCount } from './parts/state.ts'

/** A = √(v/(1 − β₂ᵗ)) + ε, with correction = 1/√(1 − β₂ᵗ). */
const rootOfCorrected = (v: Expression, correction: Expression, epsilon: Expression) => add(mul(correction, sqrt(v)), epsilon)

const accumulate = stepKernel({
  tensors: ['x', 'g', 'm', 'v'],
  scalars: ['beta1', 'beta2', 'correction', 'epsilon'],
  formula: ({ x, g, m: m0, v: v0 }, { beta1, beta2, correction, epsilon }) => {
    const m = mix(m0, g, beta1)
    const v = mix(v0, square(g), beta2)
    const A = rootOfCorrected(v, correction, epsilon)
    return { tensors: { m, v }, sums: { gx: mul(g, x), mx: mul(m, x), mm: div(square(m), A) } }
  }
})

const apply = stepKernel({
  tensors: ['x', 'm', 'v'],
  scalars: ['correction', 'epsilon', 'tau'],
  switches: ['before', 'after'],
  formula: ({ x, m, v }, { correction, epsilon, tau, before, after }) => {
    const A = rootOfCorrected(v, correction, epsilon)
    const u = div(m, A)
    return { tensors: { x: div(sub(mul(before, x), mul(tau, u)), after) } }
  }
})

/**
 * MoMo-Adam: Adam that shortens a step where a model of the loss would fall below its lower bound f*. t counts from 1.
 *
 *     f̄ ← β₁f̄ + (1 − β₁)f,   c ← β₁c + (1 − β₁)⟨g, x⟩,   m ← β₁m + (1 − β₁)g,   v ← β₂v + (1 − β₂)g²
 *     w = 1 + γλ,   ρ = 1 − β₁ᵗ,   A = √(v/(1 − β₂ᵗ)) + ε
 *     τ = min(γ/ρ, (w(f̄ − ρf* − c) + ⟨m, x⟩)₊/Σm²/A)
 *     x ← (x − τm/A)/w                            (divide false: x ← (1 − γλ)x − τm/A)
 *
 * @see Schaipp, Ohana, Eickenberg, Defazio, Gower, MoMo: Momentum Models for Adaptive Learning Rates, 2023, Algorithm 2. arXiv:2305.07583
 */
export const momoAdam = defineOptimizer({
  name: 'momo-adam',
  title: 'MoMo-Adam',
  source: { ...momoPaper, algorithm: 'Algorithm 2', code: 'momo-opt 0.1.0, MomoAdam' },
  hyperparameters: Type.Object({
    beta1: beta1(0.9),
    beta2: beta2(0.999),
    epsilon: epsilon(1e-8),
    ...modelHyperparameters,
    divide: flag(true, 'true: divide x after the step (proximal). false: multiply it before the step (AdamW).')
  }),
  defaultLearningRate: 1e-2,
  needs: ['loss'],
  state: () => ({
    k: stepCount,
    lossAverage: scalar,
    lb: scalar,
    steps: gradientCount,
    gxAverage: byParameter,
    m: likeParameters,
    v: likeParameters
  }),
  init: ({ filledLike }, x, { lb }) => ({
    k: 0,
    lossAverage: 0,
    lb,
    steps: new Map(),
    gxAverage: new Map(),
    m: filledLike(x, 0),
    v: filledLike(x, 0)
  }),
  step: (workspace, { x, g, state, learningRate, loss }, { beta1, beta2, epsilon, weightDecay, lb, useFstar, divide }) => {
    const k = state.k + 1
    const inner = new Map<string, number>()
    let [mx, mm] = [0, 0]
    const { counts, trees } = byCount(workspace, state.steps, { x, g, m: state.m, v: state.v }, (seen, group) => {
      const correction = 1 / Math.sqrt(1 - beta2 ** (seen + 1))
      const { tensors, sums } = workspace.runByTensor(accumulate, group, { beta1, beta2, correction, epsilon })
      for (const name of group.g.names) {
        inner.set(name, sums.gx.get(name)!)
        mx += sums.mx.get(name)!
        mm += sums.mm.get(name)!
      }
      return tensors
    })
    const gx = averageByParameter(state.gxAverage, inner, beta1, true)
    const lossAverage = beta1 * state.lossAverage + (1 - beta1) * loss
    const model = {
      loss: lossAverage,
      gx: gx.total,
      mx,
      mm,
      rho: 1 - beta1 ** k,
      learningRate,
      weightDecay,
      lb: state.lb,
      lbMin: lb,
      useFstar
    }
    const { tau, lb: lbNext } = polyakStep(model)
    const decay = learningRate * weightDecay
    const [before, after] = divide ? [1, 1 + decay] : [1 - decay, 1]
    const { m, v } = trees
    return {
      x: workspace.run(apply, { x, m, v }, { correction: 1 / Math.sqrt(1 - beta2 ** k), epsilon, tau, before, after }).tensors.x,
      state: { k, lossAverage, lb: lbNext, steps: counts, gxAverage: gx.averages, m, v },
      diagnostics: { lb: lbNext, stepSize: tau, effectiveLearningRate: tau }
    }
  }
})
