import { type Static, Type } from 'typebox'
import { stepMax } from '../../domain/gradient-norm.ts'
import { seriesNames } from '../../domain/series.ts'
import { step } from './gradient-norms.ts'
import { orNull } from './or-null.ts'

export const SeriesViewQuery = Type.Object(
  {
    from: Type.Optional(step('The first step of the range. Default: 0.')),
    to: Type.Optional(Type.Integer({ minimum: 0, maximum: stepMax, description: 'One past the last step of the range. Default: all.' })),
    points: Type.Integer({ minimum: 1, maximum: 20_000, default: 2000, description: 'Most columns: about as many as a chart has pixels.' })
  },
  { additionalProperties: false }
)
export type SeriesViewQuery = Static<typeof SeriesViewQuery>

/** The lists of a view, in the order of its bytes. */
export const seriesViewColumns = ['steps', 'first', 'min', 'max', 'last', 'mean', 'count'] as const

const list = (description: string) => Type.Array(orNull(Type.Number()), { description: `${description}; null if no value is finite.` })

export const SeriesView = Type.Object(
  {
    name: Type.Enum(seriesNames),
    points: Type.Integer({ minimum: 0, description: 'Current points in the range.' }),
    exact: Type.Boolean({ description: 'Every column is one point.' }),
    steps: Type.Array(step('A step.'), { description: 'The step of the first point of each column, increasing.' }),
    first: list('The first finite value of each column'),
    min: list('The smallest finite value'),
    max: list('The largest finite value'),
    last: list('The last finite value'),
    mean: list('The mean of the finite values'),
    count: Type.Array(Type.Integer({ minimum: 1 }), { description: 'Points of each column, those that are not finite too.' })
  },
  { $id: 'SeriesView', additionalProperties: false, description: 'A series as a chart shows it. All lists have the same length.' }
)

export const seriesViewExample = {
  name: 'l2',
  points: 5,
  exact: false,
  steps: [0, 3],
  first: [4.1, 3.5],
  min: [3.9, 3.5],
  max: [4.3, 3.8],
  last: [3.9, 3.8],
  mean: [4.1, 3.65],
  count: [3, 2]
}
