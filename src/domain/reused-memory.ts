import type { MemoryBudget } from './memory-budget.ts'

/** After so long without use, kept memory is given up. Milliseconds. */
const idleMs = 10_000

/** Memory that nobody uses, and how the budget forgets it. */
interface Kept {
  readonly size: number
  readonly memory: SharedArrayBuffer
  readonly forget: () => void
}

/** How memory is made: by default as it is. */
export interface MemorySource {
  readonly make: (bytes: number) => SharedArrayBuffer
  /** Where in it a place begins. Bytes. */
  readonly start: number
  /** What it takes by now, where it may have grown. Bytes. */
  readonly bytesOf: (memory: SharedArrayBuffer) => number
}

const plainMemory: MemorySource = { make: (bytes) => new SharedArrayBuffer(bytes), start: 0, bytesOf: ({ byteLength }) => byteLength }

/**
 * Memory for large bodies and answers, used again: new memory costs more than what is done with it, because the system hands it out page by page
 * and the garbage collector comes for it. It is shared, so that a thread can read it without taking it away, and
 * so that the garbage collector, which runs more often the more bytes come and go, does not count it.
 */
export class ReusedMemory {
  readonly #free: Kept[] = []
  readonly #keptMax: number
  readonly #budget: MemoryBudget
  readonly #source: MemorySource
  #kept = 0
  #idle: NodeJS.Timeout | undefined

  /** @param keptMax what is kept for later, at most. Bytes.  @param budget counts it while nobody uses it */
  constructor(keptMax: number, budget: MemoryBudget, source: MemorySource = plainMemory) {
    this.#source = source
    this.#keptMax = Math.min(keptMax, budget.max / 16)
    this.#budget = budget
  }

  /** Bytes with whatever is in them, and what gives them back; both sides must be done with them by then. The first is aligned as its memory is. */
  take(bytes: number): { place: Buffer<SharedArrayBuffer>; release: () => void } {
    // Of a size that others can use too, and never much larger than asked for.
    const size = roundedUp(bytes)
    const memory = this.#takeKept(size) ?? this.#source.make(size)
    let released = false
    return {
      place: Buffer.from(memory, this.#source.start, bytes),
      release: () => {
        const held = this.#source.bytesOf(memory)
        if (released || this.#kept + held > this.#keptMax) return
        released = true
        this.#keep({ size, memory, forget: this.#budget.keep(held) }, held)
      }
    }
  }

  /** Gives up all that is kept. */
  forget(): void {
    clearTimeout(this.#idle)
    for (const { forget } of this.#free.splice(0)) forget()
    this.#kept = 0
  }

  #takeKept(size: number): SharedArrayBuffer | undefined {
    const at = this.#free.findIndex((kept) => kept.size === size)
    if (at < 0) return undefined
    const { memory, forget } = this.#free.splice(at, 1)[0] as Kept
    forget()
    this.#kept -= this.#source.bytesOf(memory)
    return memory
  }

  #keep(kept: Kept, held: number): void {
    this.#kept += held
    this.#free.push(kept)
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.forget(), idleMs).unref()
  }
}

/** The next of four sizes between two powers of two. */
function roundedUp(bytes: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(bytes)) - 2)
  return Math.ceil(bytes / step) * step
}
