import type binaryen from 'binaryen'
import type { Precision } from '../../domain/engine.ts'
import type { BinaryOperation, Comparison, UnaryOperation } from '../expression.ts'
import { bytesPerValue } from '../tensor.ts'
import { cubeRoot } from './cube-root.ts'
import type { FunctionBuilder } from './function-builder.ts'

/** A local that holds a vector of 128 bits. */
type Local = number
type Ref = binaryen.ExpressionRef

/** Writes arithmetic on vectors of 128 bits into a function. */
export interface Vectors {
  /** Numbers in a vector. */
  readonly lanes: 2 | 4
  /** A 64-bit scalar in all lanes, rounded to the precision. */
  readonly splat: (scalar: Ref) => Ref
  readonly unary: (op: UnaryOperation, a: Local) => Ref
  readonly binary: (op: BinaryOperation | Comparison, a: Local, b: Local) => Ref
  /** a where the mask's bits are set, else b. */
  readonly select: (mask: Local, a: Local, b: Local) => Ref
  /** Sets all bits of a lane whose number is not 0. */
  readonly nonZero: (a: Local) => Ref
  readonly load: (pointer: Ref, offset: number) => Ref
  readonly store: (pointer: Ref, offset: number, value: Ref) => Ref
  /** One number, and zeros in the other lanes. */
  readonly loadOne: (pointer: Ref) => Ref
  readonly storeOne: (pointer: Ref, value: Ref) => Ref
  /** A vector as vectors of two 64-bit numbers. */
  readonly widened: (a: Local) => readonly Ref[]
  /** The first number of a vector, in 64 bits. */
  readonly first: (a: Local) => Ref
}

export function createVectors(wasm: typeof binaryen, builder: FunctionBuilder, precision: Precision): Vectors {
  const { module, get, keep } = builder
  const single = precision === 'float32'
  const { v128, f64x2 } = module
  const lane = single ? module.f32x4 : module.f64x2
  const bytes = bytesPerValue(precision)
  const constant = (value: number) => (single ? module.f32x4.splat(module.f32.const(value)) : f64x2.splat(module.f64.const(value)))
  const sign = (a: Local) => {
    const negative = keep(v128.bitselect(constant(-1), get(a), lane.lt(get(a), constant(0))), wasm.v128)
    return v128.bitselect(constant(1), get(negative), lane.gt(get(a), constant(0)))
  }
  const unary: Record<UnaryOperation, (a: Local) => Ref> = {
    negate: (a) => lane.neg(get(a)),
    abs: (a) => lane.abs(get(a)),
    square: (a) => lane.mul(get(a), get(a)),
    sqrt: (a) => lane.sqrt(get(a)),
    sign,
    cbrt: (a) => cubeRoot(wasm, builder, precision, a)
  }
  const binary: Record<BinaryOperation | Comparison, (a: Ref, b: Ref) => Ref> = {
    add: lane.add,
    sub: lane.sub,
    mul: lane.mul,
    div: lane.div,
    min: lane.min,
    max: lane.max,
    greater: lane.gt,
    greaterOrEqual: lane.ge,
    equal: lane.eq
  }
  const upperHalfFirst = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7]
  return {
    lanes: single ? 4 : 2,
    splat: (scalar) => (single ? module.f32x4.splat(module.f32.demote(scalar)) : f64x2.splat(scalar)),
    unary: (op, a) => unary[op](a),
    binary: (op, a, b) => binary[op](get(a), get(b)),
    select: (mask, a, b) => v128.bitselect(get(a), get(b), get(mask)),
    nonZero: (a) => lane.ne(get(a), constant(0)),
    // The alignments are hints: tensors may start anywhere in a packed tree.
    load: (pointer, offset) => v128.load(offset, bytes, pointer),
    store: (pointer, offset, value) => v128.store(offset, bytes, pointer, value),
    loadOne: (pointer) => (single ? v128.load32_zero(0, bytes, pointer) : v128.load64_zero(0, bytes, pointer)),
    storeOne: (pointer, value) =>
      single ? v128.store32_lane(0, bytes, 0, pointer, value) : v128.store64_lane(0, bytes, 0, pointer, value),
    widened: (a) =>
      single ? [f64x2.promote_low_f32x4(get(a)), f64x2.promote_low_f32x4(module.i8x16.shuffle(get(a), get(a), upperHalfFirst))] : [get(a)],
    first: (a) => (single ? module.f64.promote(module.f32x4.extract_lane(get(a), 0)) : f64x2.extract_lane(get(a), 0))
  }
}
