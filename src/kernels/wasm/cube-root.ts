import type binaryen from 'binaryen'
import type { Precision } from '../../domain/engine.ts'
import type { FunctionBuilder } from './function-builder.ts'

/**
 * ∛a of a vector: guesses by dividing the exponent by 3, then applies Halley's iteration; each round triples the correct digits.
 *
 *     t ← t·((t³ + 2a)/(2t³ + a))
 *
 * 0, ±∞ and NaN are their own roots.
 * @see Kahan, Computing a Real Cube Root, 1991; the constant is that of FreeBSD's cbrt
 */
export function cubeRoot(wasm: typeof binaryen, builder: FunctionBuilder, precision: Precision, a: number): binaryen.ExpressionRef {
  const { module, get, keep, set } = builder
  const { v128, i32x4, f64x2 } = module
  const single = precision === 'float32'
  const lane = single ? module.f32x4 : f64x2
  const constant = (value: number) => (single ? module.f32x4.splat(module.f32.const(value)) : f64x2.splat(module.f64.const(value)))
  const vector = (value: binaryen.ExpressionRef) => keep(value, wasm.v128)

  // Scale small numbers up and large ones down by cubes, so that no number is subnormal and no sum overflows.
  const up = single ? 30 : 60
  const down = 24
  const magnitude = vector(lane.abs(get(a)))
  const small = vector(lane.lt(get(magnitude), constant(1)))
  const whereSmall = (exponent: number, otherwise: number) => v128.bitselect(constant(2 ** exponent), constant(2 ** otherwise), get(small))
  const scaled = vector(lane.mul(get(magnitude), whereSmall(up, -down)))

  const root = vector(single ? guess32(get(scaled)) : guess64(get(scaled)))
  for (let iteration = 0; iteration < (single ? 2 : 3); iteration++) {
    const cube = vector(lane.mul(get(root), lane.mul(get(root), get(root))))
    const above = vector(lane.add(get(cube), get(scaled)))
    set(root, lane.mul(get(root), lane.div(lane.add(get(above), get(scaled)), lane.add(get(above), get(cube)))))
  }
  set(root, lane.mul(get(root), whereSmall(-up / 3, down / 3)))

  const signed = vector(v128.bitselect(get(root), get(a), constantBits(single ? 0x7fffffff : 0)))
  const ordinary = vector(v128.and(lane.gt(get(magnitude), constant(0)), lane.lt(get(magnitude), constant(Number.POSITIVE_INFINITY))))
  return v128.bitselect(get(signed), get(a), get(ordinary))

  /** A mask of all bits except the signs. */
  function constantBits(word: number): binaryen.ExpressionRef {
    return single
      ? i32x4.splat(module.i32.const(word))
      : v128.const([255, 255, 255, 255, 255, 255, 255, 127, 255, 255, 255, 255, 255, 255, 255, 127])
  }

  function guess32(value: binaryen.ExpressionRef): binaryen.ExpressionRef {
    const third = module.f32x4.mul(module.f32x4.convert_i32x4_s(value), constant(1 / 3))
    return i32x4.add(i32x4.trunc_sat_f32x4_s(third), i32x4.splat(module.i32.const(709958130)))
  }

  /** Guesses from the upper halves of the bits; the lower halves become 0. */
  function guess64(value: binaryen.ExpressionRef): binaryen.ExpressionRef {
    const bits = vector(value)
    const uppers = module.i8x16.shuffle(get(bits), get(bits), [4, 5, 6, 7, 12, 13, 14, 15, 4, 5, 6, 7, 12, 13, 14, 15])
    const third = f64x2.mul(f64x2.convert_low_i32x4_s(uppers), constant(1 / 3))
    const guess = vector(i32x4.add(i32x4.trunc_sat_f64x2_s_zero(third), i32x4.splat(module.i32.const(715094163))))
    const zero = i32x4.splat(module.i32.const(0))
    return module.i8x16.shuffle(get(guess), zero, [16, 16, 16, 16, 0, 1, 2, 3, 16, 16, 16, 16, 4, 5, 6, 7])
  }
}
