import { Type } from 'typebox'
import { ceilOfPart } from '../domain/parts-of-steps.ts'
import { invalid } from '../domain/problems.ts'
import { fraction } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'
import { countUpTo } from './segments/sorted-search.ts'

/** Most milestones of a schedule: more than anyone sets, few enough to search at every step. */
const milestonesMax = 1000

/**
 * Drops by the same factor at each milestone. The default is a factor of 10 at 30, 60 and 90 % of training, as on ImageNet.
 *
 *     m_j = factor^(number of milestones ≤ j/n),  or ≤ j where they are steps
 *
 * Milestones may come in any order; one that comes twice counts twice.
 * @see He, Zhang, Ren, Sun, Deep Residual Learning for Image Recognition, 2015, section 4. arXiv:1512.03385
 */
export const stepwise = defineSchedule({
  name: 'stepwise',
  title: 'Stepwise decay',
  source: {
    authors: 'He, Zhang, Ren, Sun',
    title: 'Deep Residual Learning for Image Recognition',
    year: 2015,
    arxiv: '1512.03385',
    algorithm: 'section 4'
  },
  parameters: Type.Object({
    milestones: Type.Array(Type.Number({ exclusiveMinimum: 0 }), {
      maxItems: milestonesMax,
      default: [0.3, 0.6, 0.9],
      description: 'Where the rate drops, in any order: fractions of the steps, or, where any is above 1, whole steps, all of them.'
    }),
    factor: fraction(0.1, 'Factor of the rate at each milestone.')
  }),
  first: '1',
  last: 'factor^(number of milestones ≤ (n − 1)/n)',
  elsewhere: { pytorch: 'MultiStepLR', transformers: null, optax: 'piecewise_constant_schedule' },
  offByOne: 'The first step at or after milestone·n has the lower rate: give step ⌈milestone·n⌉ to MultiStepLR and optax.',
  complete: (parameters, n, pointer) => {
    const { milestones } = parameters
    if (!areSteps(milestones)) return parameters
    const place = milestones.findIndex((milestone) => !Number.isInteger(milestone) || milestone > n)
    if (place >= 0) {
      throw invalid(
        `${pointer}/milestones/${place}`,
        `Milestones with one above 1 are steps: whole numbers up to ${n}.`,
        'Send fractions up to 1 alone, or whole steps alone.'
      )
    }
    return parameters
  },
  multiplier: (n, { milestones, factor }) => {
    const inSteps = areSteps(milestones)
    const sorted = Float64Array.from(milestones, (milestone) => (inSteps ? milestone : ceilOfPart(milestone, n))).sort()
    return (j) => factor ** countUpTo(sorted, j)
  }
})

const areSteps = (milestones: readonly number[]): boolean => milestones.some((milestone) => milestone > 1)
