import { Type } from 'typebox'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * The classic rate of stochastic approximation, for strongly convex problems.
 *
 *     m_j = 1/(j + 1)
 *
 * @see Robbins, Monro, A Stochastic Approximation Method, 1951
 */
export const inverse = defineSchedule({
  name: 'inverse',
  title: '1/t',
  source: {
    authors: 'Robbins, Monro',
    title: 'A Stochastic Approximation Method',
    year: 1951,
    venue: 'The Annals of Mathematical Statistics 22(3)'
  },
  parameters: Type.Object({}),
  first: '1',
  last: '1/n',
  elsewhere: { pytorch: null, transformers: null, optax: null },
  offByOne: 't counts from 1: step 0 has 1/1.',
  multiplier: () => (j) => 1 / (j + 1)
})
