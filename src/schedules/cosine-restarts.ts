import { Type } from 'typebox'
import { sgdr } from '../domain/papers.ts'
import { decayTo } from './parts/decay-to.ts'
import { final } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Cosine decay that restarts at the peak. Each cycle is `growth` times as long as the one before.
 *
 *     s_i = n(gⁱ − 1)/(gᶜ − 1)  (growth 1: n·i/c),  the first step of cycle i = 0 … c
 *     m_j = f + (1 − f)·½(1 + cos πx),   x = (j − s_i)/(s_{i+1} − s_i)  for s_i ≤ j < s_{i+1}
 *
 * @see Loshchilov, Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2016, equation 5. arXiv:1608.03983
 */
export const cosineRestarts = defineSchedule({
  name: 'cosine-restarts',
  title: 'Cosine decay with restarts',
  source: { ...sgdr, algorithm: 'equation 5', code: 'PyTorch, CosineAnnealingWarmRestarts; Transformers, cosine_with_restarts' },
  parameters: Type.Object({
    cycles: Type.Integer({ minimum: 1, maximum: 100, default: 4, description: 'Number of cycles.' }),
    growth: Type.Number({
      minimum: 1,
      maximum: 10,
      default: 1,
      description: 'Length of each cycle divided by that of the cycle before: T_mult of PyTorch.'
    }),
    final: { ...final, description: 'The value that each cycle would reach at the first step of the next.' }
  }),
  first: '1',
  last: 'final + (1 − final)·½(1 − cos(π/N)) for a last cycle of N steps',
  elsewhere: { pytorch: 'CosineAnnealingWarmRestarts', transformers: 'cosine_with_restarts', optax: 'sgdr_schedule' },
  offByOne:
    'As in PyTorch and Transformers, a cycle of N steps would reach `final` at step N, where the next cycle begins. Transformers sometimes restarts one step late by rounding.',
  multiplier: (n, { cycles, growth, final: f }) => {
    const total = growth === 1 ? cycles : growth ** cycles - 1
    const starts = Float64Array.from({ length: cycles + 1 }, (_, i) => (n * (growth === 1 ? i : growth ** i - 1)) / total)
    return (j) => {
      let i = 0
      while (starts[i + 1]! <= j) i++
      const [start, next] = [starts[i]!, starts[i + 1]!]
      const cosine = Math.cos((Math.PI * (j - start)) / (next - start))
      return decayTo(f, 0.5 * (1 + cosine))
    }
  }
})
