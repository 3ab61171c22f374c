import { invalid } from '../../../domain/problems.ts'

/** An array of NumPy, as float64. */
export interface NumpyArray {
  readonly shape: readonly number[]
  readonly values: Float64Array
}

const magic = Buffer.from('\x93NUMPY', 'latin1')

export const isNumpy = (bytes: Uint8Array): boolean => bytes.length > 10 && magic.equals(bytes.subarray(0, 6))

/** How a type of NumPy is read. */
const types: Record<string, { readonly size: number; readonly read: (bytes: Buffer, at: number, isBig: boolean) => number }> = {
  f8: { size: 8, read: (bytes, at, isBig) => (isBig ? bytes.readDoubleBE(at) : bytes.readDoubleLE(at)) },
  f4: { size: 4, read: (bytes, at, isBig) => (isBig ? bytes.readFloatBE(at) : bytes.readFloatLE(at)) },
  f2: { size: 2, read: (bytes, at, isBig) => half(isBig ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at)) },
  i8: { size: 8, read: (bytes, at, isBig) => Number(isBig ? bytes.readBigInt64BE(at) : bytes.readBigInt64LE(at)) },
  u8: { size: 8, read: (bytes, at, isBig) => Number(isBig ? bytes.readBigUInt64BE(at) : bytes.readBigUInt64LE(at)) },
  i4: { size: 4, read: (bytes, at, isBig) => (isBig ? bytes.readInt32BE(at) : bytes.readInt32LE(at)) },
  u4: { size: 4, read: (bytes, at, isBig) => (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) },
  i2: { size: 2, read: (bytes, at, isBig) => (isBig ? bytes.readInt16BE(at) : bytes.readInt16LE(at)) },
  u2: { size: 2, read: (bytes, at, isBig) => (isBig ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at)) }
}

/** NumPy itself reads no longer one of files that it does not trust: 10 000 bytes. A long one takes long to search. */
const headerBytesMax = 2 ** 16

/**
 * Reads a .npy file.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * @throws Problem `invalid-request` where it is cut, or holds something else than numbers
 */
export function readNumpy(bytes: Buffer): NumpyArray {
  const major = bytes[6]!
  const lengthBytes = major === 1 ? 2 : 4
  const headerEnd = 8 + lengthBytes + (major === 1 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8))
  if (headerEnd > headerBytesMax) throw invalid('', `The NumPy file claims a header of ${headerEnd} bytes, and one has some hundred.`)
  const header = bytes.toString('latin1', 8 + lengthBytes, headerEnd)
  const [, order = '', name = ''] = /'descr':\s*'([<>|=])(\w+)'/.exec(header) ?? []
  const type = types[name]
  if (type === undefined)
    throw invalid('', 'The NumPy array holds no plain numbers.', 'Save an array of float64: np.save(path, np.asarray(norms, dtype="f8")).')
  const shape = (/'shape':\s*\(([^)]*)\)/.exec(header)?.[1] ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [Number(part)]))
  if (!shape.every((length) => Number.isSafeInteger(length) && length >= 0))
    throw invalid('', `The NumPy array claims the shape (${shape.join(', ')}).`)
  const isFortran = /'fortran_order':\s*True/.test(header)
  const count = shape.reduce((product, length) => product * length, 1)
  if (headerEnd + count * type.size > bytes.length) throw invalid('', `The NumPy file is cut off: it should hold ${count} numbers.`)
  const values = new Float64Array(count)
  for (let i = 0; i < count; i++) values[i] = type.read(bytes, headerEnd + i * type.size, order === '>')
  return isFortran && shape.length === 2 && count > 0 ? { shape, values: transposed(values, shape as [number, number]) } : { shape, values }
}

function transposed(values: Float64Array, [rows, columns]: readonly [number, number]): Float64Array {
  const turned = new Float64Array(values.length)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) turned[row * columns + column] = values[column * rows + row]!
  return turned
}

/** A number of IEEE 754 binary16. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
