/**
 * A set of whole numbers below n that finds the neighbours of a number. The lowest level has one bit per number, in 32-bit words; each
 * level above has one bit per non-empty word of the level below, up to a single word. Every operation takes at most ⌈log₃₂ n⌉ steps.
 * Memory: n/8 bytes and 1/31 more.
 *
 * It is one typed array with functions, not an object: V8 discards code compiled for an object whenever a garbage collection finds no
 * object of that shape.
 * @see van Emde Boas, Preserving order in a forest in less than logarithmic time, FOCS 1975, for the idea of summary levels
 */
export type RankSet = Int32Array

/** Length of the array's head: the number of levels above the lowest, then the start of each. The lowest level follows the head. */
const head = 8

/** An empty set of numbers below n; 1 ≤ n < 2^31. */
export function createRankSet(n: number): RankSet {
  const starts: number[] = []
  let words = (n + 31) >>> 5
  let length = head + words
  while (words > 1) {
    words = (words + 31) >>> 5
    starts.push(length)
    length += words
  }
  const set = new Int32Array(length)
  set[0] = starts.length
  set.set(starts, 1)
  return set
}

export const hasRank = (set: RankSet, rank: number): boolean => ((set[head + (rank >>> 5)]! >>> (rank & 31)) & 1) === 1

export function addRank(set: RankSet, rank: number): void {
  let position = rank >>> 5
  const word = set[head + position]!
  set[head + position] = word | (1 << (rank & 31))
  if (word !== 0) return
  const levels = set[0]!
  for (let level = 1; level <= levels; level++) {
    const at = set[level]! + (position >>> 5)
    const before = set[at]!
    set[at] = before | (1 << (position & 31))
    if (before !== 0) return
    position >>>= 5
  }
}

export function deleteRank(set: RankSet, rank: number): void {
  let position = rank >>> 5
  const word = set[head + position]! & ~(1 << (rank & 31))
  set[head + position] = word
  if (word !== 0) return
  const levels = set[0]!
  for (let level = 1; level <= levels; level++) {
    const at = set[level]! + (position >>> 5)
    const after = set[at]! & ~(1 << (position & 31))
    set[at] = after
    if (after !== 0) return
    position >>>= 5
  }
}

/** The smallest member above a number, or −1. */
export function nextRank(set: RankSet, rank: number): number {
  // −2 << 31 is 0: no bit of this word is above its last.
  const word = set[head + (rank >>> 5)]! & (-2 << (rank & 31))
  return word !== 0 ? (rank & ~31) + lowest(word) : nextAbove(set, rank >>> 5)
}

/** The largest member below a number, or −1. */
export function previousRank(set: RankSet, rank: number): number {
  const word = set[head + (rank >>> 5)]! & ((1 << (rank & 31)) - 1)
  return word !== 0 ? (rank & ~31) + highest(word) : previousBelow(set, rank >>> 5)
}

/** The smallest member in a word of the lowest level above a position. */
function nextAbove(set: RankSet, position: number): number {
  const levels = set[0]!
  for (let level = 1; level <= levels; level++) {
    const word = set[set[level]! + (position >>> 5)]! & (-2 << (position & 31))
    if (word !== 0) {
      let member = (position & ~31) + lowest(word)
      while (--level > 0) member = (member << 5) + lowest(set[set[level]! + member]!)
      return (member << 5) + lowest(set[head + member]!)
    }
    position >>>= 5
  }
  return -1
}

/** The largest member in a word of the lowest level below a position. */
function previousBelow(set: RankSet, position: number): number {
  const levels = set[0]!
  for (let level = 1; level <= levels; level++) {
    const word = set[set[level]! + (position >>> 5)]! & ((1 << (position & 31)) - 1)
    if (word !== 0) {
      let member = (position & ~31) + highest(word)
      while (--level > 0) member = (member << 5) + highest(set[set[level]! + member]!)
      return (member << 5) + highest(set[head + member]!)
    }
    position >>>= 5
  }
  return -1
}

const lowest = (word: number): number => 31 - Math.clz32(word & -word)
const highest = (word: number): number => 31 - Math.clz32(word)
