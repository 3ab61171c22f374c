import { Type } from 'typebox'
import { decayTo } from './parts/decay-to.ts'
import { final, fraction, shape } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Warmup-stable-decay without its warm-up: constant, then a cooldown over the last N = ⌊c·n⌋ steps (c = 1: n − 1 of them).
 *
 *     m_j = 1 for j < n − N, then with k = 1 … N
 *     linear:          1 − (1 − f)k/N
 *     one-minus-sqrt:  f + (1 − f)(1 − √(k/N))
 *
 * `warmup` with `of` set to this rule is full WSD.
 * @see Hu et al., MiniCPM: Unveiling the Potential of Small Language Models with Scalable Training Strategies, 2024. arXiv:2404.06395
 * @see Hägele, Bakouch, Kosson, Ben Allal, Von Werra, Jaggi, Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations, 2024, on 1 − √. arXiv:2405.18392
 */
export const wsd = defineSchedule({
  name: 'wsd',
  title: 'Constant, then cooldown (WSD)',
  source: {
    authors: 'Hägele, Bakouch, Kosson, Ben Allal, Von Werra, Jaggi',
    title: 'Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations',
    year: 2024,
    arxiv: '2405.18392'
  },
  parameters: Type.Object({
    cooldown: fraction(0.2, 'Fraction of the steps, at the end, over which the rate decays; 1 decays from the first step on.'),
    shape: shape(['linear', 'one-minus-sqrt'], 'Shape of the decay.'),
    final
  }),
  first: '1',
  last: 'final (1 where cooldown·n < 1)',
  elsewhere: { pytorch: null, transformers: 'warmup_stable_decay', optax: null },
  offByOne:
    'The cooldown drops on its first step and has `final` on its last. Transformers starts a cooldown of N steps at 1 and reaches the end one step after the last.',
  multiplier: (n, { cooldown, shape: form, final: f }) => {
    const N = Math.min(Math.floor(cooldown * n), n - 1)
    const stable = n - N
    return (j) => {
      if (j < stable) return 1
      const p = (j - stable + 1) / N
      if (form === 'one-minus-sqrt') return decayTo(f, 1 - Math.sqrt(p))
      return p === 1 ? f : 1 - (1 - f) * p
    }
  }
})
