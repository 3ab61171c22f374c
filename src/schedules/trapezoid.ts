import { Type } from 'typebox'
import { invalid } from '../domain/problems.ts'
import { decayTo } from './parts/decay-to.ts'
import { final, fraction } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * A line up, a plateau, a line down.
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
    warmup: fraction(0.05, 'The part of the steps in which the rate rises.'),
    cooldown: fraction(0.2, 'The part of the steps in which it falls; with `warmup` at most 1.'),
    final: { ...final, description: 'What the last line would have one step after the last.' }
  }),
  first: '1/L (1 where warmup·n < ½)',
  last: 'final + (1 − final)/N (1 where cooldown·n < 1)',
  elsewhere: { pytorch: null, transformers: 'warmup_stable_decay', optax: null },
  offByOne:
    'As in Transformers the first step of the cooldown still has 1, and `final` comes one step after the last (`wsd` has it on the last); the warm-up has 1/L first and 1 last, where Transformers starts at 0 and is one step behind.',
  complete: (parameters, _n, pointer) => {
    const { warmup, cooldown } = parameters
    if (warmup + cooldown > 1) {
      throw invalid(`${pointer}/cooldown`, 'warmup and cooldown are more than all steps together.', 'Make their sum at most 1.')
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
