import type { CompiledKernel } from './compile-kernel.ts'

/** The function of a kernel; see `compileKernel` for its arguments. */
export type KernelFunction = (...values: number[]) => void

/** Entries of one call: few enough that V8 exchanges a loop for its optimised code soon, and that a sum rounds little. */
export const blockEntries = 16384

/** A kernel over one stretch of memory, cut into blocks. Each block leaves its sums in a place of its own, so any thread may take it. */
export interface BlockRun {
  readonly entries: number
  /** Bytes that one entry takes. */
  readonly bytes: number
  /** Where the inputs and the fresh results begin, as addresses. */
  readonly pointers: readonly number[]
  readonly uniforms: readonly number[]
  /** Where the sums of the first block belong, and how many there are. */
  readonly sumsAddress: number
  readonly sums: number
}

export function computeBlock(call: KernelFunction, run: BlockRun, block: number): void {
  const from = block * blockEntries
  const pointers = run.pointers.map((pointer) => pointer + from * run.bytes)
  call(Math.min(blockEntries, run.entries - from), run.sumsAddress + 8 * run.sums * block, ...pointers, ...run.uniforms)
}

/** Threads that help with the blocks of a run. They see the kernel's memory, which is shared. */
export interface KernelThreads {
  /** Computes all blocks, the caller's thread with the others. */
  compute(kernel: CompiledKernel, memory: WebAssembly.Memory, call: KernelFunction, run: BlockRun): void
  /** Lets go of a memory that nobody uses any more. */
  forget(memory: WebAssembly.Memory): void
}

/** The fewest blocks for which waking other threads pays. */
export const sharedBlocksMin = 8
