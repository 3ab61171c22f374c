import { Problem } from './problems.ts'

/** The share that one piece of work has of the budget. */
export interface HeldMemory {
  /**
   * Says how much it will be in all, before any of it is there.
   * @throws Problem `too-large-for-memory`
   */
  expect(bytes: number, place: string): void
  /**
   * Takes bytes before the memory itself is taken.
   * @param place JSON Pointer or `query/<name>` of what in the request asks for so much; `""` for its body
   * @throws Problem `overloaded` where others hold too much for now, `too-large-for-memory` where this work alone is too large
   */
  take(bytes: number, place: string): void
  /** Gives some of it back. */
  giveBack(bytes: number): void
  /** Gives all of it back; may be called more than once. */
  release(): void
}

export interface MemoryBudgetOptions {
  /** All that may be held at once. Bytes. */
  readonly max: number
  /** Told of each release, but for memory that is used again. Bytes. */
  readonly released?: (bytes: number) => void
}

/** Work that holds no more than this may use the reserve too: a few thousand points, or one answer of a few numbers. Bytes. */
const smallMax = 2 ** 18

/** The part of the budget that large work leaves to small. */
const reservedShare = 1 / 8

/**
 * How many bytes all work of the process holds at once: bodies, series and schedules in memory, what threads compute with, answers. Work
 * says what it is about to take; nothing here allocates. Whoever does not fit is refused at once: nobody waits for memory while holding
 * some, so nobody waits for ever.
 */
export class MemoryBudget {
  readonly max: number
  readonly #released: (bytes: number) => void
  readonly #spare: (() => void)[] = []
  #inUse = 0

  constructor({ max, released = () => {} }: MemoryBudgetOptions) {
    this.max = max
    this.#released = released
  }

  /** Bytes that are held now. */
  get inUse(): number {
    return this.#inUse
  }

  /** What one piece of work that is not small can have at most. Bytes. */
  get largest(): number {
    return this.max === Number.POSITIVE_INFINITY ? this.max : Math.floor(this.max * (1 - reservedShare))
  }

  /**
   * A share for one piece of work, with nothing in it yet.
   * @param isReused the next work of its kind computes in the same memory, so that none of it is left to collect
   */
  open({ isReused = false } = {}): HeldMemory {
    let held = 0
    let isSmall = true
    const giveBack = (bytes: number): void => {
      const given = Math.min(bytes, held)
      held -= given
      this.#inUse -= given
      if (given > 0 && !isReused) this.#released(given)
    }
    return {
      expect: (bytes, place) => {
        if (bytes > this.largest) throw tooLarge(bytes, this.largest, place)
        isSmall &&= bytes <= smallMax
      },
      take: (bytes, place) => {
        const all = held + bytes
        isSmall &&= all <= smallMax
        const limit = isSmall ? this.max : this.largest
        if (all <= this.largest && this.#inUse + bytes > limit) for (const giveUp of this.#spare) giveUp()
        if (this.#inUse + bytes > limit) throw all > this.largest ? tooLarge(all, this.largest, place) : busy()
        held += bytes
        this.#inUse += bytes
      },
      giveBack,
      release: () => giveBack(held)
    }
  }

  /** Names someone who holds memory only to be quicker, and gives up what nobody uses when work would be refused. */
  asksFirst(giveUp: () => void): void {
    this.#spare.push(giveUp)
  }

  /** Counts what is there whether there is room for it or not, as memory that waits for its next use. The function that it returns ends that. */
  keep(bytes: number): () => void {
    let kept = bytes
    this.#inUse += kept
    return () => {
      this.#inUse -= kept
      kept = 0
    }
  }
}

const busy = () => new Problem('overloaded', 'Other requests use the memory of the service.', { retryAfterSeconds: 2 })

const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`

function tooLarge(bytes: number, largest: number, place: string): Problem {
  const detail = `This needs about ${mebibytes(bytes)} of memory; the service has ${mebibytes(largest)} for one request.`
  return new Problem('too-large-for-memory', detail, {
    errors: [{ pointer: place, detail, fix: 'Send less at once, or raise TAPER_MEMORY_BYTES_MAX.' }]
  })
}
