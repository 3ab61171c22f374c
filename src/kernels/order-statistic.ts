/** Below this length there are more passes with fewer counters. */
const shortMax = 2 ** 16

/**
 * The k-th smallest value, 0-based, without moving or copying the values: their bit patterns are narrowed down by a digit a pass. Time
 * four passes over n; eight for short series, where counters for digits of 16 bits would take longer. Memory independent of n.
 * @param values finite and ≥ 0 (and not −0), shape `[n]`, n > k
 */
export function orderStatistic(values: Float64Array, k: number): number {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  const digitBits = values.length < shortMax ? 8 : 16
  const counts = new Int32Array(2 ** digitBits)
  const found = new Int32Array(2)
  for (const word of [1, 0]) {
    for (let shift = 32 - digitBits; shift >= 0; shift -= digitBits) {
      counts.fill(0)
      countDigits(words, word, shift, digitBits, found[1]!, found[0]!, counts)
      let digit = 0
      for (; k >= counts[digit]!; digit++) k -= counts[digit]!
      found[word] = found[word]! | (digit << shift)
    }
  }
  return new Float64Array(found.buffer)[0]!
}

/** Counts a digit of the patterns that agree with what is known: their high word, and their low word, above the digit. */
function countDigits(
  words: Int32Array,
  word: number,
  shift: number,
  digitBits: number,
  high: number,
  low: number,
  counts: Int32Array
): void {
  const digitMask = 2 ** digitBits - 1
  // What is above the first digit of a word is nothing: −1 << 32 would be −1.
  const known = shift + digitBits === 32 ? 0 : -1 << (shift + digitBits)
  const [highMask, lowMask] = word === 1 ? [known, 0] : [-1, known]
  for (let i = 0; i < words.length; i += 2) {
    const differs = ((words[i + 1]! ^ high) & highMask) | ((words[i]! ^ low) & lowMask)
    if (differs === 0) counts[(words[i + word]! >>> shift) & digitMask]!++
  }
}

/** The median: the middle value, or the mean of the two in the middle. */
export function median(values: Float64Array): number {
  const upper = orderStatistic(values, values.length >> 1)
  if (values.length % 2 === 1) return upper
  const lower = lowerNeighbour(values, upper)
  return lower + (upper - lower) / 2
}

/** The value before `upper = orderStatistic(values, n/2)` in sorted order: itself, or the largest below it if half are below it. */
function lowerNeighbour(values: Float64Array, upper: number): number {
  let below = 0
  let found = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value < upper) {
      below++
      if (value > found) found = value
    }
  }
  return below === values.length >> 1 ? found : upper
}

/** The median that is one of the values: the smaller of the two in the middle of an even number. */
export const lowerMedian = (values: Float64Array): number => orderStatistic(values, (values.length - 1) >> 1)
