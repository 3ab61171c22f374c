import { expect, test } from 'vitest'
import { bytesOfFloat64, float64OfBytes } from '../../../src/domain/float64-bytes.ts'

test('float64 bytes are little-endian, and of the part of the memory that the values are', () => {
  expect([...bytesOfFloat64(Float64Array.of(9, 1, 9).subarray(1, 2))]).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
})

test('values come back bit for bit, from bytes at any offset', () => {
  const values = Float64Array.of(0, -0, 1.5, 5e-324, -1.7976931348623157e308, Number.NaN, Number.NEGATIVE_INFINITY)
  const arrived = new Uint8Array(8 * values.length + 3)
  arrived.set(bytesOfFloat64(values), 3)
  const read = float64OfBytes(arrived.subarray(3))
  expect(read).toEqual(values)
  arrived.fill(0)
  expect(read).toEqual(values)
})
