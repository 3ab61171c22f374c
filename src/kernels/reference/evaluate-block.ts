import { binaryOperations, unaryOperations } from '../operations.ts'
import type { Instruction } from '../program.ts'
import type { Values } from '../tensor.ts'

/** Computes each instruction of a program for consecutive entries. The type of a register rounds results to the precision. */
export function evaluateBlock(
  instructions: readonly Instruction[],
  registers: readonly Values[],
  entries: number,
  uniforms: readonly number[],
  input: (name: string) => Values
): void {
  instructions.forEach((instruction, index) => {
    const result = registers[index]!
    if (instruction.op === 'tensor') result.set(input(instruction.name))
    else if (instruction.op === 'uniform') result.fill(uniforms[instruction.uniform]!)
    else if (instruction.op === 'select') {
      const [condition, a, b] = [registers[instruction.condition]!, registers[instruction.a]!, registers[instruction.b]!]
      for (let i = 0; i < entries; i++) result[i] = condition[i] ? a[i]! : b[i]!
    } else if ('b' in instruction) {
      const [operation, a, b] = [binaryOperations[instruction.op], registers[instruction.a]!, registers[instruction.b]!]
      for (let i = 0; i < entries; i++) result[i] = operation(a[i]!, b[i]!)
    } else {
      const [operation, a] = [unaryOperations[instruction.op], registers[instruction.a]!]
      for (let i = 0; i < entries; i++) result[i] = operation(a[i]!)
    }
  })
}
