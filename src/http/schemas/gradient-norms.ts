import { type Static, Type } from 'typebox'
import { normNames, stepMax } from '../../domain/gradient-norm.ts'
import { float } from './float.ts'
import { normValue, numberList } from './number-list.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { text } from './text.ts'

const step = (description: string) => Type.Integer({ minimum: 0, maximum: stepMax, description })
const stride = Type.Integer({ minimum: 1, maximum: stepMax, description: 'Steps from one value to the next; 1 unless given.' })
const steps = Type.Array(step('A step.'), { description: 'The step of each value, strictly increasing.' })

const valuesAlone = Type.Object(
  {
    values: numberList('Norms of successive points.'),
    startStep: Type.Optional(step('The step of the first value.')),
    stride: Type.Optional(stride)
  },
  { $id: 'GradientNormValues', additionalProperties: false, description: 'Values at even steps.' }
)
const stepsAndValues = Type.Object(
  { steps, values: numberList('The norm at each step; as many as steps.') },
  { $id: 'GradientNormSteps', additionalProperties: false, description: 'Values with their steps.' }
)
const point = Type.Object(
  { step: step('Strictly increasing.'), value: normValue },
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
    startStep: Type.Optional(step('The step of the first value, where the body has values alone.')),
    stride: Type.Optional(stride),
    resumeFrom: Type.Optional(
      step(
        'Training went back to a checkpoint: what is current at this step and later is superseded, then the points of the body are stored.'
      )
    ),
    onConflict: Type.Enum(['replace', 'reject'], {
      default: 'replace',
      description: 'A step that is stored with another value: the later value stands, or nothing is stored (409).'
    }),
    column: Type.Optional(text(512, { minLength: 1, description: 'The column of a CSV, or the field of NDJSON, that holds the norms.' }))
  },
  { additionalProperties: false }
)
export type AppendQuery = Static<typeof AppendQuery>

export const ReadQuery = Type.Object(
  {
    norm: NormName,
    fromStep: Type.Optional(step('The first step that is wanted.')),
    toStep: Type.Optional(Type.Integer({ minimum: 0, maximum: stepMax, description: 'One past the last step that is wanted.' })),
    history: Type.Optional(
      Type.Enum(['all'], { description: 'Everything that was ever stored, in order of arrival, with what is current marked. JSON alone.' })
    ),
    buckets: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 10_000, description: 'Summaries of so many ranges of steps, for a chart. JSON alone.' })
    )
  },
  { additionalProperties: false }
)
export type ReadQuery = Static<typeof ReadQuery>

export const AppendReceipt = Type.Object(
  {
    received: Type.Integer({ minimum: 0, description: 'Points of the request: appended + duplicates.' }),
    appended: Type.Integer({ minimum: 0, description: 'Points that are new, or stand in place of another value.' }),
    duplicates: Type.Integer({ minimum: 0, description: 'Points that were current already, with the same value.' }),
    superseded: Type.Integer({ minimum: 0, description: 'Points that ceased to be current.' }),
    points: Type.Integer({ minimum: 0, description: 'Current points of the series.' }),
    lastStep: orNull(step('The last current step.'))
  },
  { $id: 'AppendReceipt', additionalProperties: false, description: 'What became of the points of a request. They are durable.' }
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
    current: Type.Boolean({ description: 'False: superseded.' })
  },
  { $id: 'GradientNormArrival', additionalProperties: false, description: 'A point as it came.' }
)
const history = Type.Object(
  { points: Type.Array(ref(arrival)) },
  { $id: 'GradientNormHistory', additionalProperties: false, description: 'With history=all.' }
)
const bucketNumber = (description: string) => orNull(Type.Number({ description }))
const bucket = Type.Object(
  {
    fromStep: step('The first step of the range.'),
    toStep: Type.Integer({ minimum: 1, description: 'One past the last step of the range.' }),
    count: Type.Integer({ minimum: 0, description: 'Points in the range.' }),
    min: bucketNumber('The smallest finite norm; null where there is none.'),
    max: bucketNumber('The largest finite norm.'),
    mean: bucketNumber('The mean of the finite norms.'),
    nonFinite: Type.Integer({ minimum: 0, description: 'Points that are NaN or infinite.' })
  },
  { $id: 'GradientNormBucket', additionalProperties: false, description: 'What a range of steps holds.' }
)
const buckets = Type.Object(
  { buckets: Type.Array(ref(bucket)) },
  { $id: 'GradientNormBuckets', additionalProperties: false, description: 'With buckets=n.' }
)

export const GradientNorms = Type.Union([ref(regularSeries), ref(irregularSeries), ref(history), ref(buckets)], {
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
  AppendReceipt,
  regularSeries,
  irregularSeries,
  arrival,
  history,
  bucket,
  buckets,
  GradientNorms
]
