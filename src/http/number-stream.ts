import { Readable } from 'node:stream'
import { bytesOfFloat64 } from '../domain/float64-bytes.ts'
import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { timeInTurn } from '../domain/loop-turn.ts'
import { csvHeader, csvRows } from '../formats/csv-rows.ts'
import { ndjsonLines } from '../formats/ndjson-lines.ts'
import { jsonNumbers } from '../formats/number-text.ts'

type Pieces = AsyncIterable<Points>

/** As many numbers are written as text at a time as take a few milliseconds; then others have their turn. */
export const turnLength = 8192

/** An answer that is written as it is read: no more of it is in memory than the reader has room for. */
export const streamOf = (parts: AsyncIterable<string | Uint8Array> | Iterable<Uint8Array>): Readable =>
  Readable.from(parts, { objectMode: false })

export async function* csvOf(pieces: Pieces, valueName: string): AsyncGenerator<string> {
  yield csvHeader(valueName)
  for await (const piece of inTurns(pieces)) yield csvRows(piece)
}

export async function* ndjsonOf(pieces: Pieces, valueName: string): AsyncGenerator<string> {
  for await (const piece of inTurns(pieces)) yield ndjsonLines(piece, valueName)
}

export async function* bytesOf(pieces: Pieces): AsyncGenerator<Uint8Array> {
  for await (const { values } of pieces) yield bytesOfFloat64(values)
}

/** Memory of such an answer to so many numbers: pieces that are read ahead, and text that is on its way. Bytes. */
export const bytesToStream = (count: number): number => Math.min(48 * count, 2 ** 22)

/** The items of a JSON list: the values of points, or their steps. */
export async function* jsonListOf(pieces: Pieces, what: 'values' | 'steps' = 'values'): AsyncGenerator<string> {
  let separator = ''
  for await (const { values, steps } of inTurns(pieces)) {
    yield separator + jsonNumbers(what === 'values' ? values : values.map((_, i) => stepAt(steps, i)))
    separator = ','
  }
}

async function* inTurns(pieces: Pieces): AsyncGenerator<Points> {
  for await (const { steps, values } of pieces) {
    for (let start = 0; start < values.length; start += turnLength) {
      const end = start + turnLength
      const part = steps instanceof Float64Array ? steps.subarray(start, end) : { first: stepAt(steps, start), stride: steps.stride }
      await timeInTurn()
      yield { steps: part, values: values.subarray(start, end) }
    }
  }
}
