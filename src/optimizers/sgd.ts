import { Type } from 'typebox'
import { add, mul, sub } from '../kernels/expression.ts'
import { withDecay } from './parts/formula-terms.ts'
import { flag, nonNegative } from './parts/hyperparameters.ts'
import { stepKernel } from './parts/observe.ts'
import { defineOptimizer } from './parts/optimizer.ts'
import { likeSeenParameters } from './parts/state.ts'

const plain = stepKernel({
  tensors: ['x', 'g'],
  scalars: ['rate'],
  switches: ['decay'],
  formula: ({ x, g: gradient }, { rate, decay }) => {
    const g = withDecay(gradient, decay, x)
    return { tensors: { x: sub(x, mul(rate, g)) } }
  }
})

/** At a tensor's first gradient b = g, without dampening. */
const first = stepKernel({
  tensors: ['x', 'g'],
  scalars: ['rate'],
  switches: ['decay', 'now', 'past'],
  formula: ({ x, g: gradient }, { rate, decay, now, past }) => {
    const g = withDecay(gradient, decay, x)
    const u = add(mul(now, g), mul(past, g))
    return { tensors: { b: g, x: sub(x, mul(rate, u)) } }
  }
})

const later = stepKernel({
  tensors: ['x', 'g', 'b'],
  scalars: ['rate', 'momentum'],
  switches: ['decay', 'fresh', 'now', 'past'],
  formula: ({ x, g: gradient, b: b0 }, { rate, decay, momentum, fresh, now, past }) => {
    const g = withDecay(gradient, decay, x)
    const b = add(mul(momentum, b0), mul(fresh, g))
    const u = add(mul(now, g), mul(past, b))
    return { tensors: { b, x: sub(x, mul(rate, u)) } }
  }
})

/**
 * Stochastic gradient descent with heavy-ball or Nesterov momentum. Follows PyTorch.
 *
 *     g ← g + λx
 *     b ← μb + (1 − dampening)·g     (b ← g at a tensor's first gradient)
 *     x ← x − γb                     (Nesterov: x ← x − γ(g + μb);  μ = 0: x ← x − γg)
 *
 * The learning rate multiplies the whole buffer b: when it drops, earlier gradients count less too.
 * @see Sutskever, Martens, Dahl, Hinton, On the importance of initialization and momentum in deep learning, PMLR 28, 2013
 */
export const sgd = defineOptimizer({
  name: 'sgd',
  title: 'Stochastic gradient descent',
  source: {
    authors: 'Sutskever, Martens, Dahl, Hinton',
    title: 'On the importance of initialization and momentum in deep learning',
    year: 2013,
    venue: 'PMLR 28',
    code: 'torch.optim.SGD'
  },
  hyperparameters: Type.Object({
    momentum: nonNegative(0, 'μ, the weight of the past in the buffer.'),
    dampening: Type.Number({ default: 0, description: 'The new gradient enters the buffer with weight 1 − dampening.' }),
    weightDecay: nonNegative(0, 'λ, added to the gradient as λx.'),
    nesterov: flag(false, 'Step along g + μb. Needs momentum > 0 and dampening = 0.')
  }),
  defaultLearningRate: 1e-3,
  state: () => ({ b: likeSeenParameters }),
  check: ({ nesterov, momentum, dampening }) =>
    nesterov && (momentum === 0 || dampening !== 0)
      ? { pointer: '/nesterov', detail: 'Nesterov momentum needs momentum > 0 and dampening = 0.' }
      : undefined,
  init: ({ pick }, x) => ({ b: pick(x, []) }),
  step: ({ run, pick, merge }, { x, g, state, learningRate: rate }, { momentum, dampening, weightDecay: decay, nesterov }) => {
    const diagnostics = { effectiveLearningRate: rate }
    if (momentum === 0) return { x: run(plain, { x, g }, { rate, decay }).tensors.x, state, diagnostics }
    const [now, past] = nesterov ? [1, momentum] : [0, 1]
    const part = (names: readonly string[]) => ({ x: pick(x, names), g: pick(g, names) })
    const known = part(state.b.names)
    const unknown = part(g.names.filter((name) => !state.b.names.includes(name)))
    const old = run(later, { ...known, b: state.b }, { rate, decay, momentum, fresh: 1 - dampening, now, past }).tensors
    const fresh = run(first, unknown, { rate, decay, now, past }).tensors
    return { x: merge(old.x, fresh.x), state: { b: merge(old.b, fresh.b) }, diagnostics }
  }
})
