import type { Condition, Expression } from './expression.ts'

/**
 * Drops the terms of a formula that vanish when some scalars are 0 or 1. So a weight decay of 0 costs nothing.
 *
 *     0·a = 0,   1·a = a,   a ± 0 = a,   a/1 = a
 *
 * The first rule assumes finite a.
 */
export function specialise(expression: Expression, constants: ReadonlyMap<string, number>): Expression {
  const done = new Map<Expression, Expression>()
  const visit = (node: Expression): Expression => {
    const known = done.get(node)
    if (known !== undefined) return known
    const result = simplified(node)
    done.set(node, result)
    return result
  }
  const visitCondition = ({ op, a, b }: Condition): Condition => ({ op, a: visit(a), b: visit(b) })

  const simplified = (node: Expression): Expression => {
    if (node.op === 'scalar') return constants.has(node.name) ? { op: 'constant', value: constants.get(node.name)! } : node
    if (node.op === 'tensor' || node.op === 'constant') return node
    const a = visit(node.a)
    if (node.op === 'select') return { op: 'select', condition: visitCondition(node.condition), a, b: visit(node.b) }
    if (!('b' in node)) return { op: node.op, a }
    const b = visit(node.b)
    if (node.op === 'mul') {
      if (is(a, 0) || is(b, 0)) return { op: 'constant', value: 0 }
      if (is(a, 1)) return b
      if (is(b, 1)) return a
    }
    if ((node.op === 'add' || node.op === 'sub') && is(b, 0)) return a
    if (node.op === 'add' && is(a, 0)) return b
    if (node.op === 'div' && is(b, 1)) return a
    return { op: node.op, a, b }
  }
  return visit(expression)
}

const is = (node: Expression, value: number): boolean => node.op === 'constant' && node.value === value
