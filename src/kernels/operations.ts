import type { BinaryOperation, Comparison, UnaryOperation } from './expression.ts'
import type { Program, Uniform } from './program.ts'

/** Each operation on numbers. */
export const unaryOperations: Record<UnaryOperation, (a: number) => number> = {
  negate: (a) => -a,
  abs: Math.abs,
  sign: Math.sign,
  square: (a) => a * a,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt
}

/** A comparison gives 1 if it holds, else 0. */
export const binaryOperations: Record<BinaryOperation | Comparison, (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  greater: (a, b) => Number(a > b),
  greaterOrEqual: (a, b) => Number(a >= b),
  equal: (a, b) => Number(a === b)
}

/** Computes a program's hoisted uniforms in float64. Shape `[program.hoisted.length]`. */
export function uniformValues(program: Program, scalars: Readonly<Record<string, number>>): number[] {
  const values: number[] = []
  const evaluate = (uniform: Uniform): number => {
    if (uniform.op === 'scalar') return scalars[uniform.name]!
    if (uniform.op === 'constant') return uniform.value
    if (uniform.op === 'select') return values[uniform.condition] ? values[uniform.a]! : values[uniform.b]!
    if ('b' in uniform) return binaryOperations[uniform.op](values[uniform.a]!, values[uniform.b]!)
    return unaryOperations[uniform.op](values[uniform.a]!)
  }
  for (const uniform of program.uniforms) values.push(evaluate(uniform))
  return program.hoisted.map((index) => values[index]!)
}
