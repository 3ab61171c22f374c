/** The function of a kernel; see `compileKernel` for its arguments. */
export type KernelFunction = (...values: number[]) => void

/** Entries per call: few enough that V8 soon switches to optimised code, and that a sum rounds little. */
export const blockEntries = 16384

/** A kernel over one stretch of memory, cut into blocks. Each block writes its sums to its own place. */
export interface BlockRun {
  readonly entries: number
  /** Bytes per entry. */
  readonly bytes: number
  /** Sums per block. */
  readonly sums: number
  /** Number of arguments that are addresses: of the first block's sums, inputs and fresh results. */
  readonly addresses: number
  /** The function's arguments after the count: addresses, then uniforms. */
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
