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
  /** The address of numbers that lie in this memory, in a body that was put there; undefined where they are elsewhere. */
  readonly addressIn: (values: Values) => number | undefined
  readonly isInBody: (block: Block) => boolean
}

const pageBytes = 65536

/** Most sums of a run of one block. They lie at the start of memory. */
export const sumsMax = 128

/** Where a body begins in memory that was made for it: after the sums. */
export const bodyStart = 8 * sumsMax

/** Makes memory for a body of so many bytes, or without one: of at most 4 GiB. It is shared, so that other threads can fill and read it. */
export const sharedMemory = (bodyBytes = 0): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: Math.ceil((bodyStart + bodyBytes + 1) / pageBytes), maximum: 65536, shared: true })

/** All of a memory that was made by {@link sharedMemory}, as long as it is now. */
export const bytesOf = ({ buffer }: WebAssembly.Memory): SharedArrayBuffer => buffer as ArrayBufferLike as SharedArrayBuffer

/**
 * Allocates in a memory.
 * @param bodyBytes what is taken by a body already
 */
export function createLinearMemory(memory = sharedMemory(), bodyBytes = 0): LinearMemory {
  const ofBody: ArrayBufferLike = memory.buffer
  const isInBody = ({ start }: Block): boolean => start < bodyStart + bodyBytes
  const functions = new Map<CompiledKernel, KernelFunction>()
  const allocator = createAllocator(bodyStart + bodyBytes, (end) => {
    const missing = Math.ceil((end - memory.buffer.byteLength) / pageBytes)
    if (missing > 0) memory.grow(missing)
  })
  let firstSums = new Float64Array(memory.buffer, 0, sumsMax)
  return {
    allocate: allocator.allocate,
    release: (block) => {
      if (!isInBody(block)) allocator.release(block)
    },
    isInBody,
    memory,
    addressIn: ({ buffer, byteOffset }) => (buffer === ofBody ? byteOffset : undefined),
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
