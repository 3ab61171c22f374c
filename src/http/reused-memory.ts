/**
 * Memory for large bodies, used again: new memory costs more than what is done with it, because the system hands it out page by page
 * and the garbage collector comes for it. It is shared, so that a thread can read it without taking it away, and
 * so that the garbage collector, which runs more often the more bytes come and go, does not count it.
 */
export class ReusedMemory {
  readonly #free: SharedArrayBuffer[] = []
  readonly #keptMax: number
  #kept = 0

  /** @param keptMax what is kept for later, at most. Bytes. */
  constructor(keptMax: number) {
    this.#keptMax = keptMax
  }

  /** Bytes with whatever is in them, and what gives them back; both sides must be done with them by then. */
  take(bytes: number): { place: Buffer; release: () => void } {
    // Of a size that others can use too, and never much larger than asked for.
    const size = roundedUp(bytes)
    const at = this.#free.findIndex(({ byteLength }) => byteLength === size)
    const memory = at < 0 ? new SharedArrayBuffer(size) : (this.#free.splice(at, 1)[0] as SharedArrayBuffer)
    if (at >= 0) this.#kept -= size
    let released = false
    return {
      place: Buffer.from(memory, 0, bytes),
      release: () => {
        if (released || this.#kept + size > this.#keptMax) return
        released = true
        this.#kept += size
        this.#free.push(memory)
      }
    }
  }
}

/** The next of four sizes between two powers of two. */
function roundedUp(bytes: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(bytes)) - 2)
  return Math.ceil(bytes / step) * step
}
