import type { BinaryOperation, Comparison, Condition, Expression, UnaryOperation } from './expression.ts'

/** One operation on earlier results, given by their index in the program. */
export type Instruction =
  | { readonly op: 'tensor'; readonly name: string }
  | { readonly op: 'uniform'; readonly uniform: number }
  | { readonly op: UnaryOperation; readonly a: number }
  | { readonly op: BinaryOperation | Comparison; readonly a: number; readonly b: number }
  | { readonly op: 'select'; readonly condition: number; readonly a: number; readonly b: number }

/** A value that all entries share, computed from scalars and constants. */
export type Uniform =
  | { readonly op: 'scalar'; readonly name: string }
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: UnaryOperation; readonly a: number }
  | { readonly op: BinaryOperation | Comparison; readonly a: number; readonly b: number }
  | { readonly op: 'select'; readonly condition: number; readonly a: number; readonly b: number }

/**
 * Formulas as straight-line code that computes each distinct expression once. Values that all entries share are uniforms: the host
 * computes them once per run, in float64. Instructions use only the uniforms in `hoisted`, by their place there.
 */
export interface Program {
  readonly uniforms: readonly Uniform[]
  readonly hoisted: readonly number[]
  readonly instructions: readonly Instruction[]
  /** The instructions whose results are the formula's tensors, and those whose results its sums add, in the formula's order. */
  readonly tensors: readonly number[]
  readonly sums: readonly number[]
}

/** Place of an expression: in the list of uniforms or in that of instructions. */
interface Place {
  readonly uniform: boolean
  readonly index: number
}

/** Compiles expressions to a program, in the order in which the formulas need them. */
export function toProgram(tensors: readonly Expression[], sums: readonly Expression[]): Program {
  const uniforms: Uniform[] = []
  const hoisted: number[] = []
  const instructions: Instruction[] = []
  const places = new Map<string, Place>()
  const placeOf = new Map<Expression | Condition, Place>()

  const putOnce = (key: string, uniform: boolean, make: () => Uniform | Instruction): Place => {
    const known = places.get(key)
    if (known !== undefined) return known
    const list: (Uniform | Instruction)[] = uniform ? uniforms : instructions
    const place = { uniform, index: list.push(make()) - 1 }
    places.set(key, place)
    return place
  }

  /** The instruction for a place. A uniform gets an instruction that loads it. */
  const varying = (place: Place): number => {
    if (!place.uniform) return place.index
    return putOnce(`hoist ${place.index}`, false, () => ({ op: 'uniform', uniform: hoisted.push(place.index) - 1 })).index
  }

  const put = (node: Expression | Condition): Place => {
    const known = placeOf.get(node)
    if (known !== undefined) return known
    const place = putNew(node)
    placeOf.set(node, place)
    return place
  }

  const putNew = (node: Expression | Condition): Place => {
    if (node.op === 'tensor') return putOnce(`tensor ${node.name}`, false, () => ({ op: 'tensor', name: node.name }))
    if (node.op === 'scalar') return putOnce(`scalar ${node.name}`, true, () => ({ op: 'scalar', name: node.name }))
    if (node.op === 'constant') return putOnce(`constant ${node.value}`, true, () => ({ op: 'constant', value: node.value }))
    if (node.op === 'select') {
      const operands = [put(node.condition), put(node.a), put(node.b)]
      return putOperation(operands, ([condition, a, b]) => ({ op: 'select', condition: condition!, a: a!, b: b! }))
    }
    if ('b' in node) return putOperation([put(node.a), put(node.b)], ([a, b]) => ({ op: node.op, a: a!, b: b! }))
    return putOperation([put(node.a)], ([a]) => ({ op: node.op, a: a! }))
  }

  const putOperation = (operands: Place[], make: (operands: number[]) => Uniform & Instruction): Place => {
    const uniform = operands.every((operand) => operand.uniform)
    const operation = make(operands.map((operand) => (uniform ? operand.index : varying(operand))))
    return putOnce(`${uniform} ${JSON.stringify(operation)}`, uniform, () => operation)
  }

  const resultsOf = (expressions: readonly Expression[]) => expressions.map((node) => varying(put(node)))
  return { uniforms, hoisted, instructions, tensors: resultsOf(tensors), sums: resultsOf(sums) }
}
