/**
 * A set of whole numbers below n that finds the neighbours of a number: bits in words of 32, words that are not empty as bits of the
 * level above, up to a single word. Every operation takes at most ⌈log₃₂ n⌉ steps; memory n/8 bytes and 1/31 more.
 * @see van Emde Boas, Preserving order in a forest in less than logarithmic time, FOCS 1975, for the idea of summary levels
 */
export class RankSet {
  readonly #bits: Int32Array
  /** Where each level starts in the words; the last is the single word on top. */
  readonly #starts: Int32Array

  constructor(n: number) {
    const starts = [0]
    let words = 0
    for (let level = Math.max(n, 1); ; ) {
      level = (level + 31) >>> 5
      words += level
      if (level === 1) break
      starts.push(words)
    }
    this.#bits = new Int32Array(words)
    this.#starts = Int32Array.from(starts)
  }

  add(rank: number): void {
    const bits = this.#bits
    const before = bits[rank >>> 5] as number
    bits[rank >>> 5] = before | (1 << (rank & 31))
    if (before === 0) this.#mark(rank >>> 5)
  }

  delete(rank: number): void {
    const bits = this.#bits
    const after = (bits[rank >>> 5] as number) & ~(1 << (rank & 31))
    bits[rank >>> 5] = after
    if (after === 0) this.#unmark(rank >>> 5)
  }

  has(rank: number): boolean {
    return (((this.#bits[rank >>> 5] as number) >>> (rank & 31)) & 1) === 1
  }

  /** The smallest member above a number; −1 if there is none. */
  next(rank: number): number {
    const word = (this.#bits[rank >>> 5] as number) & (-2 << (rank & 31))
    // −2 << 31 is 0: nothing of this word is above its last bit.
    return word !== 0 ? (rank & ~31) + lowest(word) : this.#above(rank >>> 5)
  }

  /** The largest member below a number; −1 if there is none. */
  previous(rank: number): number {
    const word = (this.#bits[rank >>> 5] as number) & ((1 << (rank & 31)) - 1)
    return word !== 0 ? (rank & ~31) + highest(word) : this.#below(rank >>> 5)
  }

  #mark(position: number): void {
    const bits = this.#bits
    const starts = this.#starts
    for (let level = 1; level < starts.length; level++) {
      const at = (starts[level] as number) + (position >>> 5)
      const before = bits[at] as number
      bits[at] = before | (1 << (position & 31))
      if (before !== 0) return
      position >>>= 5
    }
  }

  #unmark(position: number): void {
    const bits = this.#bits
    const starts = this.#starts
    for (let level = 1; level < starts.length; level++) {
      const at = (starts[level] as number) + (position >>> 5)
      const after = (bits[at] as number) & ~(1 << (position & 31))
      bits[at] = after
      if (after !== 0) return
      position >>>= 5
    }
  }

  #above(position: number): number {
    const bits = this.#bits
    const starts = this.#starts
    for (let level = 1; level < starts.length; level++) {
      const word = (bits[(starts[level] as number) + (position >>> 5)] as number) & (-2 << (position & 31))
      if (word !== 0) {
        let member = (position & ~31) + lowest(word)
        while (level-- > 0) member = (member << 5) + lowest(bits[(starts[level] as number) + member] as number)
        return member
      }
      position >>>= 5
    }
    return -1
  }

  #below(position: number): number {
    const bits = this.#bits
    const starts = this.#starts
    for (let level = 1; level < starts.length; level++) {
      const word = (bits[(starts[level] as number) + (position >>> 5)] as number) & ((1 << (position & 31)) - 1)
      if (word !== 0) {
        let member = (position & ~31) + highest(word)
        while (level-- > 0) member = (member << 5) + highest(bits[(starts[level] as number) + member] as number)
        return member
      }
      position >>>= 5
    }
    return -1
  }
}

const lowest = (word: number): number => 31 - Math.clz32(word & -word)
const highest = (word: number): number => 31 - Math.clz32(word)
