import { Type } from 'typebox'
import { defineSchedule } from './parts/schedule-rule.ts'

/**
 * The classic rate for convex problems that may stop at any time.
 *
 *     m_j = 1/√(j + 1)
 *
 * @see Zinkevich, Online Convex Programming and Generalized Infinitesimal Gradient Ascent, 2003
 */
export const inverseSqrt = defineSchedule({
  name: 'inverse-sqrt',
  title: '1/√t',
  source: {
    authors: 'Zinkevich',
    title: 'Online Convex Programming and Generalized Infinitesimal Gradient Ascent',
    year: 2003,
    venue: 'ICML'
  },
  parameters: Type.Object({}),
  first: '1',
  last: '1/√n',
  elsewhere: { pytorch: null, transformers: 'inverse_sqrt', optax: null },
  offByOne:
    't counts from 1: step 0 has 1/√1. Transformers has √(s/t) after a warm-up of s steps, like `noam`; with s = 1 it is this rule, one step later.',
  multiplier: () => (j) => 1 / Math.sqrt(j + 1)
})
