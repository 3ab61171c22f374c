import type { Precision, Values } from '../tensor.ts'
import { type Block, createAllocator } from './allocator.ts'
import type { CompiledKernel } from './compile-kernel.ts'

/** A linear memory, the pieces of it that are in use, and the kernels that work in it. */
export interface LinearMemory {
  readonly allocate: (bytes: number) => Block
  readonly release: (block: Block) => void
  /** The numbers at an address, as long as nothing is allocated. */
  readonly view: (precision: Precision, start: number, length: number) => Values
  /** The function of a kernel, in this memory; see `compileKernel`. */
  readonly functionOf: (kernel: CompiledKernel) => (...values: number[]) => void
}

const pageBytes = 65536

/** Where a call writes its sums: before all pieces of memory. */
export const sumsAddress = 0
const sumsBytes = 1024
/** Sums that a kernel can have. */
export const sumsMax = sumsBytes / 8

export function createLinearMemory(): LinearMemory {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 })
  const functions = new Map<CompiledKernel, (...values: number[]) => void>()
  const allocator = createAllocator(sumsBytes, (end) => {
    const missing = Math.ceil((end - memory.buffer.byteLength) / pageBytes)
    if (missing > 0) memory.grow(missing)
  })
  return {
    ...allocator,
    view: (precision, start, length) =>
      precision === 'float32' ? new Float32Array(memory.buffer, start, length) : new Float64Array(memory.buffer, start, length),
    functionOf: (kernel) => {
      const known = functions.get(kernel)
      if (known !== undefined) return known
      const { exports } = new WebAssembly.Instance(kernel.module, { env: { memory } })
      const run = exports.run as (...values: number[]) => void
      functions.set(kernel, run)
      return run
    }
  }
}
