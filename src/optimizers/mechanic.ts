import { Type } from 'typebox'
import { Problem } from '../domain/problems.ts'
import type { Tree } from '../kernels/engine.ts'
import { add, div, type Expression, mul, square, sub } from '../kernels/expression.ts'
import { epsilon, flag, nonNegative, positive } from './parts/hyperparameters.ts'
import { stepKernel, unobserved } from './parts/observe.ts'
import { defineOptimizer, type Optimizer } from './parts/optimizer.ts'
import { resolveHyperparameters } from './parts/resolve-hyperparameters.ts'
import { base, likeParameters, vector } from './parts/state.ts'

/** ⟨Δ, g⟩, ⟨Δ, x⁺⟩, ‖x⁺‖² and ‖g‖²; x⁺ is the point after the base's step. */
const measured = (delta: Expression, g: Expression, after: Expression) => ({
  deltaG: mul(delta, g),
  deltaAfter: mul(delta, after),
  afterAfter: square(after),
  gg: square(g)
})

const measure = stepKernel({
  tensors: ['g', 'before', 'after', 'x0'],
  scalars: ['scale'],
  formula: ({ g, before, after, x0 }, { scale }) => {
    const delta = div(sub(before, x0), scale)
    return { sums: measured(delta, g, after) }
  }
})
const apply = stepKernel({
  tensors: ['x', 'after', 'x0'],
  scalars: ['scale', 's'],
  formula: ({ x, after, x0 }, { scale, s }) => {
    const u = sub(after, x)
    const delta = add(div(sub(x, x0), scale), u)
    return { tensors: { x: add(x0, mul(s, delta)) } }
  }
})

const measureStored = stepKernel({
  tensors: ['g', 'before', 'after', 'delta'],
  formula: ({ g, before, after, delta }) => {
    const u = sub(after, before)
    return { tensors: { delta: add(delta, u) }, sums: measured(delta, g, after) }
  }
})
const applyStored = stepKernel({
  tensors: ['x', 'delta', 'x0'],
  scalars: ['s'],
  formula: ({ x0, delta }, { s }) => ({ tensors: { x: add(x0, mul(s, delta)) } })
})

const betas = [0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999]

/**
 * Mechanic: learns how far to follow the updates u of another optimizer, its base. s, v, r and m have one entry for each of n betas.
 *
 *     x⁺ = x + u,   Δ = (x − x₀)/(Σs + ε)                          (storeDelta: the state keeps Δ)
 *     h = ⟨Δ, g + sDecay·Σs·‖g‖·x⁺/(‖x⁺‖ + ε)⟩,   Δ ← Δ + u
 *     m ← max(βm, |h|),   v ← β²v + h²,   r ← max(0, βr − s·h)
 *     s ← (sInit·m/n + r)/(√v + ε)
 *     x ← x₀ + max(Σs, 0)·Δ
 *
 * As in the official PyTorch code, s starts at 0, m at 10⁻⁶, and the decay is taken at x⁺. The learning rate is the base's.
 * @see Cutkosky, Defazio, Mehta, Mechanic: A Learning Rate Tuner, 2023, Algorithm 1. arXiv:2306.00144
 */
export const mechanic = (bases: readonly Optimizer[]) => {
  const baseOf = ({ base }: { base: { name: string; hyperparameters?: Record<string, unknown> } }) => {
    const optimizer = bases.find(({ name }) => name === base.name)!
    return { optimizer, hyperparameters: resolveHyperparameters(optimizer, base.hyperparameters, '/hyperparameters/base/hyperparameters') }
  }
  return defineOptimizer({
    name: 'mechanic',
    title: 'Mechanic',
    source: {
      authors: 'Cutkosky, Defazio, Mehta',
      title: 'Mechanic: A Learning Rate Tuner',
      year: 2023,
      arxiv: '2306.00144',
      algorithm: 'Algorithm 1',
      code: 'mechanic-pytorch 0.0.1, mechanize'
    },
    hyperparameters: Type.Object({
      base: Type.Object(
        {
          name: Type.Union(
            bases.map(({ name }) => Type.Literal(name)),
            { description: 'The optimizer whose updates are scaled.' }
          ),
          hyperparameters: Type.Optional(
            Type.Record(Type.String(), Type.Unknown(), { description: "The base's hyperparameters, by its own names." })
          )
        },
        { additionalProperties: false, default: { name: 'sgd' }, description: 'The base optimizer.' }
      ),
      sDecay: nonNegative(0.01, 'λ of the paper: pulls s towards 0, as weight decay does.'),
      betas: Type.Array(Type.Number({ minimum: 0, exclusiveMaximum: 1 }), {
        minItems: 1,
        maxItems: 64,
        default: betas,
        description: 'β of each of the n tuners; their scales s are added.'
      }),
      sInit: positive(1e-8, 'Weight of m in s: sets how large s is in its first steps.'),
      epsilon: epsilon(1e-8),
      storeDelta: flag(false, 'Keep Δ in the state instead of computing it; takes the memory of the parameters once more.')
    }),
    defaultLearningRate: null,
    multipliesMatrices: bases.some(({ multipliesMatrices }) => multipliesMatrices),
    base: baseOf,
    state: (hyperparameters) => {
      const { optimizer, hyperparameters: ofBase } = baseOf(hyperparameters)
      const perBeta = vector(hyperparameters.betas.length, 'betas')
      const ofTuner = { s: perBeta, v: perBeta, r: perBeta, m: perBeta, x0: likeParameters, delta: likeParameters }
      return { ...ofTuner, base: base(optimizer.state(ofBase)) }
    },
    init: (workspace, x, hyperparameters) => {
      const { optimizer, hyperparameters: ofBase } = baseOf(hyperparameters)
      const { betas, storeDelta } = hyperparameters
      const zeros = () => new Float64Array(betas.length)
      return {
        s: zeros(),
        v: zeros(),
        r: zeros(),
        m: zeros().fill(1e-6),
        x0: workspace.copy(x),
        delta: storeDelta ? workspace.filledLike(x, 0) : workspace.pick(x, []),
        base: inBase(() => optimizer.init(workspace, x, ofBase))
      }
    },
    step: (workspace, input, hyperparameters) => {
      const { optimizer, hyperparameters: ofBase } = baseOf(hyperparameters)
      const { betas, sDecay, sInit, epsilon, storeDelta } = hyperparameters
      const { run } = workspace
      const { g, state } = input
      const { s, x0 } = state
      const before = workspace.copy(input.x)
      const { x: after, state: baseState } = optimizer.step(unobserved(workspace), { ...input, state: state.base }, ofBase)

      const scale = sum(s) + epsilon
      const { delta, sums } = measureAll()
      const pull = (sDecay * sum(s) * Math.sqrt(sums.gg)) / (Math.sqrt(sums.afterAfter) + epsilon)
      const h = sums.deltaG + pull * sums.deltaAfter
      const m = betas.map((beta, i) => Math.max(beta * state.m[i]!, Math.abs(h)))
      const v = betas.map((beta, i) => beta ** 2 * state.v[i]! + h ** 2)
      const r = betas.map((beta, i) => Math.max(0, beta * state.r[i]! - s[i]! * h))
      const next = Float64Array.from(betas, (_, i) => ((sInit * m[i]!) / betas.length + r[i]!) / (Math.sqrt(v[i]!) + epsilon))

      const moved = storeDelta
        ? run(applyStored, { x: before, delta, x0 }, { s: Math.max(sum(next), 0) })
        : run(apply, { x: before, after, x0 }, { scale, s: Math.max(sum(next), 0) })
      return {
        x: moved.tensors.x,
        state: { s: next, v: Float64Array.from(v), r: Float64Array.from(r), m: Float64Array.from(m), x0, delta, base: baseState },
        diagnostics: { s: sum(next) }
      }

      function measureAll(): { delta: Tree; sums: Record<keyof ReturnType<typeof measured>, number> } {
        if (!storeDelta) return { delta: state.delta, sums: run(measure, { g, before, after, x0 }, { scale }).sums }
        const { tensors, sums } = run(measureStored, { g, before, after, delta: state.delta }, {})
        return { delta: tensors.delta, sums }
      }
    }
  })
}

/** What a base refuses, at its place. */
function inBase<R>(make: () => R): R {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof Problem) || error.errors === undefined) throw error
    const errors = error.errors.map((part) => ({
      ...part,
      pointer: part.pointer.replace('/hyperparameters', '/hyperparameters/base/hyperparameters')
    }))
    throw new Problem(error.type, error.detail, { errors })
  }
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
