import { Type } from 'typebox'
import { sgdr } from '../domain/papers.ts'
import { partOf } from '../domain/parts-of-steps.ts'
import { invalid } from '../domain/problems.ts'
import { decayTo } from './parts/decay-to.ts'
import { final } from './parts/parameters.ts'
import { checkRampLength } from './parts/ramp-length.ts'
import { defineSchedule } from './parts/schedule-rule.ts'
import { countUpTo } from './segments/sorted-search.ts'

/** Most cycles of a schedule. */
const cyclesMax = 100_000
/** The default: cycles that were not asked for. */
const usualCycles = 4

/**
 * Cosine decay that restarts at the peak. Each cycle is `growth` times as long as the one before.
 *
 *     s_i = n(gⁱ − 1)/(gᶜ − 1)  (growth 1: n·i/c),  the first step of cycle i = 0 … c
 *     with a period N₀:  s_i = N₀(gⁱ − 1)/(g − 1)  (growth 1: N₀·i),  the last cycle cut at step n
 *     m_j = f + (1 − f)·½(1 + cos πx),   x = (j − s_i)/(s_{i+1} − s_i)  for s_i ≤ j < s_{i+1}
 *
 * @see Loshchilov, Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2016, equation 5. arXiv:1608.03983
 */
export const cosineRestarts = defineSchedule({
  name: 'cosine-restarts',
  title: 'Cosine decay with restarts',
  source: { ...sgdr, algorithm: 'equation 5', code: 'PyTorch, CosineAnnealingWarmRestarts; Transformers, cosine_with_restarts' },
  parameters: Type.Object({
    cycles: Type.Integer({
      minimum: 1,
      maximum: cyclesMax,
      default: usualCycles,
      description: 'Number of cycles. With a `period` it follows from that.'
    }),
    growth: Type.Number({
      minimum: 0.1,
      maximum: 10,
      default: 1,
      description: 'Length of each cycle divided by that of the cycle before, T_mult of PyTorch: below 1 cycles get shorter.'
    }),
    period: Type.Number({
      minimum: 0,
      default: 0,
      description:
        'Length of the first cycle, T_0 of PyTorch: below 1 a fraction of the steps, from 1 on a whole number of steps. 0: `cycles` fill the schedule.'
    }),
    final: { ...final, description: 'The value that each cycle would reach at the first step of the next.' }
  }),
  first: '1',
  last: 'final + (1 − final)·½(1 − cos(π/N)) for a last cycle of N steps (with a period: where that cycle is cut)',
  elsewhere: { pytorch: 'CosineAnnealingWarmRestarts', transformers: 'cosine_with_restarts', optax: 'sgdr_schedule' },
  offByOne:
    'As in PyTorch and Transformers, a cycle of N steps would reach `final` at step N, where the next cycle begins. Transformers sometimes restarts one step late by rounding.',
  complete: (parameters, n, pointer) => {
    const { cycles, growth, period } = parameters
    if (period === 0) return parameters
    checkRampLength(period, n, `${pointer}/period`, 'first cycle')
    const begun = startsOf(n, parameters).length - 1
    if (begun === 0) {
      throw invalid(
        `${pointer}/period`,
        `Cycles from this period on end before the schedule does, get shorter than a step, or are more than ${cyclesMax}.`,
        growth < 1 ? 'Send a longer period, or a growth nearer 1.' : 'Send a longer period.'
      )
    }
    if (cycles !== usualCycles && cycles !== begun) {
      throw invalid(`${pointer}/cycles`, `With this period ${begun} cycles begin.`, 'Leave `cycles` out, or leave `period` out.')
    }
    return { ...parameters, cycles: begun }
  },
  multiplier: (n, parameters) => {
    const { final: f } = parameters
    const starts = startsOf(n, parameters)
    return (j) => {
      const i = countUpTo(starts, j) - 1
      const [start, next] = [starts[i]!, starts[i + 1]!]
      const cosine = Math.cos((Math.PI * (j - start)) / (next - start))
      return decayTo(f, 0.5 * (1 + cosine))
    }
  }
})

/** s_i, shape `[c + 1]`; with a period, the last is where the cut cycle would end. [0] where no such cycles fill the schedule. */
function startsOf(n: number, { cycles, growth: g, period }: { cycles: number; growth: number; period: number }): Float64Array {
  if (period === 0) {
    const total = g === 1 ? cycles : g ** cycles - 1
    return Float64Array.from({ length: cycles + 1 }, (_, i) => (n * (g === 1 ? i : g ** i - 1)) / total)
  }
  const first = period < 1 ? partOf(period, n) : period
  const starts = [0]
  for (let i = 1; starts.at(-1)! < n; i++) {
    if (i > cyclesMax || first * g ** (i - 1) < 1) return Float64Array.of(0)
    starts.push(g === 1 ? first * i : (first * (g ** i - 1)) / (g - 1))
  }
  return Float64Array.from(starts)
}
