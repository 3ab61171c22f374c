import type { Precision } from '../../domain/engine.ts'
import type { BinaryOperation, Comparison, UnaryOperation } from '../expression.ts'
import { type TensorflowBinding, type TensorId, types } from './binding.ts'

/** TensorFlow's operations on vectors of one precision. Each returns a new tensor; the caller deletes it. */
export interface Operations {
  readonly upload: (values: Float32Array | Float64Array) => TensorId
  readonly download: (id: TensorId) => Float32Array | Float64Array
  readonly scalar: (value: number) => TensorId
  readonly unary: (op: UnaryOperation, a: TensorId) => TensorId
  readonly binary: (op: BinaryOperation | Comparison, a: TensorId, b: TensorId) => TensorId
  readonly select: (condition: TensorId, a: TensorId, b: TensorId) => TensorId
  readonly notEqual: (a: TensorId, b: TensorId) => TensorId
  readonly fill: (value: TensorId, length: number) => TensorId
  readonly identity: (a: TensorId) => TensorId
  /** Entries from `offset`, every `stride`-th, within `length`. */
  readonly slice: (a: TensorId, offset: number, length: number, stride: number) => TensorId
  readonly concatenate: (parts: readonly TensorId[]) => TensorId
  /** The sum of a vector, in float64, as a tensor. */
  readonly sum: (vector: TensorId) => TensorId
  /** Downloads sums, all at once. */
  readonly readSums: (sums: readonly TensorId[]) => Float64Array
  /** Exclusive sums from the end of a vector. */
  readonly tailSums: (vector: TensorId) => TensorId
  /** Interpolates `length` ≥ 2 equally spaced values linearly to `outLength` ≥ 2 positions; keeps both ends. */
  readonly interpolateEven: (vector: TensorId, length: number, outLength: number) => TensorId
  /** The largest entry of a vector, as a tensor. */
  readonly largest: (vector: TensorId) => TensorId
  readonly remove: (id: TensorId) => void
}

const unaryNames: Record<Exclude<UnaryOperation, 'cbrt'>, string> = {
  negate: 'Neg',
  abs: 'Abs',
  sign: 'Sign',
  square: 'Square',
  sqrt: 'Sqrt'
}
const binaryNames: Record<BinaryOperation | Comparison, string> = {
  add: 'AddV2',
  sub: 'Sub',
  mul: 'Mul',
  div: 'RealDiv',
  min: 'Minimum',
  max: 'Maximum',
  greater: 'Greater',
  greaterOrEqual: 'GreaterEqual',
  equal: 'Equal'
}

export function createOperations(binding: TensorflowBinding, precision: Precision): Operations {
  const type = types[precision]
  const typed = (name: string, value: number) => ({ name, type: binding.TF_ATTR_TYPE, value })
  const bool = (name: string, value: boolean) => ({ name, type: binding.TF_ATTR_BOOL, value })
  const int = (name: string, value: number) => ({ name, type: binding.TF_ATTR_INT, value })
  const run = (name: string, attributes: Parameters<TensorflowBinding['executeOp']>[1], inputs: TensorId[]): TensorId =>
    binding.executeOp(name, attributes, inputs, 1)[0]!.id
  const own = typed('T', type)
  const indices = (values: readonly number[], shape = [values.length]) => binding.createTensor(shape, types.int32, Int32Array.from(values))
  const remove = (id: TensorId) => binding.deleteTensor(id)
  /** Calls `use`, then deletes the tensors that it kept, also after an error. */
  const withTemporary = <R>(use: (keep: (id: TensorId) => TensorId) => R): R => {
    const temporary: TensorId[] = []
    try {
      return use((id) => {
        temporary.push(id)
        return id
      })
    } finally {
      for (const id of temporary) remove(id)
    }
  }

  /** float64 travels as pairs of int32, which Bitcast reinterprets. */
  const uploadDouble = (values: Float64Array, shape: number[]): TensorId =>
    withTemporary((keep) => {
      const pairs = keep(
        binding.createTensor([...shape, 2], types.int32, new Int32Array(values.buffer, values.byteOffset, 2 * values.length))
      )
      return run('Bitcast', [typed('T', types.int32), typed('type', types.float64)], [pairs])
    })
  const downloadDouble = (id: TensorId): Float64Array =>
    withTemporary((keep) => {
      const pairs = keep(run('Bitcast', [typed('T', types.float64), typed('type', types.int32)], [id]))
      const { buffer, byteOffset, length } = binding.tensorDataSync(pairs)
      return new Float64Array(buffer, byteOffset, length / 2)
    })

  const scalar = (value: number): TensorId =>
    precision === 'float32' ? binding.createTensor([], type, Float32Array.of(value)) : uploadDouble(Float64Array.of(value), [])
  const binary = (op: BinaryOperation | Comparison, a: TensorId, b: TensorId): TensorId =>
    run(binaryNames[op], op === 'equal' ? [own, bool('incompatible_shape_error', true)] : [own], [a, b])
  const select = (condition: TensorId, a: TensorId, b: TensorId): TensorId => run('SelectV2', [own], [condition, a, b])
  const notEqual = (a: TensorId, b: TensorId) => run('NotEqual', [own, bool('incompatible_shape_error', true)], [a, b])

  /** sign(a)·|a|^⅓, then one Halley step for the last digits; skips that step if it overflows or is 0/0. */
  const cubeRoot = (a: TensorId): TensorId =>
    withTemporary((keep) => {
      const magnitude = keep(run('Abs', [own], [a]))
      const guess = keep(run('Pow', [own], [magnitude, keep(scalar(1 / 3))]))
      const cube = keep(binary('mul', guess, keep(binary('mul', guess, guess))))
      const above = keep(binary('add', cube, magnitude))
      const ratio = keep(binary('div', keep(binary('add', above, magnitude)), keep(binary('add', above, cube))))
      const better = keep(binary('mul', guess, ratio))
      const nothing = keep(binary('sub', better, better))
      const defined = keep(binary('equal', nothing, nothing))
      return binary('mul', keep(run('Sign', [own], [a])), keep(select(defined, better, guess)))
    })

  const sumOf = (vector: TensorId): TensorId =>
    withTemporary((keep) => {
      const wide =
        precision === 'float64'
          ? vector
          : keep(run('Cast', [typed('SrcT', type), typed('DstT', types.float64), bool('Truncate', false)], [vector]))
      return run('Sum', [typed('T', types.float64), typed('Tidx', types.int32), bool('keep_dims', false)], [wide, keep(indices([0]))])
    })

  const tailSums = (vector: TensorId): TensorId =>
    withTemporary((keep) =>
      run('Cumsum', [own, typed('Tidx', types.int32), bool('exclusive', true), bool('reverse', true)], [vector, keep(indices([0], []))])
    )
  const largest = (vector: TensorId): TensorId =>
    withTemporary((keep) => run('Max', [own, typed('Tidx', types.int32), bool('keep_dims', false)], [vector, keep(indices([0]))]))

  const interpolateEven = (vector: TensorId, length: number, outLength: number): TensorId =>
    withTemporary((keep) => {
      const number = (value: number) => keep(scalar(value))
      const places = keep(run('Range', [typed('Tidx', type)], [number(0), number(outLength), number(1)]))
      const position = keep(binary('div', keep(binary('mul', places, number(length - 1))), number(outLength - 1)))
      const left = keep(binary('min', keep(run('Floor', [own], [position])), number(length - 2)))
      const valuesAt = (place: TensorId) => {
        const index = keep(run('Cast', [typed('SrcT', type), typed('DstT', types.int32), bool('Truncate', false)], [place]))
        const attributes = [typed('Tparams', type), typed('Tindices', types.int32), typed('Taxis', types.int32), int('batch_dims', 0)]
        return keep(run('GatherV2', attributes, [vector, index, keep(indices([0], []))]))
      }
      const a = valuesAt(left)
      const difference = keep(binary('sub', valuesAt(keep(binary('add', left, number(1)))), a))
      return binary('add', a, keep(binary('mul', difference, keep(binary('sub', position, left)))))
    })

  return {
    tailSums,
    interpolateEven,
    largest,
    remove,
    scalar,
    binary,
    select,
    notEqual,
    upload: (values) =>
      values instanceof Float64Array ? uploadDouble(values, [values.length]) : binding.createTensor([values.length], type, values),
    download: (id) => (precision === 'float32' ? (binding.tensorDataSync(id) as Float32Array) : downloadDouble(id)),
    unary: (op, a) => (op === 'cbrt' ? cubeRoot(a) : run(unaryNames[op], [own], [a])),
    fill: (value, length) =>
      withTemporary((keep) => run('Fill', [own, typed('index_type', types.int32)], [keep(indices([length])), value])),
    identity: (a) => run('Identity', [own], [a]),
    slice: (a, offset, length, stride) =>
      withTemporary((keep) =>
        run(
          'StridedSlice',
          [
            own,
            typed('Index', types.int32),
            ...['begin_mask', 'end_mask', 'ellipsis_mask', 'new_axis_mask', 'shrink_axis_mask'].map((mask) => int(mask, 0))
          ],
          [a, keep(indices([offset])), keep(indices([offset + length])), keep(indices([stride]))]
        )
      ),
    concatenate: (parts) =>
      withTemporary((keep) =>
        run('ConcatV2', [own, int('N', parts.length), typed('Tidx', types.int32)], [...parts, keep(indices([0], []))])
      ),
    sum: sumOf,
    readSums: (sums) =>
      withTemporary((keep) => {
        if (sums.length === 0) return new Float64Array(0)
        return downloadDouble(keep(run('Pack', [typed('T', types.float64), int('N', sums.length), int('axis', 0)], [...sums])))
      })
  }
}
