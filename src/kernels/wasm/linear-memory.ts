import type { Precision } from '../../domain/engine.ts'
import type { Values } from '../tensor.ts'
import { type Block, createAllocator } from './allocator.ts'
import type { KernelFunction } from './block-run.ts'
import type { CompiledKernel } from './compile-kernel.ts'

/** A linear memory, its pieces in use, and the kernels instantiated in it. */
export interface LinearMemory {
  readonly allocate: (bytes: number) => Block
  readonly release: (block: Block) => void
  /** The numbers at an address; valid until the next allocation. */
  readonly view: (precision: Precision, start: number, length: number) => Values
  /** The numbers at address 0, reserved for sums. */
  readonly firstSums: () => Float64Array
  /** The function of a kernel, in this memory; see `compileKernel`. */
  readonly functionOf: (kernel: CompiledKernel) => KernelFunction
  readonly memory: WebAssembly.Memory
}

const pageBytes = 65536

/** Most sums of a run of one block. They lie at the start of memory. */
export const sumsMax = 128

/** Creates a memory of at most 4 GiB. */
export function createLinearMemory(): LinearMemory {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 })
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
      // Growing replaces the buffer.
      if (firstSums.buffer !== memory.buffer) firstSums = new Float64Array(memory.buffer, 0, sumsMax)
      return firstSums
    },
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
