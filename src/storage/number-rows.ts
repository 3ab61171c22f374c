import { bytesOfFloat64 } from '../domain/float64-bytes.ts'

/** Numbers in one row of a long list: 512 KiB, so that a reader holds little. */
export const rowLength = 65_536

/** A long list of numbers as the rows that it is stored in, by their position; without a copy. */
export function* numberRows(values: Float64Array): Generator<{ position: number; values: Float64Array; bytes: Uint8Array }> {
  for (let position = 0; position * rowLength < values.length; position++) {
    const row = values.subarray(position * rowLength, (position + 1) * rowLength)
    yield { position, values: row, bytes: bytesOfFloat64(row) }
  }
}
