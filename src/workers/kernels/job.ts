import type { BlockRun } from '../../kernels/wasm/block-run.ts'

/** The job that kernel threads share: 32-bit words for what changes while they work, and float64 numbers that say what to do. */
export interface KernelJob {
  readonly words: Int32Array
  readonly numbers: Float64Array
}

/** Which word is which. */
export const word = {
  /** Counts up to wake the threads. */
  call: 0,
  /** The job that may be worked on, 0 if none. A thread looks at it after it has joined. */
  open: 1,
  /** The next block that nobody has taken. */
  next: 2,
  /** Threads that have joined and not left. */
  joined: 3,
  /** 1 once a thread has failed at a block that it had taken. */
  failed: 4
} as const

const numbersMax = 512

export const createKernelJob = (): KernelJob => ({
  words: new Int32Array(new SharedArrayBuffer(4 * Object.keys(word).length)),
  numbers: new Float64Array(new SharedArrayBuffer(8 * numbersMax))
})

/** A run, by the numbers of its kernel and its memory. */
export interface NumberedRun {
  readonly kernel: number
  readonly memory: number
  readonly run: BlockRun
}

/** False if the run has more arguments than a job can hold. */
export function writeJob({ numbers }: KernelJob, { kernel, memory, run }: NumberedRun): boolean {
  const written = [kernel, memory, run.entries, run.bytes, run.sums, run.addresses, run.values.length, ...run.values]
  if (written.length > numbersMax) return false
  numbers.set(written)
  return true
}

export function readJob({ numbers }: KernelJob): NumberedRun {
  const [kernel, memory, entries, bytes, sums, addresses, count] = Array.from(numbers.subarray(0, 7)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number
  ]
  return { kernel, memory, run: { entries, bytes, sums, addresses, values: Array.from(numbers.subarray(7, 7 + count)) } }
}

/** Computes blocks until none is left, together with all others who do so. */
export function takeBlocks({ words }: KernelJob, blocks: number, compute: (block: number) => void): void {
  for (let block = Atomics.add(words, word.next, 1); block < blocks; block = Atomics.add(words, word.next, 1)) compute(block)
}
