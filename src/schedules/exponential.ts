import { Type } from 'typebox'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * The same factor from each step to the next.
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
    'The last step has `final`: gamma of PyTorch is final^(1/(n − 1)), and transition_steps of optax n − 1 with decay_rate = final.',
  multiplier: (n, { final: f }) => {
    return (j) => f ** (j / (n - 1))
  }
})
