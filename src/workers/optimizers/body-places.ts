import type { MemoryBudget } from '../../domain/memory-budget.ts'
import { type MemorySource, ReusedMemory } from '../../domain/reused-memory.ts'
import { type BodyMemory, bodyMemoryOf, bodyStart, createBodyMemory } from '../../kernels/wasm/body-memory.ts'

/** Where bodies are put as they arrive: in memory in which the thread computes without a copy, and which is then the answer. */
export interface BodyPlaces {
  /** Bytes with whatever is in them, and what gives them back; the thread may still be at them. */
  readonly take: (bytes: number) => { readonly place: Buffer<SharedArrayBuffer>; readonly release: () => void }
  /** Gives up what waits for the next body. */
  readonly forget: () => void
}

/** What the thread is given of a body in such memory, which is the same each time by its number. */
export interface SentBody {
  readonly memory: BodyMemory
  readonly number: number
  readonly start: number
  readonly length: number
}

/** Bodies of other sizes are in memory that the thread copies from. Each memory of an engine reserves addresses for 4 GiB and more. Bytes. */
const computedInMin = 2 ** 18
const computedInMax = 2 ** 25
/** Memories to compute in that are in use, at most. */
const takenMax = 32
/** What waits for the next body, at most. Bytes. */
const keptMax = 2 ** 27

/** Places, and which of them the thread computes in: these are used again when it has ended, whoever went away before. */
export class UsedPlaces implements BodyPlaces {
  readonly #plain: ReusedMemory
  readonly #computedIn: ReusedMemory
  readonly #numbers = new WeakMap<SharedArrayBuffer, number>()
  /** By request, what is to be done when the thread is done with it. */
  readonly #inThread = new Map<number, { readonly memory: ArrayBufferLike; release: () => void }>()
  #lastNumber = 0
  #taken = 0

  constructor(budget: MemoryBudget) {
    const source: MemorySource = {
      make: createBodyMemory,
      start: bodyStart,
      bytesOf: (memory) => bodyMemoryOf(memory)!.memory.buffer.byteLength
    }
    this.#plain = new ReusedMemory(keptMax, budget)
    this.#computedIn = new ReusedMemory(keptMax, budget, source)
  }

  take(bytes: number): ReturnType<BodyPlaces['take']> {
    const computedIn = bytes >= computedInMin && bytes <= computedInMax && this.#taken < takenMax ? this.#takeComputedIn(bytes) : undefined
    if (computedIn === undefined) return this.#plain.take(bytes)
    const { place } = computedIn
    this.#taken++
    const release = () => {
      this.#taken--
      computedIn.release()
    }
    return {
      place,
      release: () => {
        const use = [...this.#inThread.values()].find(({ memory }) => memory === place.buffer)
        if (use === undefined) release()
        else use.release = release
      }
    }
  }

  #takeComputedIn(bytes: number): ReturnType<BodyPlaces['take']> | undefined {
    try {
      return this.#computedIn.take(bytes)
    } catch (error) {
      // Where addresses are limited, as by `ulimit -v`.
      if (error instanceof RangeError) return undefined
      throw error
    }
  }

  forget(): void {
    this.#plain.forget()
    this.#computedIn.forget()
  }

  /** Says that the thread begins with a request. @returns its body, if that is in memory to compute in */
  begin(id: number, { buffer, byteOffset, length }: Uint8Array): SentBody | undefined {
    const memory = bodyMemoryOf(buffer)
    if (memory === undefined) return undefined
    this.#inThread.set(id, { memory: buffer, release: () => {} })
    const shared = buffer as SharedArrayBuffer
    const number = this.#numbers.get(shared) ?? ++this.#lastNumber
    this.#numbers.set(shared, number)
    return { memory, number, start: byteOffset, length }
  }

  /** Says that the thread will not touch the body of a request any more. */
  end(id: number): void {
    const use = this.#inThread.get(id)
    this.#inThread.delete(id)
    use?.release()
  }

  /** The thread is gone, whatever it was at: what it had is not used again. */
  lost(): void {
    this.#inThread.clear()
  }
}
