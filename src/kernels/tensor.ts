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

/** Bytes that one number takes. */
export const bytesPerValue = (precision: Precision): 4 | 8 => (precision === 'float32' ? 4 : 8)
