import type { Precision } from '../../domain/engine.ts'
import { MemoryBudget } from '../../domain/memory-budget.ts'
import { ReusedMemory } from '../../domain/reused-memory.ts'
import { bytesPerValue, type Room, zeroValues } from '../../kernels/tensor.ts'

/** Smaller arrays cost less than what is saved; larger ones are rare, and would be kept for nothing. Bytes. */
const sharedMin = 2 ** 12
const sharedMax = 2 ** 25
/** What waits for the next answer, at most. Bytes. */
const keptMax = 2 ** 26

/**
 * Memory of answers that are on their way to another thread. It is shared and used again: a new array of megabytes costs more than the
 * copy into it, and the garbage collectors of both threads come for it.
 */
export class AnswerMemory {
  readonly #reused = new ReusedMemory(keptMax, new MemoryBudget({ max: Number.POSITIVE_INFINITY }))
  readonly #held = new Map<number, (() => void)[]>()

  /** Where the arrays of an answer are put. */
  roomFor(id: number): Room {
    const room = (precision: Precision, count: number) => {
      const bytes = count * bytesPerValue(precision)
      if (bytes < sharedMin || bytes > sharedMax) return zeroValues(precision, count)
      const place = this.#take(id, bytes)
      return precision === 'float32' ? new Float32Array(place.buffer, 0, count) : new Float64Array(place.buffer, 0, count)
    }
    return Object.assign(room, { takesInPlace: true })
  }

  /** All of a short answer in one piece, which is cheaper to send than several; in shared memory if its arrays are. */
  joined(id: number, chunks: readonly Uint8Array[], length: number): Uint8Array {
    const apart = this.#held.get(id)
    this.#held.delete(id)
    const bytes = apart === undefined ? new Uint8Array(length) : this.#take(id, length)
    let filled = 0
    for (const chunk of chunks) {
      // See `copyNumbers` for why not by `set`.
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).fill(chunk, filled, filled + chunk.length)
      filled += chunk.length
    }
    for (const release of apart ?? []) release()
    return bytes
  }

  /** Takes back the memory of an answer, which nobody reads any more. */
  release(id: number): void {
    for (const release of this.#held.get(id) ?? []) release()
    this.#held.delete(id)
  }

  /** Gives up what waits for the next answer. */
  forget(): void {
    this.#reused.forget()
  }

  #take(id: number, bytes: number): Uint8Array<SharedArrayBuffer> {
    const { place, release } = this.#reused.take(bytes)
    this.#held.set(id, [...(this.#held.get(id) ?? []), release])
    return new Uint8Array(place.buffer, 0, bytes)
  }
}
