import { Type } from 'typebox'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Multiplies the rate by the same factor at each step.
 *
 *     m_j = f^p,   p = j/(n − 1)
 *
 * @see Senior, Heigold, Ranzato, Yang, An Empirical Study of Learning Rates in Deep Neural Networks for Speech Recognition, 2013
 */
export const exponential = defineSchedule({
  name: 'exponential',
  title: 'Exponential decay',
  source: {
    authors: 'Senior, Heigold, Ranzato, Yang',
    title: 'An Empirical Study of Learning Rates in Deep Neural Networks for Speech Recognition',
    year: 2013,
    venue: 'ICASSP'
  },
  parameters: Type.Object({
    final: Type.Number({ exclusiveMinimum: 0, maximum: 1, default: 0.01, description: 'The last multiplier, above 0.' })
  }),
  first: '1',
  last: 'final',
  elsewhere: { pytorch: 'ExponentialLR', transformers: null, optax: 'exponential_decay' },
  offByOne:
    'The last step has `final`. In PyTorch set gamma to final^(1/(n − 1)); in optax set transition_steps to n − 1 and decay_rate to final.',
  multiplier: (n, { final: f }) => {
    return (j) => {
      const p = j / (n - 1)
      return f ** p
    }
  }
})
