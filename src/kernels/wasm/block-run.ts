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
  /** How many sums each block leaves. */
  readonly sums: number
  /** How many of the arguments are addresses: where the sums, the inputs and the fresh results of the first block begin. */
  readonly addresses: number
  /** The function's arguments but for the count: addresses, then uniforms. */
  readonly values: readonly number[]
}

export function computeBlock(call: KernelFunction, { entries, bytes, sums, addresses, values }: BlockRun, block: number): void {
  const from = block * blockEntries
  const shifted = values.slice()
  if (block > 0) {
    shifted[0]! += 8 * sums * block
    for (let i = 1; i < addresses; i++) shifted[i]! += from * bytes
  }
  call(Math.min(blockEntries, entries - from), ...shifted)
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
