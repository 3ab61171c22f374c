import { LRUCache } from 'lru-cache'

/**
 * For how long what was read is taken without another look; how old it may be while that look is under way. A connection remembers what it
 * got for as long again (http/plugins/access.ts), and a key that was revoked elsewhere is refused within a second. Milliseconds.
 */
const [freshMs, usableMs] = [250, 500]
/** What is remembered of ids that exist, and of those that do not: few, so that invented ids push nothing out. */
const [foundMax, absentMax] = [10_000, 1000]
/** Ids in one look. */
const idsMax = 500

interface Reading<Value> {
  readonly value: Value | null
  readonly at: number
}

interface Wait<Value> {
  readonly promise: Promise<Value | null>
  readonly resolve: (value: Value | null) => void
  readonly reject: (error: unknown) => void
}

/**
 * Rows by id, as they were in the last half second. One look at the database is under way at a time, for all ids that wait: so many unknown
 * ids cost as little as one. A change in this process shows at once, one elsewhere after half a second. While the database does not answer,
 * what was last seen holds for a while.
 */
export class RecentReadings<Value extends object> {
  readonly #read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>
  readonly #awayMs: number
  readonly #found = new LRUCache<string, Reading<Value>>({ max: foundMax })
  readonly #absent = new LRUCache<string, Reading<Value>>({ max: absentMax })
  readonly #waiting = new Map<string, Wait<Value>>()
  #isLooking = false
  #changes = 0

  /** @param awayMs for how long what was last seen holds while reading fails, in milliseconds */
  constructor(read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>, awayMs: number) {
    this.#read = read
    this.#awayMs = awayMs
  }

  /** The row, or null where there is none: at once where it was read lately. @throws what the reading throws */
  get(id: string): Value | null | Promise<Value | null> {
    const known = this.#found.get(id) ?? this.#absent.get(id)
    const age = known === undefined ? Number.POSITIVE_INFINITY : performance.now() - known.at
    if (known !== undefined && age < freshMs) return known.value
    const look = this.#look(id)
    if (known === undefined || age >= this.#awayMs) return look
    const last = look.catch(() => known.value)
    return age < usableMs ? known.value : last
  }

  /** A row changed: what was read of it before does not count. */
  forget(id: string): void {
    this.#changes++
    this.#found.delete(id)
    this.#absent.delete(id)
  }

  #look(id: string): Promise<Value | null> {
    const waiting = this.#waiting.get(id)
    if (waiting !== undefined) return waiting.promise
    const { promise, resolve, reject } = deferred<Value | null>()
    this.#waiting.set(id, { promise, resolve, reject })
    if (!this.#isLooking) void this.#lookForAll()
    return promise
  }

  async #lookForAll(): Promise<void> {
    this.#isLooking = true
    while (this.#waiting.size > 0) {
      // Requests that came in together ask together.
      await Promise.resolve()
      const waits = [...this.#waiting].slice(0, idsMax)
      const changes = this.#changes
      try {
        const rows = await this.#read(waits.map(([id]) => id))
        // What changed meanwhile may have been read as it was before.
        if (changes !== this.#changes) continue
        for (const [id, wait] of waits) {
          const reading = { value: rows.get(id) ?? null, at: performance.now() }
          this.#waiting.delete(id)
          this.#found.delete(id)
          if (reading.value === null) this.#absent.set(id, reading)
          else this.#found.set(id, reading)
          wait.resolve(reading.value)
        }
      } catch (error) {
        for (const [id, wait] of waits) {
          this.#waiting.delete(id)
          wait.reject(error)
        }
      }
    }
    this.#isLooking = false
  }
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve: (value: T) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<T>((kept, broken) => {
    resolve = kept
    reject = broken
  })
  return { promise, resolve, reject }
}
