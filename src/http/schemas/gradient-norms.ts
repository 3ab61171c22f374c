import { type Static, Type } from 'typebox'
import { conflictAnswers, normNames, stepMax } from '../../domain/gradient-norm.ts'
import { float } from './float.ts'
import { normValue, numberList } from './number-list.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { text } from './text.ts'

export const step = (description: string) => Type.Integer({ minimum: 0, maximum: stepMax, description })
export const stride = Type.Integer({ minimum: 1, maximum: stepMax, description: 'Steps from one value to the next. Default: 1.' })
const steps = Type.Array(step('An optimizer step.'), { description: 'The step of each value, strictly increasing.' })

const valuesAlone = Type.Object(
  {
    values: numberList('Norms of successive points.'),
    startStep: Type.Optional(step('The step of the first value.')),
    stride: Type.Optional(stride)
  },
  { $id: 'GradientNormValues', additionalProperties: false, description: 'Values at even steps.' }
)
const stepsAndValues = Type.Object(
  { steps, values: numberList('The norm at each step, as many as `steps`.') },
  { $id: 'GradientNormSteps', additionalProperties: false, description: 'Values with their steps.' }
)
const point = Type.Object(
  { step: step('The optimizer step; strictly increasing.'), value: normValue },
  { $id: 'GradientNormPoint', additionalProperties: false, description: 'A gradient norm and its step.' }
)
const points = Type.Object(
  { points: Type.Array(ref(point)) },
  { $id: 'GradientNormPoints', additionalProperties: false, description: 'Points, each with its step.' }
)

/** The three ways to write a log in JSON. Bodies are checked by `formats/logs/json.ts` in one pass; a test holds both to agree. */
export const GradientNormLog = Type.Union([ref(valuesAlone), ref(stepsAndValues), ref(points)], {
  $id: 'GradientNormLog',
  description: 'Gradient norms: evenly spaced values, values with their steps, or points.'
})

export const NormName = Type.Enum(normNames, { default: 'l2', description: 'Which norm of the gradient, over all parameters together.' })

export const AppendQuery = Type.Object(
  {
    norm: NormName,
    startStep: Type.Optional(step('The step of the first value, for a body that has only values.')),
    stride: Type.Optional(stride),
    resumeFrom: Type.Optional(
      step(
        'Training resumed from a checkpoint at this step: supersedes all current points from this step on, then stores the points of the body.'
      )
    ),
    onConflict: Type.Enum(conflictAnswers, {
      default: 'replace',
      description: 'What to do if a step is stored with another value: replace it, or store nothing (409).'
    }),
    column: Type.Optional(text(512, { minLength: 1, description: 'The CSV column or NDJSON field of the norms. Default: found by name.' })),
    columns: Type.Optional(
      text(512, {
        minLength: 1,
        description:
          'Columns of norms of all parts of the model, a pattern in which * is any text. They are combined: the root of the sum of squares (l2), ' +
          'the sum (l1), the largest (linf).'
      })
    ),
    run: Type.Optional(text(512, { minLength: 1, description: 'The run, where the CSV or NDJSON holds several.' })),
    step: Type.Optional(text(512, { minLength: 1, description: 'The CSV column or NDJSON field of the steps. Default: found by name.' }))
  },
  { additionalProperties: false }
)
export type AppendQuery = Static<typeof AppendQuery>

export const ReadQuery = Type.Object(
  {
    norm: NormName,
    fromStep: Type.Optional(step('The first step to return.')),
    toStep: Type.Optional(Type.Integer({ minimum: 0, maximum: stepMax, description: 'One past the last step to return.' })),
    history: Type.Optional(
      Type.Enum(['all'], { description: 'Returns every point ever stored, in order of arrival, and marks the current ones. Only in JSON.' })
    ),
    buckets: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10_000,
        description: 'Returns summaries of this many ranges of steps, for a chart. Only in JSON.'
      })
    )
  },
  { additionalProperties: false }
)
export type ReadQuery = Static<typeof ReadQuery>

const readColumns = Type.Object(
  {
    step: orNull(Type.String({ description: 'The column of the steps; null if the points were numbered in order.' })),
    value: Type.String({ description: 'The column of the values.' })
  },
  { $id: 'ReadColumns', additionalProperties: false, description: 'Which columns of a CSV, or fields of NDJSON, were read.' }
)

export const AppendReceipt = Type.Object(
  {
    received: Type.Integer({ minimum: 0, description: 'Points in the request: appended + duplicates.' }),
    appended: Type.Integer({ minimum: 0, description: 'Points that are new or replace another value.' }),
    duplicates: Type.Integer({ minimum: 0, description: 'Points that were already stored with the same value.' }),
    superseded: Type.Integer({ minimum: 0, description: 'Points that are no longer current.' }),
    points: Type.Integer({ minimum: 0, description: 'Current points of the series, after this request.' }),
    lastStep: orNull(step('The last current step.')),
    columns: Type.Optional(ref(readColumns))
  },
  { $id: 'AppendReceipt', additionalProperties: false, description: 'How the points of a request were stored. They are on disk.' }
)

const norm = Type.Enum(normNames)

const regularSeries = Type.Object(
  {
    norm,
    startStep: step('The step of the first value.'),
    stride,
    values: Type.Array(float(), { minItems: 2 })
  },
  { $id: 'EvenGradientNorms', additionalProperties: false, description: 'Points at even steps.' }
)
const irregularSeries = Type.Object(
  { norm, steps: Type.Array(step('A step.')), values: Type.Array(float()) },
  { $id: 'UnevenGradientNorms', additionalProperties: false, description: 'Points at uneven steps, or fewer than two.' }
)
const arrival = Type.Object(
  {
    step: step('The step.'),
    value: float(),
    sequence: Type.Integer({ minimum: 0, description: 'Counts the points of the series in order of arrival.' }),
    current: Type.Boolean({ description: 'False if superseded.' })
  },
  { $id: 'GradientNormArrival', additionalProperties: false, description: 'A point, in order of arrival.' }
)
export const gradientNormHistory = Type.Object(
  { points: Type.Array(ref(arrival)) },
  { $id: 'GradientNormHistory', additionalProperties: false, description: 'With history=all.' }
)
const bucketNumber = (description: string) => orNull(Type.Number({ description }))
const bucket = Type.Object(
  {
    fromStep: step('The first step of the range.'),
    toStep: Type.Integer({ minimum: 1, description: 'One past the last step of the range.' }),
    count: Type.Integer({ minimum: 0, description: 'Points in the range.' }),
    first: bucketNumber('The first finite value; null if there is none.'),
    last: bucketNumber('The last finite value.'),
    min: bucketNumber('The smallest finite value.'),
    max: bucketNumber('The largest finite value.'),
    mean: bucketNumber('The mean of the finite values.'),
    nonFinite: Type.Integer({ minimum: 0, description: 'Points that are NaN or infinite.' })
  },
  { $id: 'GradientNormBucket', additionalProperties: false, description: 'Summary of a range of steps.' }
)
export const gradientNormBuckets = Type.Object(
  { buckets: Type.Array(ref(bucket)) },
  { $id: 'GradientNormBuckets', additionalProperties: false, description: 'With buckets=n.' }
)

export const GradientNorms = Type.Union([ref(regularSeries), ref(irregularSeries), ref(gradientNormHistory), ref(gradientNormBuckets)], {
  $id: 'GradientNorms',
  description: 'The gradient norms of a run.'
})

/** Each has a name, as generators of clients make poor ones for the parts of a choice. */
export const gradientNormSchemas = [
  valuesAlone,
  stepsAndValues,
  point,
  points,
  GradientNormLog,
  readColumns,
  AppendReceipt,
  regularSeries,
  irregularSeries,
  arrival,
  gradientNormHistory,
  bucket,
  gradientNormBuckets,
  GradientNorms
]
