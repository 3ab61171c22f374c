/**
 * Formulas over tensors and scalars, as graphs of the operations below. All tensors of a formula have the same shape; a scalar stands
 * for a tensor filled with it. Operations round as in IEEE 754.
 */
export type UnaryOperation = 'negate' | 'abs' | 'sign' | 'square' | 'sqrt' | 'cbrt'
export type BinaryOperation = 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max'
export type Comparison = 'greater' | 'greaterOrEqual' | 'equal'

export type Expression =
  | { readonly op: 'tensor'; readonly name: string }
  | { readonly op: 'scalar'; readonly name: string }
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: UnaryOperation; readonly a: Expression }
  | { readonly op: BinaryOperation; readonly a: Expression; readonly b: Expression }
  | { readonly op: 'select'; readonly condition: Condition; readonly a: Expression; readonly b: Expression }

/** Compares two expressions, entry by entry. Only `select` takes it. */
export interface Condition {
  readonly op: Comparison
  readonly a: Expression
  readonly b: Expression
}

/** An argument of an operation: an expression or a constant. */
export type Operand = Expression | number

const expression = (operand: Operand): Expression => (typeof operand === 'number' ? { op: 'constant', value: operand } : operand)
const unary =
  (op: UnaryOperation) =>
  (a: Operand): Expression => ({ op, a: expression(a) })
const binary =
  (op: BinaryOperation) =>
  (a: Operand, b: Operand): Expression => ({ op, a: expression(a), b: expression(b) })
const comparison =
  (op: Comparison) =>
  (a: Operand, b: Operand): Condition => ({ op, a: expression(a), b: expression(b) })

const addTwo = binary('add')
const mulTwo = binary('mul')

/** a + b + …, from left to right. */
export const add = (a: Operand, b: Operand, ...more: Operand[]): Expression => more.reduce<Expression>(addTwo, addTwo(a, b))
/** a · b · …, from left to right. */
export const mul = (a: Operand, b: Operand, ...more: Operand[]): Expression => more.reduce<Expression>(mulTwo, mulTwo(a, b))
/** a − b */
export const sub = binary('sub')
/** a / b */
export const div = binary('div')
/** min(a, b) */
export const min = binary('min')
/** max(a, b) */
export const max = binary('max')
/** −a */
export const negate = unary('negate')
/** |a| */
export const abs = unary('abs')
/** −1, 0 or 1. */
export const sign = unary('sign')
/** a² */
export const square = unary('square')
/** √a */
export const sqrt = unary('sqrt')
/** ∛a; a may be negative. */
export const cbrt = unary('cbrt')
/** a > b */
export const greater = comparison('greater')
/** a ≥ b */
export const greaterOrEqual = comparison('greaterOrEqual')
/** a = b */
export const equal = comparison('equal')

/** a where the condition holds, else b. Both are computed everywhere. */
export const select = (condition: Condition, a: Operand, b: Operand): Expression => ({
  op: 'select',
  condition,
  a: expression(a),
  b: expression(b)
})

/** β·a + (1 − β)·b: one step of the exponential moving average a of b, or a point between a and b. */
export const mix = (a: Operand, b: Operand, beta: Operand): Expression => {
  const past = mul(beta, a)
  const present = mul(sub(1, beta), b)
  return add(past, present)
}
