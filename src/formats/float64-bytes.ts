const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** The bytes of float64 values, little-endian. On a little-endian machine they are the memory of the values themselves. */
export function float64Bytes(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  if (isLittleEndian) return bytes
  const swapped = bytes.slice()
  for (let start = 0; start < swapped.length; start += 8) swapped.subarray(start, start + 8).reverse()
  return swapped
}
