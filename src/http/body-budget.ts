/** The share of one request in the budget: what it takes is given back by `release`, which may be called more than once. */
export interface HeldBytes {
  take(bytes: number): boolean
  release(): void
}

/**
 * How many bytes of bodies may be in memory at once, over all requests. A request takes bytes as they arrive, never as they are
 * announced, so that a client that promises much and sends little keeps nobody out.
 */
export class BodyBudget {
  #left: number

  constructor(bytesMax: number) {
    this.#left = bytesMax
  }

  open(): HeldBytes {
    let taken = 0
    return {
      take: (bytes) => {
        if (bytes > this.#left) return false
        this.#left -= bytes
        taken += bytes
        return true
      },
      release: () => {
        this.#left += taken
        taken = 0
      }
    }
  }
}
