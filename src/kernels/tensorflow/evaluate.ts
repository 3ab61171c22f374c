import type { Instruction, Program } from '../program.ts'
import type { Span } from '../span.ts'
import type { TensorId } from './binding.ts'
import type { Operations } from './operations.ts'
import { isWhole, type Vector } from './vector.ts'

/** A value while a program runs. An owned value is deleted after its last use; an input's whole vector is not owned. */
interface Register {
  readonly id: TensorId
  readonly owned: boolean
}

/**
 * Runs a program as one TensorFlow operation after the other.
 * @param inputOf   the spans of an input; concatenated unless they are one whole vector.
 * @param lengths   the lengths of these spans.
 * @returns         the program's tensors, and the sums of each span, in the program's order. The caller deletes them.
 */
export function evaluate(
  operations: Operations,
  program: Program,
  uniforms: readonly number[],
  inputOf: (name: string) => readonly Span<Vector>[],
  lengths: readonly number[]
): { results: TensorId[]; sums: TensorId[] } {
  const { instructions } = program
  const length = lengths.reduce((sum, entries) => sum + entries, 0)
  const lastUses = lastUsesOf(program)
  const registers: (Register | undefined)[] = []
  const results: TensorId[] = []
  const sums = new Map<number, TensorId[]>()
  const summed = new Set(program.sums)
  const id = (index: number): TensorId => registers[index]!.id
  const remove = (index: number): void => {
    const register = registers[index]
    if (register?.owned) operations.remove(register.id)
    registers[index] = undefined
  }

  const compute = (instruction: Instruction): Register => {
    if (instruction.op === 'tensor') return gathered(operations, inputOf(instruction.name))
    if (instruction.op === 'uniform') return { id: operations.scalar(uniforms[instruction.uniform]!), owned: true }
    if (instruction.op === 'select') {
      const mask = conditionOf(instruction.condition)
      const selected = operations.select(mask.id, id(instruction.a), id(instruction.b))
      if (mask.owned) operations.remove(mask.id)
      return { id: selected, owned: true }
    }
    if ('b' in instruction) return { id: operations.binary(instruction.op, id(instruction.a), id(instruction.b)), owned: true }
    return { id: operations.unary(instruction.op, id(instruction.a)), owned: true }
  }

  /** The mask for select. A comparison of uniforms is the number 1 or 0, and becomes a mask here. */
  const conditionOf = (index: number): Register => {
    if (instructions[index]!.op !== 'uniform') return { id: id(index), owned: false }
    const zero = operations.scalar(0)
    const mask = operations.notEqual(id(index), zero)
    operations.remove(zero)
    return { id: mask, owned: true }
  }

  /** A register as a vector; fills one if it is a uniform. The caller deletes it. */
  const vectorOf = (index: number): TensorId =>
    instructions[index]!.op === 'uniform' ? operations.fill(id(index), length) : operations.identity(id(index))

  try {
    for (const [index, instruction] of instructions.entries()) {
      registers[index] = compute(instruction)
      if (summed.has(index)) sums.set(index, sumsBySpan(operations, vectorOf(index), lengths))
      for (const used of lastUses[index]!) remove(used)
    }
    for (const index of program.tensors) results.push(vectorOf(index))
    return { results, sums: program.sums.flatMap((index) => sums.get(index)!) }
  } catch (error) {
    for (const result of [...results, ...[...sums.values()].flat()]) operations.remove(result)
    throw error
  } finally {
    for (const index of registers.keys()) remove(index)
  }
}

/** Concatenates spans into one vector. */
function gathered(operations: Operations, spans: readonly Span<Vector>[]): Register {
  const [first] = spans
  if (spans.length === 1 && isWhole(first!)) return { id: first!.buffer.id, owned: false }
  const slices = spans.map(({ buffer, offset, length }) => operations.slice(buffer.id, offset, length, 1))
  if (slices.length === 1) return { id: slices[0]!, owned: true }
  const id = operations.concatenate(slices)
  slices.forEach(operations.remove)
  return { id, owned: true }
}

/** Sums consecutive parts of a vector, then deletes it. */
function sumsBySpan(operations: Operations, vector: TensorId, lengths: readonly number[]): TensorId[] {
  let end = 0
  const sums = lengths.map((length) => {
    end += length
    if (lengths.length === 1) return operations.sum(vector)
    const slice = operations.slice(vector, end - length, length, 1)
    const sum = operations.sum(slice)
    operations.remove(slice)
    return sum
  })
  operations.remove(vector)
  return sums
}

/** For each instruction, the registers that no later instruction uses. */
function lastUsesOf({ instructions, tensors }: Program): number[][] {
  const last = instructions.map((_, index) => index)
  for (const [index, instruction] of instructions.entries()) {
    const { a, b, condition } = instruction as { a?: number; b?: number; condition?: number }
    for (const used of [a, b, condition]) if (used !== undefined) last[used] = index
  }
  for (const index of tensors) last[index] = -1
  return instructions.map((_, index) => [...last.keys()].filter((register) => last[register] === index))
}
