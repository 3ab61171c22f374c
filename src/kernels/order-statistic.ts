/** Shorter series take more passes with fewer counters. */
const shortMax = 2 ** 16

/**
 * Finds the k-th smallest value, 0-based, without moving or copying values. Each pass fixes one more digit of its bit pattern. Four
 * passes with 16-bit digits; eight with 8-bit digits for short series, where 2^16 counters would cost more. Memory does not depend on n.
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

/** Counts one digit of the patterns whose higher digits equal those found so far (`high`, `low`). */
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
  // The first digit of a word has no bits above it; −1 << 32 would give −1.
  const known = shift + digitBits === 32 ? 0 : -1 << (shift + digitBits)
  const [highMask, lowMask] = word === 1 ? [known, 0] : [-1, known]
  for (let i = 0; i < words.length; i += 2) {
    const differs = ((words[i + 1]! ^ high) & highMask) | ((words[i]! ^ low) & lowMask)
    if (differs === 0) counts[(words[i + word]! >>> shift) & digitMask]!++
  }
}

/** The median: the middle value, or the mean of the two in the middle. */
export function median(values: Float64Array): number {
  const [lower, upper] = middlePair(values)
  return lower === upper ? upper : lower + (upper - lower) / 2
}

/** The two values in the middle; of an odd number, the middle one twice. */
export function middlePair(values: Float64Array): [lower: number, upper: number] {
  const upper = orderStatistic(values, values.length >> 1)
  return [values.length % 2 === 1 ? upper : lowerNeighbour(values, upper), upper]
}

/** The value before `upper = orderStatistic(values, n/2)` in sorted order: the largest below it if half are below it, else `upper`. */
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

/** The lower median, always one of the values: of an even number, the smaller of the two in the middle. */
export const lowerMedian = (values: Float64Array): number => orderStatistic(values, (values.length - 1) >> 1)
