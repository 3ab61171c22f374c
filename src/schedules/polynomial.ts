import { Type } from 'typebox'
import { decayTo } from './parts/decay-to.ts'
import { final, positive } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * The "poly" policy. Power 1 is linear; a lower power decays later, a higher one earlier.
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
    'The last step has `final`. Set total_iters, num_training_steps and transition_steps of the other libraries to n − 1; with the usual n they reach `final` one step after the last.',
  multiplier: (n, { power, final: f }) => {
    return (j) => {
      const p = j / (n - 1)
      return decayTo(f, (1 - p) ** power)
    }
  }
})
