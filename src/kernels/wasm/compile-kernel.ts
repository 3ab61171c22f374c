import type binaryen from 'binaryen'
import type { Precision } from '../../domain/engine.ts'
import type { Kernel } from '../kernel.ts'
import type { Program } from '../program.ts'
import { bytesPerValue } from '../tensor.ts'
import { compiler } from './compiler.ts'
import { createFunctionBuilder, type FunctionBuilder } from './function-builder.ts'
import { createVectors, type Vectors } from './vectors.ts'

/**
 * A program of a kernel as a WebAssembly function with one loop that reads and writes each entry once:
 *
 *     run(count, sums, …pointers of the inputs, …pointers of the results that replace none, …hoisted uniforms)
 *
 * Each turn of the loop computes several vectors. It adds a sum's terms in their own precision, which rounds no more than the terms
 * themselves, then accumulates in float64. Sums are written at `sums`, in the kernel's order.
 */
export interface CompiledKernel {
  readonly module: WebAssembly.Module
  /** Number of results with memory of their own. */
  readonly fresh: number
  readonly sums: number
}

/**
 * Gives the compiled kernel of a key, which says all that the code depends on: the engine's own, or one that another thread has compiled.
 * @throws Error where it cannot be had here
 */
export type KernelSource = (key: string, compile: () => CompiledKernel) => CompiledKernel

/** What the code of a program depends on, as text: the same in every thread. Uniforms are computed by the host, so only their number counts. */
export const kernelKey = ({ tensors, resultNames, replaces }: Kernel, program: Program, precision: Precision): string =>
  JSON.stringify([precision, tensors, resultNames, replaces, program.hoisted.length, program.instructions, program.tensors, program.sums])

/** Vectors per turn of the loop. */
const unrolled = 4

export function compileKernel(kernel: Kernel, program: Program, precision: Precision): CompiledKernel {
  const { Module, Features } = compiler()
  const module = new Module()
  try {
    module.setFeatures(Features.SIMD128 | Features.NontrappingFPToInt | Features.Atomics)
    module.addMemoryImport('memory', 'env', 'memory', true)
    writeRun(module, kernel, program, precision)
    module.addFunctionExport('run', 'run')
    const fresh = kernel.replaces.filter((input) => input < 0).length
    return { module: new WebAssembly.Module(module.emitBinary().slice()), fresh, sums: program.sums.length }
  } finally {
    module.dispose()
  }
}

function writeRun(
  module: binaryen.Module,
  { tensors: inputs, resultNames, replaces }: Kernel,
  program: Program,
  precision: Precision
): void {
  const wasm = compiler()
  const { i32, f64, v128 } = wasm
  const pointers: readonly string[] = [...inputs, ...resultNames.filter((_, i) => replaces[i]! < 0)]
  const builder = createFunctionBuilder(wasm, module, [i32, i32, ...pointers.map(() => i32), ...program.hoisted.map(() => f64)])
  const vectors = createVectors(wasm, builder, precision)
  const { get, set, keep, add, block } = builder
  const [count, sums] = [0, 1]
  const pointerOf = new Map(pointers.map((name, i) => [name, 2 + i]))
  const uniforms = program.hoisted.map((_, i) => keep(vectors.splat(get(2 + pointers.length + i)), v128))
  const pointer = (name: string) => get(pointerOf.get(name)!)
  const bytes = bytesPerValue(precision)
  const advance = (entries: number) => {
    for (const local of pointerOf.values()) set(local, module.i32.add(get(local), module.i32.const(entries * bytes)))
    set(count, module.i32.sub(get(count), module.i32.const(entries)))
  }
  const loopWhile = (label: string, entries: number, write: () => void) => {
    const enough = () => module.i32.ge_s(get(count), module.i32.const(entries))
    const turn = block(() => {
      write()
      advance(entries)
      add(module.br_if(label, enough()))
    })
    add(module.if(enough(), module.loop(label, turn)))
  }

  const zero = () => keep(module.f64x2.splat(module.f64.const(0)), v128)
  const accumulators = program.sums.map(zero)
  const remainders = program.sums.map(() => keep(module.f64.const(0), f64))

  loopWhile('vectors', unrolled * vectors.lanes, () => {
    const terms = Array.from({ length: unrolled }, (_, copy) => {
      const registers = evaluate(builder, vectors, program, uniforms, (name) => vectors.load(pointer(name), copy * 16))
      for (const [i, index] of program.tensors.entries()) add(vectors.store(pointer(resultNames[i]!), copy * 16, get(registers[index]!)))
      return program.sums.map((index) => registers[index]!)
    })
    for (const [i, accumulator] of accumulators.entries()) {
      const group = terms.map((ofCopy) => ofCopy[i]!).reduce((a, b) => keep(vectors.binary('add', a, b), v128))
      const widened = vectors.widened(group).reduce((a, b) => module.f64x2.add(a, b))
      set(accumulator, module.f64x2.add(get(accumulator), widened))
    }
  })
  loopWhile('numbers', 1, () => {
    const registers = evaluate(builder, vectors, program, uniforms, (name) => vectors.loadOne(pointer(name)))
    for (const [i, index] of program.tensors.entries()) add(vectors.storeOne(pointer(resultNames[i]!), get(registers[index]!)))
    for (const [i, index] of program.sums.entries()) {
      set(remainders[i]!, module.f64.add(get(remainders[i]!), vectors.first(registers[index]!)))
    }
  })
  for (const [i, accumulator] of accumulators.entries()) {
    const [low, high] = [module.f64x2.extract_lane(get(accumulator), 0), module.f64x2.extract_lane(get(accumulator), 1)]
    const halves = module.f64.add(low, high)
    add(module.f64.store(8 * i, 8, get(sums), module.f64.add(halves, get(remainders[i]!))))
  }
  builder.end('run')
}

/** Writes each instruction of a program for one vector. @returns the locals that hold the results */
function evaluate(
  { keep }: FunctionBuilder,
  vectors: Vectors,
  { instructions }: Program,
  uniforms: readonly number[],
  load: (name: string) => binaryen.ExpressionRef
): readonly number[] {
  const registers: number[] = []
  const { v128 } = compiler()
  const local = (value: binaryen.ExpressionRef) => keep(value, v128)
  const mask = (index: number) => (instructions[index]!.op === 'uniform' ? local(vectors.nonZero(registers[index]!)) : registers[index]!)
  for (const instruction of instructions) {
    if (instruction.op === 'uniform') registers.push(uniforms[instruction.uniform]!)
    else if (instruction.op === 'tensor') registers.push(local(load(instruction.name)))
    else if (instruction.op === 'select') {
      const { condition, a, b } = instruction
      registers.push(local(vectors.select(mask(condition), registers[a]!, registers[b]!)))
    } else if ('b' in instruction)
      registers.push(local(vectors.binary(instruction.op, registers[instruction.a]!, registers[instruction.b]!)))
    else registers.push(local(vectors.unary(instruction.op, registers[instruction.a]!)))
  }
  return registers
}
