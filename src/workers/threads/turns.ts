/** Lets so many go on at once, in the order in which they came. */
export class Turns {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  /** Resolves when it is the caller's turn, with what ends it. @throws the reason of the signal, where it aborts before */
  take(signal?: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const begin = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve(() => this.#end())
      }
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1)
        reject(signal?.reason)
      }
      if (this.#free > 0) {
        this.#free--
        begin()
      } else {
        this.#waiting.push(begin)
        signal?.addEventListener('abort', giveUp, { once: true })
      }
    })
  }

  #end(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free++
    else next()
  }
}
