import { type Static, Type } from 'typebox'
import { conflictAnswers } from '../../domain/gradient-norm.ts'
import { seriesMeanings, seriesNames } from '../../domain/series.ts'
import { float } from './float.ts'
import { AppendReceipt, gradientNormBuckets, gradientNormHistory, ReadQuery, step, stride } from './gradient-norms.ts'
import { orNull } from './or-null.ts'
import { ref } from './ref.ts'
import { RunId } from './run.ts'

const meanings = seriesNames.map((name) => `\`${name}\`: ${seriesMeanings[name]}`).join('; ')

export const SeriesName = Type.Enum(seriesNames, { description: `The name of a series. Its value at a step is — ${meanings}.` })

export const SeriesParams = Type.Object({ runId: RunId, name: SeriesName })
export type SeriesParams = Static<typeof SeriesParams>

const { norm: _norm, ...readProperties } = ReadQuery.properties
export const SeriesReadQuery = Type.Object(readProperties, { additionalProperties: false })
export type SeriesReadQuery = Static<typeof SeriesReadQuery>

export const SeriesAppendQuery = Type.Object(
  {
    resumeFrom: Type.Optional(
      step(
        'Training resumed from a checkpoint at this step: supersedes the current points from this step on in every series of the run, also ' +
          'in those that the body does not name, then stores the points of the body.'
      )
    ),
    onConflict: Type.Enum(conflictAnswers, {
      default: 'replace',
      description: 'What to do if a step is stored with another value: replace it, or store nothing (409).'
    })
  },
  { additionalProperties: false }
)
export type SeriesAppendQuery = Static<typeof SeriesAppendQuery>

const list = Type.Array(orNull(float()), { description: 'The value at each step; null: no point there. Only losses may be negative.' })
const lists = Type.Object(Object.fromEntries(seriesNames.map((name) => [name, Type.Optional(list)])), {
  $id: 'SeriesValues',
  additionalProperties: false,
  description: 'A list for each series, all of the same length.'
})

const evenSeries = Type.Object(
  {
    series: ref(lists),
    startStep: Type.Optional(step('The step of the first value of each list. Default: 0, where a series has no points yet.')),
    stride: Type.Optional(stride)
  },
  { $id: 'EvenSeriesLog', additionalProperties: false, description: 'Values at even steps.' }
)
const steppedSeries = Type.Object(
  { steps: Type.Array(step('An optimizer step.'), { description: 'The steps of all lists, strictly increasing.' }), series: ref(lists) },
  { $id: 'SteppedSeriesLog', additionalProperties: false, description: 'Values with their steps.' }
)

/** Bodies are checked by `formats/series/json.ts` in one pass. */
export const SeriesLog = Type.Union([ref(evenSeries), ref(steppedSeries)], {
  $id: 'SeriesLog',
  description: 'Points of several series on one step axis.'
})

export const SeriesReceipt = Type.Object(
  {
    series: Type.Record(Type.String(), ref(AppendReceipt), {
      description: 'For each series of the body, and with `resumeFrom` for every series of the run, how its points were stored.'
    })
  },
  { $id: 'SeriesReceipt', additionalProperties: false, description: 'How the points of a request were stored. They are on disk.' }
)

const name = Type.Enum(seriesNames)
const evenPoints = Type.Object(
  { name, startStep: step('The step of the first value.'), stride, values: Type.Array(float(), { minItems: 2 }) },
  { $id: 'EvenSeries', additionalProperties: false, description: 'Points at even steps.' }
)
const unevenPoints = Type.Object(
  { name, steps: Type.Array(step('A step.')), values: Type.Array(float()) },
  { $id: 'UnevenSeries', additionalProperties: false, description: 'Points at uneven steps, or fewer than two.' }
)

export const SeriesPoints = Type.Union([ref(evenPoints), ref(unevenPoints), ref(gradientNormHistory), ref(gradientNormBuckets)], {
  $id: 'SeriesPoints',
  description: 'The points of one series of a run.'
})

export const seriesSchemas = [lists, evenSeries, steppedSeries, SeriesLog, SeriesReceipt, evenPoints, unevenPoints, SeriesPoints]
