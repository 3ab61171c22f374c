import { type Static, Type } from 'typebox'
import { invalid } from '../domain/problems.ts'
import { shape } from './parts/parameters.ts'
import { defineSchedule } from './parts/schedule-rule.ts'
import { countUpTo } from './segments/sorted-search.ts'

/** Most points of a schedule: more than anyone sets, few enough to search at every step. */
const pointsMax = 1000

const Point = Type.Object(
  {
    at: Type.Number({ minimum: 0, description: 'Position: 0 is the first step, 1 the last; or a step, where any is above 1.' }),
    multiplier: Type.Number({ minimum: 0, maximum: 1, description: 'The multiplier there.' })
  },
  { additionalProperties: false }
)

/**
 * Passes through given points along lines, half cosines or steps.
 *
 *     p = j/(n − 1), or j where positions are steps,   x = (p − at_i)/(at_{i+1} − at_i)  for at_i ≤ p < at_{i+1}
 *     linear:    m_j = v_i + (v_{i+1} − v_i)x
 *     cosine:    m_j = v_{i+1} + (v_i − v_{i+1})·½(1 + cos πx)
 *     constant:  m_j = v_i
 *
 * Before the first point it has that point's multiplier, from the last point on that one's. The default is the triangle used for ResNets
 * on CIFAR-10.
 * @see Page, How to Train Your ResNet, 2018
 */
export const piecewise = defineSchedule({
  name: 'piecewise',
  title: 'Piecewise linear, cosine or constant',
  source: {
    authors: 'Page',
    title: 'How to Train Your ResNet',
    year: 2018,
    venue: 'Myrtle.ai',
    code: 'optax, piecewise_interpolate_schedule and piecewise_constant_schedule'
  },
  parameters: Type.Object({
    points: Type.Array(Point, {
      minItems: 1,
      maxItems: pointsMax,
      default: [
        { at: 0, multiplier: 0 },
        { at: 0.2, multiplier: 1 },
        { at: 1, multiplier: 0 }
      ],
      description: 'Points of the schedule, `at` ascending, multipliers not all 0. Where any `at` is above 1, all are whole steps.'
    }),
    shape: shape(['linear', 'cosine', 'constant'], 'Shape between two points.')
  }),
  first: 'the multiplier of the first point',
  last: 'that of the last point (constant: of the last point reached)',
  elsewhere: { pytorch: null, transformers: null, optax: 'piecewise_interpolate_schedule' },
  offByOne:
    '`at` is p = j/(n − 1), so 1 is the last step. Boundaries of optax are steps, at·(n − 1) here, and each value there multiplies the one before.',
  complete: (parameters, n, pointer) => {
    const { points } = parameters
    const place = points.findIndex(({ at }, i) => i > 0 && at <= points[i - 1]!.at)
    if (place > 0) {
      throw invalid(
        `${pointer}/points/${place}/at`,
        'Each point must come after the one before it.',
        'Sort the points by `at`, without duplicates.'
      )
    }
    const beyond = areSteps(points) ? points.findIndex(({ at }) => !Number.isInteger(at) || at >= n) : -1
    if (beyond >= 0) {
      throw invalid(
        `${pointer}/points/${beyond}/at`,
        `Positions with one above 1 are steps: whole numbers up to ${n - 1}, the last step.`,
        'Send fractions up to 1 alone, or whole steps alone.'
      )
    }
    if (points.every(({ multiplier }) => multiplier === 0)) {
      throw invalid(`${pointer}/points`, 'All multipliers are 0.', 'Give the peak the multiplier 1.')
    }
    return parameters
  },
  rise: (n, parameters) => {
    const multiplier = curveThrough(n, parameters)
    const last = lastPlace(n, parameters.points)
    // Between two points nothing is above both, so the largest multiplier is at a step beside a point; rounding may take one step more.
    const beside = parameters.points.flatMap(({ at }) => [-1, 0, 1, 2].map((shift) => Math.floor(at * last) + shift))
    const steps = [0, ...beside.filter((step) => step > 0 && step < n).sort((one, other) => one - other)]
    return steps.reduce((peak, step) => (multiplier(step) > multiplier(peak) ? step : peak))
  },
  multiplier: curveThrough
})

function curveThrough(
  n: number,
  { points, shape: form }: { points: readonly Static<typeof Point>[]; shape: string }
): (step: number) => number {
  const last = lastPlace(n, points)
  const places = Float64Array.from(points, ({ at }) => at)
  const values = Float64Array.from(points, ({ multiplier }) => multiplier)
  return (j) => {
    const p = j / last
    const i = countUpTo(places, p) - 1
    if (i < 0) return values[0]!
    const from = values[i]!
    if (i === values.length - 1 || form === 'constant') return from
    const to = values[i + 1]!
    const x = (p - places[i]!) / (places[i + 1]! - places[i]!)
    return form === 'cosine' ? to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * x)) : from + (to - from) * x
  }
}

/** The step at position 1. */
const lastPlace = (n: number, points: readonly { readonly at: number }[]): number => (areSteps(points) ? 1 : n - 1)

const areSteps = (points: readonly { readonly at: number }[]): boolean => points.some(({ at }) => at > 1)
