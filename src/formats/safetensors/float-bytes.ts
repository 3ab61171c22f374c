export type Dtype = 'F32' | 'F64'

/** Bytes that one number takes. */
export const dtypeBytes: Readonly<Record<Dtype, 4 | 8>> = { F32: 4, F64: 8 }

export const dtypeOf = (values: Float32Array | Float64Array): Dtype => (values instanceof Float32Array ? 'F32' : 'F64')

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** The little-endian bytes of numbers. On a little-endian machine they are the memory of the numbers themselves. */
export function bytesOf(values: Float32Array | Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  return isLittleEndian ? bytes : swapped(bytes, values.BYTES_PER_ELEMENT)
}

/** The numbers in little-endian bytes. They share the memory of the bytes, where those begin at a multiple of their size. */
export function numbersIn(bytes: Uint8Array, dtype: Dtype): Float32Array | Float64Array {
  const size = dtypeBytes[dtype]
  const own = isLittleEndian ? bytes : swapped(bytes, size)
  const { buffer, byteOffset, byteLength } = own.byteOffset % size === 0 ? own : new Uint8Array(own)
  return dtype === 'F32'
    ? new Float32Array(buffer as ArrayBuffer, byteOffset, byteLength / 4)
    : new Float64Array(buffer as ArrayBuffer, byteOffset, byteLength / 8)
}

function swapped(bytes: Uint8Array, size: number): Uint8Array {
  const copy = new Uint8Array(bytes)
  for (let start = 0; start < copy.length; start += size) copy.subarray(start, start + size).reverse()
  return copy
}
