import { compensatedSum } from '../compensated-sum.ts'
import { uniformValues } from '../operations.ts'
import type { Program } from '../program.ts'
import type { Span } from '../span.ts'
import { bytesPerValue, type Precision } from '../tensor.ts'
import type { Backend } from '../workspace.ts'
import type { Block } from './allocator.ts'
import type { CompiledKernel } from './compile-kernel.ts'
import { type LinearMemory, sumsAddress } from './linear-memory.ts'

/** Entries of one call: few enough that V8 exchanges a loop for its optimised code soon, and that a sum rounds little. */
const blockEntries = 16384

/** Pieces of one linear memory as what a workspace works with. */
export function createBackend(
  memory: LinearMemory,
  precision: Precision,
  compile: (program: Program, inputs: readonly string[]) => CompiledKernel
): Backend<Block> {
  const bytes = bytesPerValue(precision)
  const view = ({ buffer, offset, length }: Span<Block>) => memory.view(precision, buffer.start + offset * bytes, length)
  const allocate = (length: number): Span<Block> => ({ buffer: memory.allocate(length * bytes), offset: 0, length })

  /** Spans of new memory, as long as others. */
  const fresh = (like: readonly Span<Block>[]): readonly Span<Block>[] => {
    const total = like.reduce((sum, { length }) => sum + length, 0)
    if (total === 0) return []
    const { buffer } = allocate(total)
    let end = 0
    return like.map(({ length }) => ({ buffer, offset: (end += length) - length, length }))
  }

  return {
    store: (parts, length) => {
      const span = allocate(length)
      const values = view(span)
      let offset = 0
      for (const part of parts) {
        values.set(part, offset)
        offset += part.length
      }
      return span.buffer
    },
    load: (span) => view(span).slice(),
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
      const compiled = compile(program, kernel.tensors)
      const run = memory.functionOf(compiled)
      const spans = inputs[kernel.tensors[0]!]!
      const freshSpans = compiled.fresh.map(() => fresh(spans))
      const pointed = [...kernel.tensors.map((name) => inputs[name]!), ...freshSpans]
      const uniforms = [...uniformValues(program, scalars)]
      const sums = [...program.sums.keys()].map((name) => [name, [] as number[]] as const)
      const written = memory.view('float64', sumsAddress, sums.length)

      for (const [i, { length }] of spans.entries()) {
        const starts = pointed.map((list) => list[i]!.buffer.start + list[i]!.offset * bytes)
        const terms = sums.map((): number[] => [])
        for (let from = 0; from < length; from += blockEntries) {
          const pointers = starts.map((start) => start + from * bytes)
          run(Math.min(blockEntries, length - from), sumsAddress, ...pointers, ...uniforms)
          for (const [j, term] of terms.entries()) term.push(written[j]!)
        }
        for (const [j, term] of terms.entries()) sums[j]![1].push(compensatedSum(term))
      }
      const tensors = [...program.tensors.keys()].map((name) => {
        const at = compiled.fresh.indexOf(name)
        return [name, at < 0 ? inputs[name]! : freshSpans[at]!] as const
      })
      return { tensors: Object.fromEntries(tensors), sums: Object.fromEntries(sums) }
    },
    release: memory.release
  }
}
