import { Type } from 'typebox'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * The same rate at every step.
 *
 *     m_j = 1
 *
 * @see Nemirovski, Juditsky, Lan, Shapiro, Robust Stochastic Approximation Approach to Stochastic Programming, 2009, on constant steps
 */
export const flat = defineSchedule({
  name: 'flat',
  title: 'Constant',
  source: {
    authors: 'Nemirovski, Juditsky, Lan, Shapiro',
    title: 'Robust Stochastic Approximation Approach to Stochastic Programming',
    year: 2009,
    venue: 'SIAM Journal on Optimization 19(4)'
  },
  parameters: Type.Object({}),
  first: '1',
  last: '1',
  elsewhere: { pytorch: 'ConstantLR with factor=1', transformers: 'constant', optax: 'constant_schedule' },
  offByOne: 'None: all steps are equal.',
  multiplier: () => () => 1
})
