import { Type } from 'typebox'
import { cooldownSteps } from '../domain/cooldown-steps.ts'
import { cooldownShapes, cooledDown } from './parts/cooldown-shapes.ts'
import { final, shape } from './parts/parameters.ts'
import { checkPartLength, partLength } from './parts/ramp-length.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Warmup-stable-decay without its warm-up: constant, then a cooldown over the last N steps, N = ⌊c·n⌋ for a fraction c (c = 1: n − 1 of
 * them), N = c above 1.
 *
 *     m_j = 1 for j < n − N, then with p = k/N, k = 1 … N
 *     linear:          1 − (1 − f)p
 *     one-minus-sqrt:  f + (1 − f)(1 − √p)
 *     lowered-linear:  f + (1 − f)·0.7(1 − p)
 *     mirror-cosine:   f + (1 − f)(2(1 − p) − ½(1 + cos πp))
 *     square:          f + (1 − f)(1 − p²)
 *
 * `warmup` with `of` set to this rule is full WSD.
 * @see Hu et al., MiniCPM: Unveiling the Potential of Small Language Models with Scalable Training Strategies, 2024. arXiv:2404.06395
 * @see Hägele, Bakouch, Kosson, Ben Allal, Von Werra, Jaggi, Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations, 2024, on 1 − √. arXiv:2405.18392
 * @see Dremov, Hägele, Kosson, Jaggi, Training Dynamics of the Cooldown Stage in Warmup-Stable-Decay Learning Rate Scheduler, 2025, on the last three shapes. arXiv:2508.01483
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
    cooldown: partLength(0.2, 'Length of the decay at the end'),
    shape: shape(cooldownShapes, 'Shape of the decay. lowered-linear falls to 0.7 at once, then along a line.'),
    final
  }),
  first: '1',
  last: 'final (1 where no step is cooled down)',
  elsewhere: { pytorch: null, transformers: 'warmup_stable_decay', optax: null },
  offByOne:
    'The cooldown drops on its first step and has `final` on its last. Transformers starts a cooldown of N steps at 1 and reaches the end one step after the last.',
  complete: (parameters, n, pointer) => {
    checkPartLength(parameters.cooldown, n, `${pointer}/cooldown`, 'cooldown')
    return parameters
  },
  multiplier: (n, { cooldown, shape: form, final: f }) => {
    const N = cooldownSteps(cooldown, n)
    const stable = n - N
    return (j) => {
      if (j < stable) return 1
      return cooledDown(form, (j - stable + 1) / N, f)
    }
  }
})
