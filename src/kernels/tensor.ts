import type { Precision } from '../domain/engine.ts'

/** Numbers in row-major order; the array's type is their precision. */
export type Values = Float32Array | Float64Array

/** A tensor on the host. `values` has as many entries as the product of `shape`; a scalar has shape `[]`. */
export interface Tensor {
  readonly shape: readonly number[]
  readonly values: Values
}

/** Named tensors on the host: the parameters of a model, their gradients, one slot of an optimizer's state. */
export type Tensors = ReadonlyMap<string, Tensor>

/** The number of entries of a shape: the product of its dimensions, 1 for a scalar. */
export const entryCount = (shape: readonly number[]): number => shape.reduce((product, dimension) => product * dimension, 1)

/** An array of zeros in a precision. Shape `[count]`. */
export const zeroValues = (precision: Precision, count: number): Values =>
  precision === 'float32' ? new Float32Array(count) : new Float64Array(count)

/** Where numbers that come from an engine are put: an array of `count` numbers, with whatever is in it. */
export interface Room {
  (precision: Precision, count: number): Values
  /** Numbers that were computed in the memory of the request stay there, and are not copied. */
  readonly takesInPlace?: boolean
}

/**
 * Copies numbers. Those of the same type are copied as bytes with `fill`, where one side is shared memory: `set` copies byte by byte there
 * if the two sides differ in alignment.
 */
export function copyNumbers(target: Values, source: Values, offset = 0): void {
  const isShared = !(source.buffer instanceof ArrayBuffer && target.buffer instanceof ArrayBuffer)
  if (!isShared || source.BYTES_PER_ELEMENT !== target.BYTES_PER_ELEMENT || source.length === 0) target.set(source, offset)
  else
    bytesOf(target)
      .subarray(offset * target.BYTES_PER_ELEMENT)
      .fill(bytesOf(source), 0, source.byteLength)
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Values): Buffer => Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

/** Bytes that one number takes. */
export const bytesPerValue = (precision: Precision): 4 | 8 => (precision === 'float32' ? 4 : 8)
