import { Type } from 'typebox'
import { linearDecayPaper } from '../domain/papers.ts'
import { final } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * Decays along a straight line to the last step: optimal for gradients of constant norm.
 *
 *     m_j = 1 − (1 − f)p,   p = j/(n − 1)
 *
 * @see Defazio, Cutkosky, Mehta, Mishchenko, Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export const linear = defineSchedule({
  name: 'linear',
  title: 'Linear decay',
  source: linearDecayPaper,
  parameters: Type.Object({ final }),
  first: '1',
  last: 'final',
  elsewhere: { pytorch: 'LinearLR', transformers: 'linear', optax: 'linear_schedule' },
  offByOne:
    'The last step has `final`. Set total_iters, num_training_steps and transition_steps of the other libraries to n − 1; with the usual n they reach `final` one step after the last.',
  multiplier: (n, { final: f }) => {
    return (j) => {
      const p = j / (n - 1)
      return p === 1 ? f : 1 - (1 - f) * p
    }
  }
})
