import type { Precision } from '../../domain/engine.ts'
import type { Values } from '../tensor.ts'
import { type Block, createAllocator } from './allocator.ts'
import type { KernelFunction } from './block-run.ts'
import type { CompiledKernel } from './compile-kernel.ts'

/** A linear memory, the pieces of it that are in use, and the kernels that work in it. */
export interface LinearMemory {
  readonly allocate: (bytes: number) => Block
  readonly release: (block: Block) => void
  /** The numbers at an address, as long as nothing is allocated. */
  readonly view: (precision: Precision, start: number, length: number) => Values
  /** The numbers at address 0, which no piece takes. */
  readonly firstSums: () => Float64Array
  /** The function of a kernel, in this memory; see `compileKernel`. */
  readonly functionOf: (kernel: CompiledKernel) => KernelFunction
  readonly memory: WebAssembly.Memory
  /** Whether other threads see it. */
  readonly shared: boolean
}

const pageBytes = 65536

/** The start of memory, for the sums of a run of one block: so many at most. */
export const sumsMax = 128

/** A new memory of 4 GiB at most, shared if other threads are to see it. */
export function createLinearMemory(shared: boolean): LinearMemory {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared })
  const functions = new Map<CompiledKernel, KernelFunction>()
  const allocator = createAllocator(8 * sumsMax, (end) => {
    const missing = Math.ceil((end - memory.buffer.byteLength) / pageBytes)
    if (missing > 0) memory.grow(missing)
  })
  let firstSums = new Float64Array(memory.buffer, 0, sumsMax)
  return {
    ...allocator,
    memory,
    firstSums: () => {
      // Growing exchanges the buffer.
      if (firstSums.buffer !== memory.buffer) firstSums = new Float64Array(memory.buffer, 0, sumsMax)
      return firstSums
    },
    shared,
    view: (precision, start, length) =>
      precision === 'float32' ? new Float32Array(memory.buffer, start, length) : new Float64Array(memory.buffer, start, length),
    functionOf: (kernel) => {
      const known = functions.get(kernel)
      if (known !== undefined) return known
      const { exports } = new WebAssembly.Instance(kernel.module, { env: { memory } })
      const run = exports.run as KernelFunction
      functions.set(kernel, run)
      return run
    }
  }
}
