import { Type } from 'typebox'
import { invalid } from '../domain/problems.ts'
import { decayTo } from './parts/decay-to.ts'
import { final, fraction } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Rises along a line, stays, falls along a line.
 *
 *     L = ⌊warmup·n + ½⌋,   N = ⌊cooldown·n⌋
 *     m_j = (j + 1)/L for j < L,  1 for j < n − N,  then f + (1 − f)(n − j)/N
 *
 * @see Xing, Arpit, Tsirigotis, Bengio, A Walk with SGD, 2018, section 5. arXiv:1802.08770
 */
export const trapezoid = defineSchedule({
  name: 'trapezoid',
  title: 'Trapezoid',
  source: {
    authors: 'Xing, Arpit, Tsirigotis, Bengio',
    title: 'A Walk with SGD',
    year: 2018,
    arxiv: '1802.08770',
    code: 'Transformers, warmup_stable_decay with decay_type="linear"'
  },
  parameters: Type.Object({
    warmup: fraction(0.05, 'Fraction of the steps in which the rate rises.'),
    cooldown: fraction(0.2, 'Fraction of the steps in which it falls; warmup + cooldown ≤ 1.'),
    final: { ...final, description: 'The value that the last line would reach one step after the last.' }
  }),
  first: '1/L (1 where warmup·n < ½)',
  last: 'final + (1 − final)/N (1 where cooldown·n < 1)',
  elsewhere: { pytorch: null, transformers: 'warmup_stable_decay', optax: null },
  offByOne:
    'As in Transformers, the first step of the cooldown still has 1 and `final` comes one step after the last; `wsd` has `final` on the last. The warm-up goes from 1/L to 1; Transformers starts at 0 and is one step behind.',
  complete: (parameters, _n, pointer) => {
    const { warmup, cooldown } = parameters
    if (warmup + cooldown > 1) {
      throw invalid(`${pointer}/cooldown`, 'warmup + cooldown is more than 1.', 'Make their sum at most 1.')
    }
    return parameters
  },
  multiplier: (n, { warmup, cooldown, final: f }) => {
    const L = Math.min(n, Math.floor(warmup * n + 0.5))
    const N = Math.min(n - L, Math.floor(cooldown * n))
    return (j) => {
      if (j < L) return (j + 1) / L
      return j < n - N ? 1 : decayTo(f, (n - j) / N)
    }
  }
})
