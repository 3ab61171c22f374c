import { bytesOfFloat64 } from '../domain/float64-bytes.ts'

/** Numbers in one row of a long list: 512 KiB, so that a reader holds little. */
export const rowLength = 65_536

/** A long list of numbers as the rows that it is stored in, by their position; without a copy. */
export function* numberRows(values: Float64Array): Generator<{ position: number; bytes: Uint8Array }> {
  for (let position = 0; position * rowLength < values.length; position++) {
    yield { position, bytes: bytesOfFloat64(values.subarray(position * rowLength, (position + 1) * rowLength)) }
  }
}
