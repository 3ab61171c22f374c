/** A tensor as it goes over the wire: numbers in row-major order, as many as the product of `shape`; a scalar has shape `[]`. */
export interface WireTensor {
  readonly shape: readonly number[]
  readonly values: Float32Array | Float64Array
}

/** Tensors by their names, which may be any text, slashes included. */
export type NamedTensors = ReadonlyMap<string, WireTensor>

/** An optimizer's state: numbers, and tensors by slot. The slots of a base optimizer are named `base.<slot>`. */
export interface WireState {
  readonly scalars: Readonly<Record<string, number | Readonly<Record<string, number>>>>
  readonly tensors: ReadonlyMap<string, NamedTensors>
}
