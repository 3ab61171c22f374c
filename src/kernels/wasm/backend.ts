import { compensatedSum } from '../compensated-sum.ts'
import { uniformValues } from '../operations.ts'
import type { Program } from '../program.ts'
import type { Span } from '../span.ts'
import { bytesPerValue, type Precision } from '../tensor.ts'
import type { Backend } from '../workspace.ts'
import type { Block } from './allocator.ts'
import { type BlockRun, blockEntries, computeBlock, type KernelThreads, sharedBlocksMin } from './block-run.ts'
import type { CompiledKernel } from './compile-kernel.ts'
import type { LinearMemory } from './linear-memory.ts'

/** Pieces of one linear memory as what a workspace works with. */
export function createBackend(
  memory: LinearMemory,
  precision: Precision,
  compile: (program: Program, inputs: readonly string[]) => CompiledKernel,
  threads: KernelThreads | undefined
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

  /** Runs a kernel over one span; its sums, in the kernel's order. */
  const computeAll = (kernel: CompiledKernel, run: Omit<BlockRun, 'sumsAddress'>): number[] => {
    const call = memory.functionOf(kernel)
    const blocks = Math.ceil(run.entries / blockEntries)
    const scratch = memory.allocate(8 * run.sums * blocks)
    const complete = { ...run, sumsAddress: scratch.start }
    if (threads !== undefined && blocks >= sharedBlocksMin) threads.compute(kernel, memory.memory, call, complete)
    else for (let block = 0; block < blocks; block++) computeBlock(call, complete, block)
    const terms = memory.view('float64', scratch.start, run.sums * blocks)
    const sums = Array.from({ length: run.sums }, (_, j) => compensatedSum(terms.filter((_, i) => i % run.sums === j)))
    memory.release(scratch)
    return sums
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
      const spans = inputs[kernel.tensors[0]!]!
      const results = compiled.fresh.map(() => fresh(spans))
      const pointed = [...kernel.tensors.map((name) => inputs[name]!), ...results]
      const uniforms = [...uniformValues(program, scalars)]
      const sums = spans.map(({ length }, i) => {
        const pointers = pointed.map((list) => list[i]!.buffer.start + list[i]!.offset * bytes)
        return computeAll(compiled, { entries: length, bytes, pointers, uniforms, sums: program.sums.size })
      })
      return {
        tensors: Object.fromEntries(
          [...program.tensors.keys()].map((name) => [name, inputs[name] ?? results[compiled.fresh.indexOf(name)]!])
        ),
        sums: Object.fromEntries([...program.sums.keys()].map((name, j) => [name, sums.map((ofSpan) => ofSpan[j]!)]))
      }
    },
    release: memory.release
  }
}
