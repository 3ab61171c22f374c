/**
 * How a norm or a multiplier becomes 8 bytes, in the database, in bodies and in files alike: IEEE 754 binary64, little-endian.
 */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** The bytes of values. On a little-endian machine they are the memory of the values themselves. Shape `[8 n]`. */
export function bytesOfFloat64(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  return isLittleEndian ? bytes : reversed(bytes.slice())
}

/** The values of bytes, on memory of their own: bytes as they arrive lie at any offset. Shape `[n]`. */
export function float64OfBytes(bytes: Uint8Array): Float64Array {
  const values = new Float64Array(bytes.length / 8)
  const own = new Uint8Array(values.buffer)
  own.set(bytes)
  if (!isLittleEndian) reversed(own)
  return values
}

/** Turns each value around, in place. */
function reversed(bytes: Uint8Array): Uint8Array {
  for (let start = 0; start < bytes.length; start += 8) bytes.subarray(start, start + 8).reverse()
  return bytes
}
