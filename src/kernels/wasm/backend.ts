import type { Precision } from '../../domain/engine.ts'
import { compensatedSum } from '../compensated-sum.ts'
import type { Kernel } from '../kernel.ts'
import { uniformValues } from '../operations.ts'
import type { Program } from '../program.ts'
import type { Span } from '../span.ts'
import { bytesPerValue, copyNumbers } from '../tensor.ts'
import type { Backend } from '../workspace.ts'
import type { Block } from './allocator.ts'
import { blockEntries, computeBlock } from './block-run.ts'
import type { CompiledKernel } from './compile-kernel.ts'
import { type LinearMemory, sumsMax } from './linear-memory.ts'
import { interpolated, largestOf, tailSumsOf } from './series.ts'

/** A backend on pieces of one linear memory. */
export function createBackend(
  memory: LinearMemory,
  precision: Precision,
  compile: (kernel: Kernel, program: Program) => CompiledKernel
): Backend<Block> {
  const bytes = bytesPerValue(precision)
  const view = ({ buffer, offset, length }: Span<Block>) => memory.view(precision, buffer.start + offset * bytes, length)
  const allocate = (length: number): Span<Block> => ({ buffer: memory.allocate(length * bytes), offset: 0, length })

  /** Spans of new memory with the lengths of others. */
  const fresh = (like: readonly Span<Block>[]): readonly Span<Block>[] => {
    const total = like.reduce((sum, { length }) => sum + length, 0)
    if (total === 0) return []
    const { buffer } = allocate(total)
    let end = 0
    return like.map(({ length }) => ({ buffer, offset: (end += length) - length, length }))
  }

  /** Runs a kernel over one span. @returns its sums, in the kernel's order */
  const computeSpan = (
    kernel: CompiledKernel,
    entries: number,
    pointers: readonly number[],
    uniforms: readonly number[]
  ): ArrayLike<number> => {
    const call = memory.functionOf(kernel)
    if (entries <= blockEntries && kernel.sums <= sumsMax) {
      call(entries, 0, ...pointers, ...uniforms)
      return memory.firstSums()
    }
    const blocks = Math.ceil(entries / blockEntries)
    const scratch = memory.allocate(8 * kernel.sums * blocks)
    const run = { entries, bytes, sums: kernel.sums, addresses: 1 + pointers.length, values: [scratch.start, ...pointers, ...uniforms] }
    for (let block = 0; block < blocks; block++) computeBlock(call, run, block)
    const terms = memory.view('float64', scratch.start, kernel.sums * blocks)
    const sums = Array.from({ length: kernel.sums }, (_, j) => compensatedSum(terms.filter((_, i) => i % kernel.sums === j)))
    memory.release(scratch)
    return sums
  }

  return {
    store: (parts, length) => {
      const span = allocate(length)
      const values = view(span)
      let offset = 0
      for (const part of parts) {
        copyNumbers(values, part, offset)
        offset += part.length
      }
      return span.buffer
    },
    adopt: (parts) => {
      const start = memory.addressIn(parts[0]!)
      let next = start
      for (const part of parts) {
        if (part.BYTES_PER_ELEMENT !== bytes || memory.addressIn(part) !== next) return undefined
        next! += part.byteLength
      }
      return start === undefined ? undefined : { start, size: next! - start }
    },
    load: (span, room) => {
      const inPlace = view(span)
      if (room.takesInPlace && memory.isInBody(span.buffer)) return inPlace
      const values = room(precision, span.length)
      copyNumbers(values, view(span))
      return values
    },
    everyNth: (spans, p) => {
      const packed = allocate(spans.reduce((sum, { length }) => sum + Math.ceil(length / p), 0))
      const target = view(packed)
      let at = 0
      for (const span of spans) {
        const source = view(span)
        for (let i = 0; i < source.length; i += p) target[at++] = source[i]!
      }
      return packed.buffer
    },
    run: (kernel, inputs, scalars) => {
      const program = kernel.programFor(scalars)
      const compiled = compile(kernel, program)
      const spans = inputs[0]!
      const results = kernel.replaces.map((replaced) => inputs[replaced] ?? fresh(spans))
      const pointed = compiled.fresh === 0 ? inputs : [...inputs, ...results.filter((_, i) => kernel.replaces[i]! < 0)]
      const uniforms = uniformValues(program, scalars)
      const sums = program.sums.map((): number[] => [])
      for (let i = 0; i < spans.length; i++) {
        const pointers = pointed.map((list) => list[i]!.buffer.start + list[i]!.offset * bytes)
        const ofSpan = computeSpan(compiled, spans[i]!.length, pointers, uniforms)
        for (let j = 0; j < sums.length; j++) sums[j]!.push(ofSpan[j]!)
      }
      return { tensors: results, sums }
    },
    tailSums: (span) => tailSumsOf(memory, span),
    interpolateEven: (span, length) => interpolated(memory, span, length),
    largest: (span) => largestOf(memory, span),
    release: memory.release
  }
}
