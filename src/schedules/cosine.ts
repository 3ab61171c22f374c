import { Type } from 'typebox'
import { sgdr } from '../domain/papers.ts'
import { decayTo } from './parts/decay-to.ts'
import { final } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Decays along half a period of a cosine, without restarts.
 *
 *     m_j = f + (1 − f)·½(1 + cos πp),   p = j/(n − 1)
 *
 * @see Loshchilov, Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2016, equation 5. arXiv:1608.03983
 */
export const cosine = defineSchedule({
  name: 'cosine',
  title: 'Cosine decay',
  source: { ...sgdr, algorithm: 'equation 5' },
  parameters: Type.Object({ final }),
  first: '1',
  last: 'final',
  elsewhere: { pytorch: 'CosineAnnealingLR', transformers: 'cosine_with_min_lr', optax: 'cosine_decay_schedule' },
  offByOne:
    'The last step has `final`. Set T_max, num_training_steps and decay_steps of the other libraries to n − 1; with the usual n they reach `final` one step after the last.',
  multiplier: (n, { final: f }) => {
    return (j) => {
      const p = j / (n - 1)
      return decayTo(f, 0.5 * (1 + Math.cos(Math.PI * p)))
    }
  }
})
