import type { Readable } from 'node:stream'
import { timeInTurn } from '../domain/loop-turn.ts'
import { Problem } from '../domain/problems.ts'
import type { SeriesName } from '../domain/series.ts'
import { jsonNumber } from '../formats/number-text.ts'
import type { HistoryPoint } from '../services/series/read-history.ts'
import type { SeriesReading } from '../services/series/read-range.ts'
import { mediaTypes } from './media-types.ts'
import { bytesOf, csvOf, jsonListOf, ndjsonOf, streamOf, turnLength } from './number-stream.ts'

/** How JSON names a series: `norm` where it is asked for as a gradient norm, else `name`. */
export type NameField = 'norm' | 'name'

/**
 * The points of a reading in a format, written as they are read.
 * @throws Problem `not-acceptable` for uneven steps as bare values
 */
export function pointsAnswer(reading: SeriesReading, name: SeriesName, format: string, field: NameField): Readable {
  if (format === mediaTypes.csv) return streamOf(csvOf(reading.pieces(), 'value'))
  if (format === mediaTypes.ndjson) return streamOf(ndjsonOf(reading.pieces(), 'value'))
  if (format !== mediaTypes.binary) return streamOf(jsonOf(reading, `"${field}":"${name}"`))
  if (reading.progression === null && reading.count > 1) {
    throw new Problem('not-acceptable', 'The steps of the series are uneven, and this format has no steps.')
  }
  return streamOf(bytesOf(reading.pieces()))
}

async function* jsonOf(reading: SeriesReading, name: string): AsyncGenerator<string> {
  const { progression } = reading
  if (progression !== null) {
    yield `{${name},"startStep":${progression.first},"stride":${progression.stride},"values":[`
  } else {
    yield `{${name},"steps":[`
    yield* jsonListOf(reading.pieces(), 'steps')
    yield '],"values":['
  }
  yield* jsonListOf(reading.pieces())
  yield ']}'
}

/** Everything that was ever stored, as JSON. */
export const historyAnswer = (history: AsyncIterable<HistoryPoint[]>): Readable => streamOf(historyOf(history))

async function* historyOf(history: AsyncIterable<HistoryPoint[]>): AsyncGenerator<string> {
  yield '{"points":['
  let separator = ''
  for await (const points of history) {
    for (let start = 0; start < points.length; start += turnLength) {
      await timeInTurn()
      const part = points.slice(start, start + turnLength)
      yield separator + part.map(historyPoint).join(',')
      separator = ','
    }
  }
  yield ']}'
}

const historyPoint = ({ step, value, sequence, current }: HistoryPoint): string =>
  `{"step":${step},"value":${jsonNumber(value)},"sequence":${sequence},"current":${current}}`
