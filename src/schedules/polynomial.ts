import { Type } from 'typebox'
import { decayTo } from './parts/decay-to.ts'
import { final, positive } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * The "poly" policy: linear for power 1, slower at first below it and faster above.
 *
 *     m_j = f + (1 − f)(1 − p)^power,   p = j/(n − 1)
 *
 * @see Liu, Rabinovich, Berg, ParseNet: Looking Wider to See Better, 2015. arXiv:1506.04579
 */
export const polynomial = defineSchedule({
  name: 'polynomial',
  title: 'Polynomial decay',
  source: { authors: 'Liu, Rabinovich, Berg', title: 'ParseNet: Looking Wider to See Better', year: 2015, arxiv: '1506.04579' },
  parameters: Type.Object({ power: positive(1, 'The exponent: 1 is linear.'), final }),
  first: '1',
  last: 'final',
  elsewhere: { pytorch: 'PolynomialLR', transformers: 'polynomial', optax: 'polynomial_schedule' },
  offByOne:
    'The last step has `final`: total_iters, num_training_steps and transition_steps of the others are n − 1 here; with n, as is usual, they reach it one step after the last.',
  multiplier: (n, { power, final: f }) => {
    return (j) => decayTo(f, (1 - j / (n - 1)) ** power)
  }
})
