import { Readable } from 'node:stream'
import type { Points } from '../domain/gradient-norm.ts'
import { csvHeader, csvRows } from '../formats/csv-rows.ts'
import { float64Bytes } from '../formats/float64-bytes.ts'
import { ndjsonLines } from '../formats/ndjson-lines.ts'
import { jsonNumbers } from '../formats/number-text.ts'

type Pieces = AsyncIterable<Points>

/** An answer that is written as it is read: no more of it is in memory than the reader has room for. */
export const streamOf = (parts: AsyncIterable<string | Uint8Array>): Readable => Readable.from(parts, { objectMode: false })

export async function* csvOf(pieces: Pieces, valueName: string): AsyncGenerator<string> {
  yield csvHeader(valueName)
  for await (const piece of pieces) yield csvRows(piece)
}

export async function* ndjsonOf(pieces: Pieces, valueName: string): AsyncGenerator<string> {
  for await (const piece of pieces) yield ndjsonLines(piece, valueName)
}

export async function* bytesOf(pieces: AsyncIterable<{ values: Float64Array }>): AsyncGenerator<Uint8Array> {
  for await (const { values } of pieces) yield float64Bytes(values)
}

/** The items of a JSON list, piece by piece. */
export async function* jsonListOf(lists: AsyncIterable<Float64Array>): AsyncGenerator<string> {
  let separator = ''
  for await (const list of lists) {
    if (list.length === 0) continue
    yield separator + jsonNumbers(list)
    separator = ','
  }
}
